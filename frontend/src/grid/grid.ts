import { newId } from "../uuid";
import { parseBlock } from "./clipboard";
import { Conflicts } from "./conflicts";
import { read, show } from "./marks";
import { follow, moveFor, type Move } from "./moves";
import { confirmPaste } from "./panels";
import { planPaste } from "./paste-plan";
import { Question } from "./question";
import { SaveQueue, type CellResult, type Edit, type Reply } from "./queue";
import { AFTER_COMMIT, AFTER_TYPING, Saving } from "./saving";
import { Sheet, type Cell, type State } from "./sheet";
import { StatusLine } from "./status-line";
import { post, Shelf } from "./transport";
import { Undo } from "./undo";
import { WORDS } from "./words";

/** Enhances one table; the protocol and the markup are described in docs/interface.md. */
export class GradeGrid {
  private readonly sheet: Sheet;
  private readonly queue: SaveQueue;
  private readonly saving: Saving;
  private readonly status = new StatusLine();
  private readonly undo = new Undo();
  private readonly conflicts = new Conflicts((cell) => this.keepMine(cell), (cell, theirs) => this.takeTheirs(cell, theirs));
  private readonly question = new Question((cell, meant) => this.accept(cell, meant));

  constructor(private readonly table: HTMLTableElement) {
    this.sheet = new Sheet(table);
    const url = table.dataset["saveUrl"]!;
    const shelf = new Shelf(`hocba:grid:${table.dataset["queue"] ?? url}`, () => this.say(WORDS.cannotKeep));
    this.queue = new SaveQueue(
      {
        send: (batch) => post(url, batch),
        keep: (state) => shelf.keep(state),
        newId,
        onSending: (cells) => this.paint(cells, "saving"),
        onAnswer: (reply) => this.answer(reply),
        onRefused: (cells, message) => this.paint(cells, "problem", message),
      },
      shelf.load(),
    );
    this.saving = new Saving(this.queue, () => this.sendingEnded());
    this.listen();
    this.recover();
  }

