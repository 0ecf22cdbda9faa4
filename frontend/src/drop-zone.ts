/** Lets files be dropped on the zone, and shows what was chosen. The plain file input does the sending. */
export function wireDropZones(): void {
  document.querySelectorAll<HTMLElement>("[data-drop-zone]").forEach(wire);
}

function wire(zone: HTMLElement): void {
  const input = zone.querySelector<HTMLInputElement>("input[type=file]");
  const list = zone.querySelector("ul");
  if (!input || !list) return;
  const over = (on: boolean) => (event: Event) => {
    event.preventDefault();
    zone.classList.toggle("is-over", on);
  };
  zone.addEventListener("dragover", over(true));
  zone.addEventListener("dragleave", over(false));
  zone.addEventListener("drop", (event) => {
    over(false)(event);
    if (!event.dataTransfer?.files.length) return;
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  input.addEventListener("change", () => list.replaceChildren(...[...(input.files ?? [])].map(describe)));
}

function describe(file: File): HTMLLIElement {
  const item = document.createElement("li");
  item.textContent = `${file.name} · ${size(file.size)}`;
  return item;
}

/** Bytes in words: "12 kB", "1,5 MB". */
export function size(bytes: number): string {
  const kilo = Math.max(1, Math.round(bytes / 1000));
  return kilo < 1000 ? `${kilo} kB` : `${(bytes / 1e6).toFixed(1).replace(".", ",")} MB`;
}
