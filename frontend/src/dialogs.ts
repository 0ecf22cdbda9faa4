/** Buttons that open and close `<dialog>`s, and forms that ask before they are sent twice. */
export function wireDialogs(): void {
  document.addEventListener("click", (event) => {
    const target = event.target as Element;
    const opener = target.closest<HTMLElement>("[data-dialog]");
    if (opener) document.querySelector<HTMLDialogElement>(`#${CSS.escape(opener.dataset["dialog"]!)}`)?.showModal();
    if (target.closest("[data-dialog-close]")) target.closest("dialog")?.close();
  });
  document.addEventListener("submit", (event) => sendOnce(event));
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => form.removeAttribute("data-sent")));
}

/** A second click on a slow line must not sign or issue twice. */
function sendOnce(event: Event): void {
  const form = event.target as HTMLFormElement;
  if (form.method !== "post" || form.hasAttribute("hx-post")) return;
  if (form.dataset["sent"]) event.preventDefault();
  form.dataset["sent"] = "1";
}
