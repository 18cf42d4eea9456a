import type { Category } from "#sandbox/impact/state/categories.ts";
import type { PreparedAccount } from "#sandbox/impact/state/prepare.ts";

export interface Allowance {
  limit: number;
  remaining: number;
  /** Seconds until the hour is over. */
  resetSeconds: number;
  exceeded: boolean;
}

const HOUR_MS = 3_600_000;

/**
 * Counts an account's calls per hour of the sandbox clock: 1,000; on their own 3,600 for Catalogs (H39), and 500 for a
 * partner's actions (H40).
 */
export function createRateLimiter(): (
  account: PreparedAccount,
  category: Category,
  nowMs: number,
) => Allowance {
  const counts = new Map<string, { hour: number; calls: number }>();
  return (account, category, nowMs) => {
    const { sid, persona, limits } = account.seed.sandbox;
    const own =
      category === "Catalogs"
        ? limits.catalogsPerHour
        : persona === "partner" && (category === "Actions" || category === "ActionUpdates")
          ? limits.partnerActionsPerHour
          : null;
    const limit = own ?? limits.perHour;
    const key = own === null ? sid : `${sid}/${category === "Catalogs" ? "Catalogs" : "detail"}`;
    const hour = Math.floor(nowMs / HOUR_MS);
    const known = counts.get(key);
    const calls = (known?.hour === hour ? known.calls : 0) + 1;
    counts.set(key, { hour, calls });
    const resetSeconds = Math.ceil(((hour + 1) * HOUR_MS - nowMs) / 1000);
    return { limit, remaining: Math.max(0, limit - calls), resetSeconds, exceeded: calls > limit };
  };
}
