import { Temporal } from "temporal-polyfill";
import type { FetchResult } from "#app/ports/impact.ts";

/** A second and a third try; more would only hide an outage and eat the hourly budget. */
const MAX_RETRIES = 2;
const FIRST_PAUSE_MS = 500;
/** A reset further away than this is told to the person instead of waited for. */
const LONGEST_RESET_MS = 5_000;

/**
 * Milliseconds to wait before asking again, or null when asking again would not help or not be polite. Only for
 * reads. A timeout is not retried: the call has already taken all the time a person should wait.
 */
export function pauseBeforeRetry(
  answer: FetchResult<unknown>,
  retriesDone: number,
  now: Temporal.Instant,
  random: () => number,
): number | null {
  if (retriesDone >= MAX_RETRIES) return null;
  if (answer.outcome === "rate-limited") return pauseUntilReset(answer.retryAt, now, random);
  if (answer.outcome !== "unavailable") return null;
  if (answer.reason !== "network" && answer.reason !== "server-error") return null;
  const longest = FIRST_PAUSE_MS * 2 ** retriesDone;
  return Math.round(longest / 2 + (longest / 2) * random());
}

function pauseUntilReset(retryAt: string | null, now: Temporal.Instant, random: () => number): number | null {
  if (retryAt === null) return null;
  const untilReset = Math.max(0, Temporal.Instant.from(retryAt).epochMilliseconds - now.epochMilliseconds);
  return untilReset > LONGEST_RESET_MS ? null : Math.round(untilReset + FIRST_PAUSE_MS * random());
}
