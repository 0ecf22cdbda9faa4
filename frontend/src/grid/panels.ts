import type { CellResult } from "./queue";
import { show } from "./marks";
import type { Cell } from "./sheet";
import { WORDS } from "./words";

type Child = Node | string;

/** A tiny element builder: text is always text, never markup. */
export function el<K extends keyof HTMLElementTagNameMap>(tag: K, className: string, ...children: Child[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

export function button(label: string, className: string, act: () => void): HTMLButtonElement {
  const made = el("button", className, label);
  made.type = "button";
  // Keeps the cell's focus, so that pressing a button is not "leaving the cell".
  made.addEventListener("pointerdown", (event) => event.preventDefault());
  made.addEventListener("click", act);
  return made;
}

/** The question under a cell: "85" – is it 8,5? */
export function askPanel(cell: Cell, meant: string, accept: () => void, edit: () => void): HTMLElement {
  const shown = show(meant, cell.column);
  return el(
    "div", "grid-ask",
    el("p", "", WORDS.askMark(cell.input.value, shown)),
    el("div", "row", button(WORDS.accept(shown), "button button--primary button--small", accept), button(WORDS.keepEditing, "button button--small", edit)),
  );
}

/** Stands below the cell, or above where there is no room; never outside the window. The panel is `position: fixed`. */
export function placeAt(panel: HTMLElement, cell: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = panel;
  const below = cell.bottom + height + 8 < window.innerHeight;
  panel.style.left = `${Math.max(8, Math.min(cell.left, window.innerWidth - width - 8))}px`;
  panel.style.top = `${below ? cell.bottom + 2 : cell.top - height - 2}px`;
}

/** Both values, who and when, and the two ways out. */
export function conflictItem(cell: Cell, theirs: CellResult, keepMine: () => void, takeTheirs: () => void): HTMLElement {
  const when = [theirs.by, theirs.at].filter(Boolean).join(", ");
  const saved = show(theirs.value, cell.column) || WORDS.blank;
  return el(
    "li", "",
    el("span", "items__what", el("strong", "", cell.input.getAttribute("aria-label") ?? ""),
      el("small", "", `${WORDS.conflictMine}: ${cell.input.value || WORDS.blank} · ${WORDS.conflictTheirs}: ${saved}${when ? ` (${when})` : ""}`)),
    button(WORDS.keepMine, "button button--small", keepMine),
    button(WORDS.takeTheirs, "button button--small", takeTheirs),
  );
}

/** Lists every line of a pasted block that does not fit and asks before anything is applied. */
export function confirmPaste(count: number, mismatches: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const dialog = el("dialog", "");
    const finish = (answer: boolean) => {
      dialog.remove();
      resolve(answer);
    };
    const title = el("h2", "", WORDS.pasteTitle);
    title.id = "grid-paste-title";
    dialog.setAttribute("aria-labelledby", title.id);
    const choices = el("div", "actions", button(WORDS.pasteCancel, "button button--primary", () => finish(false)));
    if (count) choices.append(button(WORDS.pasteApply(count), "button", () => finish(true)));
    dialog.append(title, el("ul", "", ...mismatches.map((line) => el("li", "", line))), choices);
    dialog.addEventListener("cancel", () => finish(false));
    document.body.append(dialog);
    dialog.showModal();
  });
}
