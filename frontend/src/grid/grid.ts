import { newId } from "../uuid";
import { parseBlock } from "./clipboard";
import { read, show } from "./marks";
import { follow, moveFor, type Move } from "./moves";
import { askPanel, confirmPaste, conflictItem, placeAt } from "./panels";
import { planPaste } from "./paste-plan";
import { SaveQueue, type CellResult, type Edit, type Reply } from "./queue";
import { Sheet, type Cell } from "./sheet";
import { post, Shelf } from "./transport";
import { WORDS } from "./words";

/** Milliseconds: after a commit, after a pause in typing, first and longest wait before trying again. */
const AFTER_COMMIT = 500;
const AFTER_TYPING = 3000;
const RETRY_FIRST = 2000;
const RETRY_LONGEST = 30000;

interface Change {
  cell: Cell;
  before: string;
}

/** Enhances one table; the protocol and the markup are described in docs/interface.md. */
export class GradeGrid {
  private readonly sheet: Sheet;
  private readonly queue: SaveQueue;
  private readonly undoable: Change[][] = [];
  private readonly conflicts = new Map<Cell, CellResult>();
  private timer = 0;
  private retry = RETRY_FIRST;
  private trouble: "later" | "signed-out" | null = null;
  private note = "";

  constructor(private readonly table: HTMLTableElement) {
    this.sheet = new Sheet(table);
    const url = table.dataset["saveUrl"]!;
    const shelf = new Shelf(`hocba:grid:${table.dataset["queue"] ?? url}`, () => this.say(WORDS.cannotKeep));
    const kept = shelf.load();
    this.queue = new SaveQueue(
      {
        send: (batch) => post(url, batch),
        keep: (state) => shelf.keep(state),
        newId,
        onSending: (cells) => this.paintAll(cells, "saving"),
        onAnswer: (reply) => this.answer(reply),
        onRefused: (cells, message) => this.paintAll(cells, "problem", message),
      },
      kept,
    );
    this.listen();
    this.recover();
  }

