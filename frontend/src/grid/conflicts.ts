import { conflictItem } from "./panels";
import type { CellResult } from "./queue";
import type { Cell } from "./sheet";

/** Cells that two people wrote, until this person decides. */
export class Conflicts {
  private readonly open = new Map<Cell, CellResult>();
  private readonly panel = document.querySelector<HTMLElement>("[data-grid-conflicts]");

  constructor(
    private readonly keepMine: (cell: Cell) => void,
    private readonly takeTheirs: (cell: Cell, theirs: CellResult) => void,
  ) {}

  has(cell: Cell): boolean {
    return this.open.has(cell);
  }

  add(cell: Cell, theirs: CellResult): void {
    this.open.set(cell, theirs);
    this.draw();
  }

  draw(): void {
    if (!this.panel) return;
    this.panel.hidden = this.open.size === 0;
    const items = [...this.open].map(([cell, theirs]) =>
      conflictItem(cell, theirs, () => this.decide(cell, theirs, () => this.keepMine(cell)), () => this.decide(cell, theirs, () => this.takeTheirs(cell, theirs))),
    );
    this.panel.querySelector("ul")?.replaceChildren(...items);
  }

  /** From here on the cell knows what is saved, so that writing over it is deliberate. */
  private decide(cell: Cell, theirs: CellResult, act: () => void): void {
    cell.version = theirs.version;
    cell.stored = theirs.value;
    this.open.delete(cell);
    act();
    this.draw();
  }
}
