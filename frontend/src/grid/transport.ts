import type { Batch, Kept, Reply, Sent } from "./queue";
import { WORDS } from "./words";

function csrfToken(): string {
  const headers = document.body.getAttribute("hx-headers");
  const named = document.querySelector<HTMLInputElement>("input[name=csrfmiddlewaretoken]");
  return headers ? (JSON.parse(headers)["X-CSRFToken"] ?? "") : (named?.value ?? "");
}

/** POSTs one batch; every way it can end is a `Sent`, never an exception. */
export async function post(url: string, batch: Batch): Promise<Sent> {
  let response: Response;
  try {
    response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": csrfToken() },
      body: JSON.stringify(batch),
      credentials: "same-origin",
      keepalive: document.visibilityState === "hidden",
    });
  } catch {
    return { kind: "later" };
  }
  return judge(response);
}

async function judge(response: Response): Promise<Sent> {
  if (response.status >= 500 || response.status === 429) return { kind: "later" };
  const json = (response.headers.get("Content-Type") ?? "").includes("json");
  if (response.redirected || response.status === 401 || (response.ok && !json)) return { kind: "signed-out" };
  try {
    const body: unknown = json ? await response.json() : {};
    if (response.ok) return { kind: "answered", reply: body as Reply };
    return { kind: "refused", message: (body as { message?: string }).message ?? WORDS.refused };
  } catch {
    return { kind: "later" };
  }
}

/** The queue's copy in this browser: row ids and marks only, no names; gone as soon as all is saved. */
export class Shelf {
  constructor(private readonly key: string, private readonly onFailure: () => void) {}

  load(): Kept | null {
    try {
      return JSON.parse(localStorage.getItem(this.key) ?? "null") as Kept | null;
    } catch {
      return null;
    }
  }

  keep(kept: Kept | null): void {
    try {
      if (kept === null) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, JSON.stringify(kept));
    } catch {
      this.onFailure();
    }
  }
}