  private listen(): void {
    this.table.addEventListener("focusin", (event) => this.enter(event));
    this.table.addEventListener("focusout", (event) => this.leave(event));
    this.table.addEventListener("input", (event) => this.typed(event));
    this.table.addEventListener("keydown", (event) => this.key(event));
    this.table.addEventListener("paste", (event) => void this.paste(event));
    window.addEventListener("online", () => this.schedule(0));
    window.addEventListener("focus", () => this.trouble && this.schedule(0));
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.putAway());
    window.addEventListener("beforeunload", (event) => this.unsettled > 0 && event.preventDefault());
  }

  // -- Editing

  private enter(event: Event): void {
    const cell = this.sheet.at(event.target);
    if (!cell) return;
    cell.input.select();
    if (cell.message) this.say(cell.message);
  }

  private leave(event: Event): void {
    const cell = this.sheet.at(event.target);
    if (!cell) return;
    this.closeAsk();
    this.note = "";
    if (cell.input.value !== cell.committed) this.commit(cell);
    this.report();
  }

  private typed(event: Event): void {
    const cell = this.sheet.at(event.target);
    if (!cell) return;
    this.closeAsk();
    const reading = read(cell.input.value, cell.column);
    if (reading.kind === "value") this.enqueue(cell, reading.value);
    else this.queue.drop(this.place(cell));
    this.schedule(AFTER_TYPING);
  }

  private place(cell: Cell): { row: string; col: string } {
    return { row: cell.rowId, col: cell.colId };
  }

  private key(event: KeyboardEvent): void {
    const cell = this.sheet.at(event.target);
    if (!cell || event.isComposing || event.altKey) return;
    if (event.key === "Escape") this.restore(cell);
    else if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && cell.input.value === cell.committed) this.undo();
    else {
      const { selectionStart, selectionEnd, value } = cell.input;
      const caret = { start: selectionStart ?? 0, end: selectionEnd ?? 0, length: value.length };
      const move = event.shiftKey && event.key !== "Enter" ? null : moveFor(event.key, event.shiftKey, event.ctrlKey || event.metaKey, caret);
      if (!move) return;
      this.go(cell, move, event.key === "Enter");
    }
    event.preventDefault();
  }

  /** Commits and moves; a mark that needs a question keeps the cell, and Enter a second time accepts what was offered. */
  private go(cell: Cell, move: Move, entered: boolean): void {
    const reading = read(cell.input.value, cell.column);
    if (reading.kind === "ask" && entered) {
      if (!this.asking(cell)) return this.ask(cell, reading.meant);
      this.accept(cell, reading.meant);
    } else if (cell.input.value !== cell.committed) this.commit(cell);
    follow(this.sheet.cells, cell.row, cell.col, move)?.input.focus();
  }

  private restore(cell: Cell): void {
    this.closeAsk();
    if (cell.input.value !== cell.committed) this.set(cell, cell.committed);
    cell.input.select();
    this.schedule(AFTER_COMMIT);
  }

  private commit(cell: Cell): void {
    this.remember([{ cell, before: cell.committed }]);
    this.set(cell, cell.input.value);
    this.schedule(AFTER_COMMIT);
  }

  /** Puts text into a cell, reads it, and queues it if it can be sent. */
  private set(cell: Cell, text: string): void {
    const reading = read(text, cell.column);
    cell.input.value = reading.kind === "value" ? show(reading.value, cell.column) : text;
    cell.committed = cell.input.value;
    if (reading.kind === "value") return this.enqueue(cell, reading.value);
    this.queue.drop(this.place(cell));
    const message = reading.kind === "ask" ? WORDS.askMark(text, show(reading.meant, cell.column)) : reading.message;
    this.sheet.paint(cell, reading.kind, message);
    this.report();
  }

  /** A cell in conflict waits for a person's decision; a value that the server already has needs no sending. */
  private enqueue(cell: Cell, value: string): void {
    if (this.conflicts.has(cell)) this.drawConflicts();
    else if (value === cell.stored && !this.queue.isSending(this.place(cell))) {
      this.queue.drop(this.place(cell));
      this.sheet.paint(cell, "saved");
    } else {
      this.queue.put([{ ...this.place(cell), value, version: cell.version }]);
      this.sheet.paint(cell, "waiting");
    }
    this.report();
  }

  // -- The question "85 – is it 8,5?"

  private ask(cell: Cell, meant: string): void {
    this.closeAsk();
    const panel = askPanel(cell, meant, () => this.accept(cell, meant), () => this.closeAsk());
    cell.input.parentElement!.append(panel);
    placeAt(panel, cell.input.getBoundingClientRect());
    document.addEventListener("scroll", () => this.closeAsk(), { capture: true, once: true });
    this.sheet.paint(cell, "ask", panel.querySelector("p")!.textContent ?? "");
    this.say(cell.message);
  }

  private asking(cell: Cell): boolean {
    return cell.input.parentElement!.querySelector(".grid-ask") !== null;
  }

  private accept(cell: Cell, meant: string): void {
    this.closeAsk();
    cell.input.value = show(meant, cell.column);
    this.commit(cell);
  }

  private closeAsk(): void {
    this.table.querySelector(".grid-ask")?.remove();
  }

  // -- Blocks

  private async paste(event: ClipboardEvent): Promise<void> {
    const cell = this.sheet.at(event.target);
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const block = parseBlock(text);
    if (!cell || (block.length === 1 && block[0]!.length === 1)) return;
    event.preventDefault();
    const plan = planPaste(block, this.sheet.pupils, cell, this.sheet.columns);
    const open = plan.targets.filter((target) => this.sheet.cells[target.row]![target.col]);
    const locked = plan.targets.length - open.length;
    const mismatches = locked ? [...plan.mismatches, WORDS.lockedCells(locked)] : plan.mismatches;
    if (mismatches.length && !(await confirmPaste(open.length, mismatches))) return cell.input.focus();
    const changes = open.map((target) => ({ cell: this.sheet.cells[target.row]![target.col]!, text: target.text }));
    this.apply(changes);
    this.say(WORDS.pasted(changes.length, WORDS.matchedBy[plan.matchedBy]));
    cell.input.focus();
  }

  /** Many cells as one change: one step to undo, one request to save. */
  private apply(changes: { cell: Cell; text: string }[]): void {
    this.remember(changes.map(({ cell }) => ({ cell, before: cell.committed })));
    changes.forEach(({ cell, text }) => this.set(cell, text));
    this.schedule(AFTER_COMMIT);
  }

  private remember(changes: Change[]): void {
    this.undoable.push(changes);
    if (this.undoable.length > 100) this.undoable.shift();
  }

  private undo(): void {
    const changes = this.undoable.pop();
    if (!changes) return;
    changes.forEach(({ cell, before }) => this.set(cell, before));
    this.schedule(AFTER_COMMIT);
    this.say(WORDS.undone(changes.length));
    changes[0]!.cell.input.focus();
  }

  // -- Saving

  private recover(): void {
    const edits = this.queue.unconfirmed;
    for (const edit of edits) {
      const cell = this.sheet.find(edit);
      if (!cell) continue;
      cell.input.value = show(edit.value, cell.column);
      cell.committed = cell.input.value;
      this.sheet.paint(cell, "waiting");
    }
    if (!edits.length) return;
    this.say(WORDS.recovered(edits.length));
    this.schedule(0);
  }

  /** The page is going away or hidden: what was typed goes to the queue, and the queue is sent at once. */
  private putAway(): void {
    const cell = this.sheet.at(document.activeElement);
    if (cell && cell.input.value !== cell.committed) this.commit(cell);
    this.schedule(0);
  }

  private schedule(delay: number): void {
    window.clearTimeout(this.timer);
    if (delay === 0) void this.flush();
    else this.timer = window.setTimeout(() => void this.flush(), delay);
  }

  private async flush(): Promise<void> {
    const ended = await this.queue.flush();
    if (ended === null) return;
    this.trouble = ended === "later" || ended === "signed-out" ? ended : null;
    if (this.trouble) {
      this.queue.unconfirmed.forEach((edit) => this.paintOne(edit, "waiting"));
      this.schedule(this.retry);
      this.retry = Math.min(this.retry * 2, RETRY_LONGEST);
    } else this.retry = RETRY_FIRST;
    this.report();
  }

  private answer(reply: Reply): void {
    reply.cells.forEach((result) => this.settleResult(result));
    if (reply.derived) this.sheet.derive(reply.derived);
    const progress = document.querySelector("[data-grid-progress]");
    if (progress && reply.progress !== undefined) progress.textContent = reply.progress;
    this.drawConflicts();
  }

  private settleResult(result: CellResult): void {
    const cell = this.sheet.find(result);
    if (!cell) return;
    if (result.status === "conflict") this.conflicts.set(cell, result);
    else if (result.status === "saved") {
      cell.version = result.version;
      cell.stored = result.value;
    }
    const newer = this.queue.unconfirmed.some((edit) => edit.row === result.row && edit.col === result.col);
    if (!newer) this.sheet.paint(cell, result.status, result.message ?? (result.status === "conflict" ? WORDS.conflict : ""));
  }

  private paintAll(cells: Edit[], state: "saving" | "problem", message = ""): void {
    cells.forEach((edit) => this.paintOne(edit, state, message));
    this.report();
  }

  private paintOne(edit: Edit, state: "saving" | "waiting" | "problem", message = ""): void {
    const cell = this.sheet.find(edit);
    if (cell) this.sheet.paint(cell, state, message);
  }

  // -- Two people on one cell

  private settle(cell: Cell, theirs: CellResult): void {
    cell.version = theirs.version;
    cell.stored = theirs.value;
    this.conflicts.delete(cell);
    this.drawConflicts();
  }

  private drawConflicts(): void {
    const panel = document.querySelector<HTMLElement>("[data-grid-conflicts]");
    if (!panel) return;
    panel.hidden = this.conflicts.size === 0;
    panel.querySelector("ul")?.replaceChildren(
      ...[...this.conflicts].map(([cell, theirs]) =>
        conflictItem(this.sheet.label(cell), cell, theirs, () => this.keepMine(cell, theirs), () => this.takeTheirs(cell, theirs)),
      ),
    );
  }

  /** Writes mine again, now knowingly over theirs. */
  private keepMine(cell: Cell, theirs: CellResult): void {
    this.settle(cell, theirs);
    this.set(cell, cell.input.value);
    this.schedule(0);
  }

  private takeTheirs(cell: Cell, theirs: CellResult): void {
    this.settle(cell, theirs);
    cell.input.value = show(theirs.value, cell.column);
    cell.committed = cell.input.value;
    this.sheet.paint(cell, "saved");
    this.report();
  }

  // -- Telling

  /** Cells that the server does not have as they stand here. */
  private get unsettled(): number {
    return this.queue.unconfirmed.length + this.needing;
  }

  private get needing(): number {
    return this.sheet.all.filter((cell) => cell.state === "problem" || cell.state === "conflict" || cell.state === "ask").length;
  }

  private say(text: string): void {
    this.note = text;
    this.report();
  }

  private report(): void {
    const status = document.querySelector<HTMLElement>("[data-grid-status]");
    if (!status) return;
    const count = this.queue.unconfirmed.length;
    const saving = count ? WORDS.savingNow(count) : this.needing ? "" : WORDS.allSaved;
    const trouble = this.trouble === "later" ? WORDS.notSent(count) : this.trouble === "signed-out" ? WORDS.signedOut(count) : saving;
    const text = [this.note, trouble, this.needing ? WORDS.needsYou(this.needing) : ""].filter(Boolean).join(" ");
    if (status.textContent !== text) status.textContent = text;
    status.dataset["state"] = this.trouble ? "waiting" : this.needing ? "problem" : count ? "saving" : "saved";
  }
}
