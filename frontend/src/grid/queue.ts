/** One cell as it travels: canonical value, and the version it was made from. */
export interface Edit {
  row: string;
  col: string;
  value: string;
  version: number;
}

export interface Batch {
  batch: string;
  cells: Edit[];
}

export interface CellResult {
  row: string;
  col: string;
  status: "saved" | "conflict" | "problem";
  value: string;
  version: number;
  by?: string;
  at?: string;
  code?: string;
  message?: string;
}

export interface Reply {
  cells: CellResult[];
  derived?: Record<string, Record<string, string>>;
  progress?: string;
}

/** How sending ended: answered; try again later; the session is over; refused for good. */
export type Sent =
  | { kind: "answered"; reply: Reply }
  | { kind: "later" }
  | { kind: "signed-out" }
  | { kind: "refused"; message: string };

/** What is kept outside the page's memory. */
export interface Kept {
  sending: Batch | null;
  waiting: Edit[];
}

export interface Ports {
  send(batch: Batch): Promise<Sent>;
  keep(kept: Kept | null): void;
  newId(): string;
  onSending(cells: Edit[]): void;
  onAnswer(reply: Reply): void;
  onRefused(cells: Edit[], message: string): void;
}

export const cellKey = (cell: { row: string; col: string }) => `${cell.row}\u0000${cell.col}`;

/**
 * Edits that the server has not confirmed. One batch travels at a time and keeps its id until it is answered, so a
 * replay after a lost answer does no harm; newer edits of the same cell wait and inherit the version that comes back.
 */
export class SaveQueue {
  private sending: Batch | null;
  private readonly waiting = new Map<string, Edit>();
  private busy = false;

  constructor(private readonly ports: Ports, kept: Kept | null = null) {
    this.sending = kept?.sending ?? null;
    for (const edit of kept?.waiting ?? []) this.waiting.set(cellKey(edit), edit);
  }

  /** Unconfirmed edits, newest per cell. */
  get unconfirmed(): Edit[] {
    const all = new Map((this.sending?.cells ?? []).map((edit) => [cellKey(edit), edit]));
    for (const [key, edit] of this.waiting) all.set(key, edit);
    return [...all.values()];
  }

  isSending(cell: { row: string; col: string }): boolean {
    return this.sending?.cells.some((edit) => cellKey(edit) === cellKey(cell)) ?? false;
  }

  put(edits: Edit[]): void {
    for (const edit of edits) this.waiting.set(cellKey(edit), edit);
    this.keep();
  }

  drop(cell: { row: string; col: string }): void {
    this.waiting.delete(cellKey(cell));
    this.keep();
  }

  /** Sends until nothing waits or sending fails. Returns how the last sending ended, or null if there was none. */
  async flush(): Promise<Sent["kind"] | null> {
    if (this.busy) return null;
    this.busy = true;
    try {
      let last: Sent["kind"] | null = null;
      while (this.next()) {
        last = await this.sendOnce();
        if (last === "later" || last === "signed-out") break;
      }
      return last;
    } finally {
      this.busy = false;
    }
  }

  private next(): boolean {
    if (this.sending === null && this.waiting.size > 0) {
      this.sending = { batch: this.ports.newId(), cells: [...this.waiting.values()] };
      this.waiting.clear();
      this.keep();
    }
    return this.sending !== null;
  }

  private async sendOnce(): Promise<Sent["kind"]> {
    const batch = this.sending!;
    this.ports.onSending(batch.cells);
    const sent = await this.ports.send(batch);
    if (sent.kind === "later" || sent.kind === "signed-out") return sent.kind;
    this.sending = null;
    if (sent.kind === "answered") {
      this.settle(sent.reply.cells);
      this.ports.onAnswer(sent.reply);
    } else this.ports.onRefused(batch.cells, sent.message);
    this.keep();
    return sent.kind;
  }

  /** A saved cell's new version goes to the edit that waits behind it; a conflict stops that edit until a person decides. */
  private settle(results: CellResult[]): void {
    for (const result of results) {
      const behind = this.waiting.get(cellKey(result));
      if (behind === undefined) continue;
      if (result.status === "conflict") this.waiting.delete(cellKey(result));
      else if (result.status === "saved") behind.version = result.version;
    }
  }

  private keep(): void {
    const empty = this.sending === null && this.waiting.size === 0;
    this.ports.keep(empty ? null : { sending: this.sending, waiting: [...this.waiting.values()] });
  }
}
