/** A job's progress as the server tells it; `url` is where its result stands. */
interface Progress {
  done: number;
  total: number;
  text?: string;
  finished?: boolean;
  url?: string;
}

const INTERVAL = 1000;
const LONGEST = 15000;

/** Asks `data-progress-url` until the job is finished, more slowly while nothing answers; then goes to its result. */
export function wireProgress(): void {
  document.querySelectorAll<HTMLElement>("[data-progress-url]").forEach((place) => poll(place, INTERVAL));
}

function poll(place: HTMLElement, wait: number): void {
  window.setTimeout(() => void ask(place, wait), wait);
}

async function ask(place: HTMLElement, wait: number): Promise<void> {
  try {
    const response = await fetch(place.dataset["progressUrl"]!, { headers: { Accept: "application/json" } });
    if (!response.ok) throw new Error(String(response.status));
    const progress = (await response.json()) as Progress;
    draw(place, progress);
    if (!progress.finished) poll(place, INTERVAL);
    else if (progress.url) window.location.assign(progress.url);
  } catch {
    poll(place, Math.min(wait * 2, LONGEST));
  }
}

function draw(place: HTMLElement, progress: Progress): void {
  const bar = place.querySelector("progress");
  const text = place.querySelector("[data-progress-text]");
  if (bar) [bar.max, bar.value] = [progress.total, progress.done];
  if (text) text.textContent = progress.text ?? `${progress.done}/${progress.total}`;
}
