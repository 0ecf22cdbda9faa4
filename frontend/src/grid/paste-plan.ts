import { tidy } from "./marks";
import { WORDS } from "./words";

export interface Pupil {
  code: string;
  name: string;
}

export interface Target {
  row: number;
  col: number;
  text: string;
}

/** Which cell gets which text, how rows were found, and every line that does not fit. Nothing is applied here. */
export interface PastePlan {
  targets: Target[];
  matchedBy: "code" | "name" | "position";
  mismatches: string[];
}

interface Identity {
  by: "code" | "name";
  column: number;
}

const key = (text: string) => tidy(text).toLocaleLowerCase("vi");

/**
 * Plans a pasted block. Where it carries a column of pupil codes or names, rows are found by it, so a block that is
 * sorted otherwise or lacks a pupil cannot shift marks onto the neighbour; else rows follow each other from `at`.
 */
export function planPaste(block: string[][], pupils: Pupil[], at: { row: number; col: number }, columns: number): PastePlan {
  const identity = findIdentity(block, pupils);
  return identity ? planByPupil(block, pupils, identity, at.col, columns) : planByPosition(block, pupils.length, at, columns);
}

/** The column in which at least half of the filled cells name a pupil; codes win over names. */
function findIdentity(block: string[][], pupils: Pupil[]): Identity | null {
  for (const by of ["code", "name"] as const) {
    const known = new Set(pupils.map((pupil) => key(pupil[by])).filter((text) => text.length >= 4));
    const width = Math.max(...block.map((row) => row.length));
    for (let column = 0; column < width; column++) {
      const filled = block.map((row) => row[column] ?? "").filter((text) => text !== "");
      const hits = filled.filter((text) => known.has(key(text))).length;
      if (hits > 0 && hits * 2 >= filled.length) return { by, column };
    }
  }
  return null;
}

function planByPupil(block: string[][], pupils: Pupil[], identity: Identity, firstCol: number, columns: number): PastePlan {
  const plan: PastePlan = { targets: [], matchedBy: identity.by, mismatches: [] };
  const firstValue = lastIdentityColumn(block, pupils, identity) + 1;
  const seen = new Set<number>();
  let beyond = 0;
  block.forEach((cells, line) => {
    const who = cells[identity.column] ?? "";
    const found = pupils.flatMap((pupil, row) => (key(pupil[identity.by]) === key(who) && who !== "" ? [row] : []));
    const row = found[0];
    if (row === undefined) {
      const empty = cells.slice(firstValue).every((text) => text === "");
      if (!empty && !looksLikeHeader(cells, line)) plan.mismatches.push(WORDS.noSuchPupil(who || `Dòng ${line + 1}`));
    } else if (found.length > 1) plan.mismatches.push(WORDS.twoPupils(who));
    else if (seen.has(row)) plan.mismatches.push(WORDS.twiceInBlock(who));
    else {
      seen.add(row);
      beyond += place(plan, cells.slice(firstValue), row, firstCol, columns);
    }
  });
  if (beyond) plan.mismatches.push(WORDS.beyondSheet(beyond));
  return plan;
}

/** Marks stand to the right of code and name, whichever comes last. */
function lastIdentityColumn(block: string[][], pupils: Pupil[], identity: Identity): number {
  if (identity.by === "name") return identity.column;
  const byName = findIdentity(block, pupils.map(({ name }) => ({ code: "", name })));
  return Math.max(identity.column, byName?.column ?? -1);
}

/** A first line without a single figure is the block's heading. */
function looksLikeHeader(cells: string[], line: number): boolean {
  return line === 0 && !cells.some((text) => /^\d+([.,]\d+)?$/.test(text));
}

function planByPosition(block: string[][], rows: number, at: { row: number; col: number }, columns: number): PastePlan {
  const plan: PastePlan = { targets: [], matchedBy: "position", mismatches: [] };
  let beyond = 0;
  block.forEach((cells, line) => {
    const row = at.row + line;
    if (row < rows) beyond += place(plan, cells, row, at.col, columns);
    else beyond += cells.filter((text) => text !== "").length;
  });
  if (beyond) plan.mismatches.push(WORDS.beyondSheet(beyond));
  return plan;
}

/** Adds a line's filled cells to the plan (a blank never erases a mark); returns how many fall outside the sheet. */
function place(plan: PastePlan, cells: string[], row: number, firstCol: number, columns: number): number {
  let beyond = 0;
  cells.forEach((text, offset) => {
    const col = firstCol + offset;
    if (text === "") return;
    if (col < columns) plan.targets.push({ row, col, text });
    else beyond++;
  });
  return beyond;
}
