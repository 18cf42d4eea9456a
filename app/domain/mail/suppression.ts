import { Temporal } from "temporal-polyfill";
import type { FailureVerdict } from "./failure-verdict.ts";

/** How long an address rests after failures that may pass; two of them further apart have nothing to do with each other. */
const SOFT_DAYS = 30;
const HOURS_A_DAY = 24;

export const SUPPRESSION_REASONS = ["bounce", "complaint"] as const;
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number];

/** No mail goes to the address until `endsAt`; null: until somebody or something ends it. */
export type Suppression = {
  reason: SuppressionReason;
  suppressedAt: Temporal.Instant;
  endsAt: Temporal.Instant | null;
};

/** What is known against an address. `softSince`: when a failure that may pass came alone. */
export type AddressTrouble = { suppression: Suppression | null; softSince: Temporal.Instant | null };
export const NO_TROUBLE: AddressTrouble = { suppression: null, softSince: null };

export type AddressNews = FailureVerdict | "complaint" | "delivered";

/** Whether mails are held back at `now`. */
export const isSuppressed = (known: Suppression | null, now: Temporal.Instant): known is Suppression =>
  known !== null && (known.endsAt === null || Temporal.Instant.compare(now, known.endsAt) < 0);

/**
 * What is known against an address after news of it. A mailbox that is gone or complained is suppressed at once, any
 * other failure only when a second one comes on another day (UTC), and for 30 days. A delivery proves every bounce
 * wrong; it says nothing about a complaint.
 */
export function afterNews(
  { suppression, softSince }: AddressTrouble,
  news: AddressNews,
  now: Temporal.Instant,
): AddressTrouble {
  const current = isSuppressed(suppression, now) ? suppression : null;
  const lasting = (reason: SuppressionReason): AddressTrouble => ({
    suppression: { reason, suppressedAt: now, endsAt: null },
    softSince: null,
  });
  switch (news) {
    case "delivered":
      return { suppression: current?.reason === "complaint" ? current : null, softSince: null };
    case "complaint":
      return current?.reason === "complaint" ? { suppression: current, softSince } : lasting("complaint");
    case "gone":
      return current?.endsAt === null ? { suppression: current, softSince } : lasting("bounce");
    default:
      if (current) return { suppression: current, softSince };
      return afterSoftFailure(softSince, now);
  }
}

function afterSoftFailure(softSince: Temporal.Instant | null, now: Temporal.Instant): AddressTrouble {
  const hours = softSince ? now.since(softSince).total("hours") : null;
  if (softSince === null || hours === null || hours > SOFT_DAYS * HOURS_A_DAY)
    return { suppression: null, softSince: now };
  if (dayOf(softSince) === dayOf(now)) return { suppression: null, softSince };
  const endsAt = now.add({ hours: SOFT_DAYS * HOURS_A_DAY });
  return { suppression: { reason: "bounce", suppressedAt: now, endsAt }, softSince: null };
}

const dayOf = (at: Temporal.Instant): string => at.toString().slice(0, 10);
