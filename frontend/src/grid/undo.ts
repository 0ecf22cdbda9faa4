import type { Cell } from "./sheet";

export interface Change {
  cell: Cell;
  before: string;
}

const KEPT = 100;

/** Changes in the order made; a pasted block is one. */
export class Undo {
  private readonly changes: Change[][] = [];

  remember(changed: Change[]): void {
    this.changes.push(changed);
    if (this.changes.length > KEPT) this.changes.shift();
  }

  last(): Change[] | undefined {
    return this.changes.pop();
  }
}
