import { Temporal } from "temporal-polyfill";

export type RateLimit = { limit: number | null; remaining: number | null; resetAt: Temporal.Instant | null };

// Brand answers carry the first name, partner answers the second (domain.md 6.2).
const LIMIT = ["X-RateLimit-Limit", "X-RateLimit-Limit-hour"];
const REMAINING = ["X-RateLimit-Remaining", "X-RateLimit-Remaining-hour"];
// Retry-After comes first: where it is sent, it answers exactly our question.
const RESET = ["Retry-After", "X-RateLimit-Reset", "RateLimit-Reset"];

/** The documentation says seconds to wait, an older sample shows an epoch: above this it must be an epoch. */
const EPOCH_FROM = 1_000_000_000;

/** Reads the rate-limit headers of brand and partner answers; null for what they do not say. */
export function readRateLimit(headers: Headers, now: Temporal.Instant): RateLimit {
  const reset = first(headers, RESET);
  return {
    limit: wholeNumber(first(headers, LIMIT)),
    remaining: wholeNumber(first(headers, REMAINING)),
    resetAt: reset === null ? null : resetInstant(reset, now),
  };
}

function resetInstant(value: string, now: Temporal.Instant): Temporal.Instant | null {
  const seconds = wholeNumber(value);
  if (seconds !== null) {
    return seconds > EPOCH_FROM
      ? Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
      : now.add({ seconds });
  }
  // RFC 9110 also allows an HTTP date in Retry-After.
  const milliseconds = Date.parse(value);
  return Number.isNaN(milliseconds) ? null : Temporal.Instant.fromEpochMilliseconds(milliseconds);
}

function first(headers: Headers, names: string[]): string | null {
  for (const name of names) {
    const value = headers.get(name)?.trim();
    if (value) return value;
  }
  return null;
}

// Ten digits hold any epoch second until 2286; more would not be a time at all.
function wholeNumber(value: string | null): number | null {
  return value !== null && /^\d{1,10}$/.test(value) ? Number(value) : null;
}
