import { askPanel, placeAt } from "./panels";
import type { Cell } from "./sheet";

/** The question under one cell: "85" – is it 8,5? At most one is open. */
export class Question {
  private panel: HTMLElement | null = null;
  private cell: Cell | null = null;

  constructor(private readonly accept: (cell: Cell, meant: string) => void) {
    document.addEventListener("scroll", () => this.close(), { capture: true });
  }

  isOpenFor(cell: Cell): boolean {
    return this.cell === cell;
  }

  open(cell: Cell, meant: string): void {
    this.close();
    this.cell = cell;
    this.panel = askPanel(cell, meant, () => this.accept(cell, meant), () => this.close());
    cell.input.parentElement!.append(this.panel);
    placeAt(this.panel, cell.input.getBoundingClientRect());
  }

  close(): void {
    this.panel?.remove();
    this.panel = this.cell = null;
  }
}
