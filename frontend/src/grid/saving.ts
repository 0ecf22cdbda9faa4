import type { SaveQueue } from "./queue";

/** Milliseconds: after a commit, after a pause in typing, first and longest wait before trying again. */
export const AFTER_COMMIT = 500;
export const AFTER_TYPING = 3000;
const RETRY_FIRST = 2000;
const RETRY_LONGEST = 30000;

export type Trouble = "later" | "signed-out" | null;

/** When the queue is sent: soon after a change, again and again while the line or the session is gone. */
export class Saving {
  trouble: Trouble = null;
  private timer = 0;
  private retry = RETRY_FIRST;

  constructor(private readonly queue: SaveQueue, private readonly ended: () => void) {
    window.addEventListener("online", () => this.schedule(0));
    window.addEventListener("focus", () => this.trouble && this.schedule(0));
  }

  /** Sends after `delay` milliseconds; a newer call replaces an older one; 0 sends now. */
  schedule(delay: number): void {
    window.clearTimeout(this.timer);
    if (delay === 0) void this.flush();
    else this.timer = window.setTimeout(() => void this.flush(), delay);
  }

  private async flush(): Promise<void> {
    const how = await this.queue.flush();
    if (how === null) return;
    this.trouble = how === "later" || how === "signed-out" ? how : null;
    if (this.trouble) {
      this.schedule(this.retry);
      this.retry = Math.min(this.retry * 2, RETRY_LONGEST);
    } else this.retry = RETRY_FIRST;
    this.ended();
  }
}
