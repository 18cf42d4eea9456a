import type { Temporal } from "temporal-polyfill";

/** Calls impact.com counts together: catalogs have an hourly limit of their own (domain.md 6.2). */
export type CallGroup = "catalogs" | "other";

/** What impact.com said last about an account's calls of the hour. `limit` is null where it does not say it. */
export type CallAllowance = { limit: number | null; remaining: number; resetAt: Temporal.Instant };

/** Calls an account has left, shared by all shops and all instances, because impact.com counts them per account. */
export interface CallBudgetStore {
  find(accountSid: string, group: CallGroup): Promise<CallAllowance | null>;
  /** Keeps what an answer said. Of answers about one hour that overtook each other the lowest number stands. */
  save(accountSid: string, group: CallGroup, allowance: CallAllowance): Promise<void>;
}
