import { noteSignedOut } from "#app/components/answers/held-answers.ts";

/** Milliseconds; a check asks impact.com three times, for twenty seconds at most each. */
const LIMIT_MS = 65_000;

/**
 * Sends a form to one of the app's own addresses and gives the answer; null when it could not be reached, refused, or did
 * not answer in time. Remix' own way would put an error page in the place of what somebody is writing.
 */
export const postForm = <T>(
  address: string,
  fields: Record<string, string>,
  limitMs = LIMIT_MS,
): Promise<T | null> => ask(address, { method: "POST", body: new URLSearchParams(fields) }, limitMs);

/** The same for an address that is only read. */
export const fetchJson = <T>(address: string, limitMs = LIMIT_MS): Promise<T | null> =>
  ask(address, {}, limitMs);

async function ask<T>(address: string, init: RequestInit, limitMs: number): Promise<T | null> {
  try {
    const response = await Promise.race([
      fetch(address, init),
      // App Bridge may wait for a session token, which no signal of ours can end.
      new Promise<null>((resolve) => setTimeout(resolve, limitMs, null)),
    ]);
    if (response?.status === 401) noteSignedOut();
    return response?.ok ? ((await response.json()) as T) : null;
  } catch {
    return null;
  }
}