  private listen(): void {
    this.table.addEventListener("focusin", (event) => this.with(event, (cell) => this.enter(cell)));
    this.table.addEventListener("focusout", (event) => this.with(event, (cell) => this.leave(cell)));
    this.table.addEventListener("input", (event) => this.with(event, (cell) => this.typed(cell)));
    this.table.addEventListener("keydown", (event) => this.with(event, (cell) => this.key(event, cell)));
    this.table.addEventListener("paste", (event) => this.with(event, (cell) => void this.paste(event, cell)));
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.putAway());
    window.addEventListener("beforeunload", (event) => {
      if (this.queue.unconfirmed.length + this.needing > 0) event.preventDefault();
    });
  }

  private with(event: Event, act: (cell: Cell) => void): void {
    const cell = this.sheet.at(event.target);
    if (cell) act(cell);
  }

  // -- One cell

  private enter(cell: Cell): void {
    cell.input.select();
    if (cell.message) this.say(cell.message);
  }

  private leave(cell: Cell): void {
    this.question.close();
    this.status.note = "";
    if (cell.input.value !== cell.committed) this.commit(cell);
    this.report();
  }

  /** What is typed is queued at once, so that a browser that goes away takes nothing with it; it is sent later. */
  private typed(cell: Cell): void {
    this.question.close();
    const reading = read(cell.input.value, cell.column);
    if (reading.kind === "value") this.enqueue(cell, reading.value);
    else this.queue.drop(placeOf(cell));
    this.saving.schedule(AFTER_TYPING);
  }

  private key(event: KeyboardEvent, cell: Cell): void {
    if (event.isComposing || event.altKey) return;
    const control = event.ctrlKey || event.metaKey;
    const move = event.shiftKey && event.key !== "Enter" ? null : moveFor(event.key, event.shiftKey, control, caretIn(cell.input));
    if (event.key === "Escape") this.restore(cell);
    else if (control && event.key.toLowerCase() === "z" && cell.input.value === cell.committed) this.takeBack();
    else if (move) this.go(cell, move, event.key === "Enter");
    else return;
    event.preventDefault();
  }

  /** Commits and moves; a doubtful mark keeps the cell, and Enter a second time accepts what was offered. */
  private go(cell: Cell, move: Move, entered: boolean): void {
    const reading = read(cell.input.value, cell.column);
    if (reading.kind === "ask" && entered) {
      if (!this.question.isOpenFor(cell)) return this.ask(cell, reading.meant);
      this.accept(cell, reading.meant);
    } else if (cell.input.value !== cell.committed) this.commit(cell);
    follow(this.sheet.cells, cell.row, cell.col, move)?.input.focus();
  }

  private ask(cell: Cell, meant: string): void {
    this.question.open(cell, meant);
    this.sheet.paint(cell, "ask", WORDS.askMark(cell.input.value, show(meant, cell.column)));
    this.say(cell.message);
  }

  private accept(cell: Cell, meant: string): void {
    this.question.close();
    cell.input.value = show(meant, cell.column);
    this.commit(cell);
  }

  private restore(cell: Cell): void {
    this.question.close();
    if (cell.input.value !== cell.committed) this.set(cell, cell.committed);
    cell.input.select();
    this.saving.schedule(AFTER_COMMIT);
  }

  private commit(cell: Cell): void {
    this.apply([{ cell, text: cell.input.value }]);
  }

  /** Puts text into a cell, reads it, and queues it if it can be sent. */
  private set(cell: Cell, text: string): void {
    const reading = read(text, cell.column);
    cell.input.value = reading.kind === "value" ? show(reading.value, cell.column) : text;
    cell.committed = cell.input.value;
    if (reading.kind === "value") return this.enqueue(cell, reading.value);
    this.queue.drop(placeOf(cell));
    const message = reading.kind === "ask" ? WORDS.askMark(text, show(reading.meant, cell.column)) : reading.message;
    this.sheet.paint(cell, reading.kind, message);
    this.report();
  }

  /** A cell in conflict waits for a person's decision; a value that the server already has needs no sending. */
  private enqueue(cell: Cell, value: string): void {
    const place = placeOf(cell);
    if (this.conflicts.has(cell)) this.conflicts.draw();
    else if (value === cell.stored && !this.queue.isSending(place)) {
      this.queue.drop(place);
      this.sheet.paint(cell, "saved");
    } else {
      this.queue.put([{ ...place, value, version: cell.version }]);
      this.sheet.paint(cell, "waiting");
    }
    this.report();
  }

  // -- Many cells

  private async paste(event: ClipboardEvent, cell: Cell): Promise<void> {
    const block = parseBlock(event.clipboardData?.getData("text/plain") ?? "");
    if (block.length === 1 && block[0]!.length === 1) return;
    event.preventDefault();
    const plan = planPaste(block, this.sheet.pupils, cell, this.sheet.columns);
    const changes = plan.targets.flatMap(({ row, col, text }) => {
      const target = this.sheet.cells[row]![col];
      return target ? [{ cell: target, text }] : [];
    });
    const locked = plan.targets.length - changes.length;
    const mismatches = locked ? [...plan.mismatches, WORDS.lockedCells(locked)] : plan.mismatches;
    if (mismatches.length && !(await confirmPaste(changes.length, mismatches))) return cell.input.focus();
    this.apply(changes);
    cell.input.focus();
    this.say(WORDS.pasted(changes.length, WORDS.matchedBy[plan.matchedBy]));
  }

  /** Any number of cells as one change: one step to undo, one request to save. */
  private apply(changes: { cell: Cell; text: string }[]): void {
    this.undo.remember(changes.map(({ cell }) => ({ cell, before: cell.committed })));
    changes.forEach(({ cell, text }) => this.set(cell, text));
    this.saving.schedule(AFTER_COMMIT);
  }

  private takeBack(): void {
    const changes = this.undo.last();
    if (!changes?.length) return;
    changes.forEach(({ cell, before }) => this.set(cell, before));
    this.saving.schedule(AFTER_COMMIT);
    changes[0]!.cell.input.focus();
    this.say(WORDS.undone(changes.length));
  }

  // -- The server's part

  /** What an earlier visit could not send stands in its cells again and goes out now. */
  private recover(): void {
    const edits = this.queue.unconfirmed;
    for (const edit of edits) {
      const cell = this.sheet.find(edit);
      if (cell) cell.committed = cell.input.value = show(edit.value, cell.column);
    }
    if (!edits.length) return;
    this.paint(edits, "waiting");
    this.say(WORDS.recovered(edits.length));
    this.saving.schedule(0);
  }

  /** The page is going away or hidden: what was typed goes to the queue, and the queue is sent at once. */
  private putAway(): void {
    const cell = this.sheet.at(document.activeElement);
    if (cell && cell.input.value !== cell.committed) this.commit(cell);
    this.saving.schedule(0);
  }

  private sendingEnded(): void {
    if (this.saving.trouble) this.paint(this.queue.unconfirmed, "waiting");
    this.report();
  }

  private answer(reply: Reply): void {
    reply.cells.forEach((result) => this.settle(result));
    if (reply.derived) this.sheet.derive(reply.derived);
    const progress = document.querySelector("[data-grid-progress]");
    if (progress && reply.progress !== undefined) progress.textContent = reply.progress;
  }

  private settle(result: CellResult): void {
    const cell = this.sheet.find(result);
    if (!cell) return;
    if (result.status === "saved") [cell.version, cell.stored] = [result.version, result.value];
    const newer = this.queue.unconfirmed.some((edit) => edit.row === result.row && edit.col === result.col);
    if (!newer) this.sheet.paint(cell, result.status, result.message ?? (result.status === "conflict" ? WORDS.conflict : ""));
    if (result.status === "conflict") this.conflicts.add(cell, result);
  }

  private keepMine(cell: Cell): void {
    this.set(cell, cell.input.value);
    this.saving.schedule(0);
  }

  private takeTheirs(cell: Cell, theirs: CellResult): void {
    this.set(cell, show(theirs.value, cell.column));
  }

  // -- Telling

  private paint(edits: Edit[], state: State, message = ""): void {
    for (const edit of edits) {
      const cell = this.sheet.find(edit);
      if (cell) this.sheet.paint(cell, state, message);
    }
    this.report();
  }

  /** Cells that wait for the person. */
  private get needing(): number {
    return this.sheet.all.filter(({ state }) => state === "problem" || state === "conflict" || state === "ask").length;
  }

  private say(text: string): void {
    this.status.note = text;
    this.report();
  }

  private report(): void {
    this.status.show(this.queue.unconfirmed.length, this.saving.trouble, this.needing);
  }
}

function placeOf(cell: Cell): { row: string; col: string } {
  return { row: cell.rowId, col: cell.colId };
}

function caretIn(input: HTMLInputElement): { start: number; end: number; length: number } {
  return { start: input.selectionStart ?? 0, end: input.selectionEnd ?? 0, length: input.value.length };
}
