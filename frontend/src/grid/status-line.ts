import type { Trouble } from "./saving";
import { WORDS } from "./words";

/** The one line that tells what happened last and what the server does not have yet. Read out politely. */
export class StatusLine {
  /** What happened last; stays until the cell is left. */
  note = "";
  private readonly place = document.querySelector<HTMLElement>("[data-grid-status]");

  /** `unconfirmed`: cells on their way; `needing`: cells that wait for the person. */
  show(unconfirmed: number, trouble: Trouble, needing: number): void {
    if (!this.place) return;
    const parts = [this.note, saving(unconfirmed, trouble, needing), needing ? WORDS.needsYou(needing) : ""];
    const text = parts.filter(Boolean).join(" ");
    if (this.place.textContent !== text) this.place.textContent = text;
    this.place.dataset["state"] = trouble ? "waiting" : needing ? "problem" : unconfirmed ? "saving" : "saved";
  }
}

function saving(unconfirmed: number, trouble: Trouble, needing: number): string {
  if (trouble === "later") return WORDS.notSent(unconfirmed);
  if (trouble === "signed-out") return WORDS.signedOut(unconfirmed);
  if (unconfirmed) return WORDS.savingNow(unconfirmed);
  return needing ? "" : WORDS.allSaved;
}
