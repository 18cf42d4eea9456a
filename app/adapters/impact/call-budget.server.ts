import { Temporal } from "temporal-polyfill";
import type { CallAllowance, CallGroup } from "#app/ports/call-budget.ts";
import type { ImpactResource, ReadFailure } from "#app/ports/impact.ts";
import type { RateLimit } from "./rate-limit.server.ts";

/**
 * The part of an hour's calls that reads nobody waits for leave alone. A check before closing takes about 45 calls for
 * one program; a fifth of the brand's 1,000 (domain.md 6.2) is enough for several of them. Our own choice.
 */
const RESERVED_SHARE = 0.2;
/** Reserved where impact.com says how many calls are left, but not of how many. */
const RESERVED_CALLS = 100;
/** All limits are per hour; a reset said to be later is not believed. */
const LONGEST_HOURS = 1;

/** Catalogs are counted by themselves (domain.md 6.2). */
export const callGroup = (resource: ImpactResource): CallGroup =>
  resource === "Catalogs" ? "catalogs" : "other";

/** Why a read in the background is not made now, with when it may be; null when it may be made. */
export function heldBack(known: CallAllowance | null, now: Temporal.Instant): ReadFailure | null {
  if (known === null || Temporal.Instant.compare(known.resetAt, now) <= 0) return null;
  const reserved = known.limit === null ? RESERVED_CALLS : Math.ceil(known.limit * RESERVED_SHARE);
  return known.remaining > reserved ? null : { outcome: "rate-limited", retryAt: known.resetAt.toString() };
}

/** What an answer says of the calls left; null when it does not say how many or until when. */
export function allowanceOf(status: number, said: RateLimit, now: Temporal.Instant): CallAllowance | null {
  // Nobody's account: it may not even exist.
  if (status === 401) return null;
  const remaining = status === 429 ? 0 : said.remaining;
  if (remaining === null || said.resetAt === null) return null;
  const latest = now.add({ hours: LONGEST_HOURS });
  const resetAt = Temporal.Instant.compare(said.resetAt, latest) > 0 ? latest : said.resetAt;
  return { limit: said.limit, remaining, resetAt };
}
