import { WORDS } from "./words";

/** What was typed, read: a canonical value ("7.5", "" for blank), a question, or a problem. Only spelling is judged here, never the law. */
export type Reading =
  | { kind: "value"; value: string }
  | { kind: "ask"; meant: string }
  | { kind: "problem"; message: string };

/** How a column reads: marks, one of a few codes, a whole number (the server says which fit), or free text. */
export type Column = { kind: "mark" } | { kind: "choice"; choices: string[] } | { kind: "count" } | { kind: "text" };

const value = (text: string): Reading => ({ kind: "value", value: text });
const problem = (message: string): Reading => ({ kind: "problem", message });

/** NFC, no-break spaces made plain, runs of spaces made one, ends trimmed. */
export function tidy(text: string): string {
  return text.normalize("NFC").replace(/[\s\u00a0\u200b]+/g, " ").trim();
}

export function read(text: string, column: Column): Reading {
  const typed = tidy(text);
  if (typed === "" || column.kind === "text" || column.kind === "count") return value(typed);
  return column.kind === "mark" ? readMark(typed) : readChoice(typed, column.choices);
}

function readMark(typed: string): Reading {
  const match = /^(\d+)(?:[.,](\d*))?$/.exec(typed);
  if (!match) return problem(WORDS.notANumber);
  const [, whole = "", digits] = match;
  // "08" may be 8 or 0,8: nothing is offered, so that nothing is confirmed by habit.
  if (/^0\d/.test(whole)) return problem(WORDS.notANumber);
  if (digits === undefined && /^(\d\d|100)$/.test(whole) && whole !== "10") {
    return { kind: "ask", meant: canonical(whole.slice(0, -1), whole.slice(-1)) };
  }
  const tenths = (digits ?? "").replace(/0+$/, "");
  if (whole.length > 2 || Number(whole) > 10 || (whole === "10" && tenths !== "")) return problem(WORDS.outOfRange);
  return tenths.length > 1 ? problem(WORDS.tooPrecise) : value(canonical(whole, tenths));
}

function canonical(units: string, tenths: string): string {
  return tenths === "" || tenths === "0" ? units : `${units}.${tenths}`;
}

function readChoice(typed: string, choices: string[]): Reading {
  const plain = bare(typed);
  const found = choices.find((choice) => bare(choice) === plain);
  return found === undefined ? problem(WORDS.notAChoice(choices.join(", "))) : value(found);
}

/** Without diacritics and case: "cd" finds "CĐ". */
function bare(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
}

/** The value as Vietnamese write it: a decimal comma. */
export function show(canonicalValue: string, column: Column): string {
  return column.kind === "mark" ? canonicalValue.replace(".", ",") : canonicalValue;
}
