/** Buttons that open the print dialogue. They stand hidden in the page, since without scripts they could do nothing. */
export function wirePrinting(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}
