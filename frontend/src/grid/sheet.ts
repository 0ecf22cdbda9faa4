import { read, tidy, type Column } from "./marks";
import type { Pupil } from "./paste-plan";
import { WORDS } from "./words";

export type State = "saved" | "saving" | "waiting" | "conflict" | "problem" | "ask";

/** One editable cell: where it stands, what is committed in it, and from which version. */
export interface Cell {
  input: HTMLInputElement;
  row: number;
  col: number;
  rowId: string;
  colId: string;
  column: Column;
  version: number;
  /** Canonical value that the server is known to have; null while unknown. */
  stored: string | null;
  /** Text as last committed, to restore by Escape. */
  committed: string;
  state: State | null;
  message: string;
}

/** The table as a grid of cells. Locked cells have no input and are null. */
export class Sheet {
  readonly cells: (Cell | null)[][];
  readonly pupils: Pupil[];
  readonly columns: number;
  private readonly byInput = new Map<Element, Cell>();
  private readonly rowIndex = new Map<string, number>();
  private readonly colIndex = new Map<string, number>();

  constructor(readonly table: HTMLTableElement) {
    const heads = [...table.querySelectorAll<HTMLTableCellElement>("thead th[data-col]")];
    const rows = [...table.querySelectorAll<HTMLTableRowElement>("tbody tr[data-row]")];
    heads.forEach((head, col) => this.colIndex.set(head.dataset["col"]!, col));
    this.columns = heads.length;
    this.pupils = rows.map((row) => ({ code: row.dataset["code"] ?? "", name: tidy(rowHead(row)?.firstChild?.textContent ?? "") }));
    this.cells = rows.map((row, index) => this.readRow(row, index, heads));
  }

  private readRow(row: HTMLTableRowElement, index: number, heads: HTMLTableCellElement[]): (Cell | null)[] {
    const rowId = row.dataset["row"]!;
    this.rowIndex.set(rowId, index);
    const places = [...row.querySelectorAll<HTMLTableCellElement>("td:not([data-derived], [data-fixed])")];
    // of namesakes the whole head: it also says when they were born
    const who = tidy(rowHead(row)?.textContent ?? "");
    return heads.map((head, col) => {
      const input = places[col]?.querySelector("input");
      if (!input || input.disabled || input.readOnly) return null;
      const column = columnOf(head);
      const reading = read(input.value, column);
      const cell: Cell = {
        input, row: index, col, rowId, colId: head.dataset["col"]!, column, stored: reading.kind === "value" ? reading.value : null,
        version: Number(input.dataset["v"] ?? 0), committed: input.value, state: null, message: "",
      };
      dress(cell, `${who}, ${tidy(head.getAttribute("aria-label") ?? head.textContent ?? "")}`);
      this.byInput.set(input, cell);
      return cell;
    });
  }

  at(target: EventTarget | null): Cell | undefined {
    return this.byInput.get(target as Element);
  }

  find(place: { row: string; col: string }): Cell | null {
    return this.cells[this.rowIndex.get(place.row) ?? -1]?.[this.colIndex.get(place.col) ?? -1] ?? null;
  }

  get all(): Cell[] {
    return [...this.byInput.values()];
  }

  paint(cell: Cell, state: State | null, message = ""): void {
    cell.state = state;
    cell.message = message;
    const place = cell.input.parentElement!;
    if (state) place.dataset["state"] = state;
    else delete place.dataset["state"];
    cell.input.title = message || (state ? WORDS[state] : "");
    const wrong = state === "problem" || state === "conflict" || state === "ask";
    if (wrong) cell.input.setAttribute("aria-invalid", "true");
    else cell.input.removeAttribute("aria-invalid");
  }

  derive(derived: Record<string, Record<string, string>>): void {
    for (const [rowId, values] of Object.entries(derived)) {
      const row = this.table.querySelector(`tr[data-row="${CSS.escape(rowId)}"]`);
      for (const [name, text] of Object.entries(values)) {
        const place = row?.querySelector(`[data-derived="${CSS.escape(name)}"]`);
        if (place) place.textContent = text;
      }
    }
  }
}

function rowHead(row: HTMLTableRowElement): HTMLElement | null {
  return row.querySelector<HTMLElement>("th[scope=row]");
}

function columnOf(head: HTMLTableCellElement): Column {
  const choices = head.dataset["choices"];
  if (choices) return { kind: "choice", choices: choices.split(" ") };
  const kind = head.dataset["kind"];
  return kind === "text" || kind === "count" ? { kind } : { kind: "mark" };
}

const MODES = { mark: "decimal", count: "numeric", choice: "text", text: "text" } as const;

/** What every input needs and the page therefore need not carry 630 times. */
function dress(cell: Cell, label: string): void {
  const { input, column } = cell;
  input.setAttribute("aria-label", label);
  input.autocomplete = "off";
  input.spellcheck = false;
  input.inputMode = MODES[column.kind];
  input.enterKeyHint = "next";
  input.parentElement!.classList.add(`is-${column.kind}`);
}
