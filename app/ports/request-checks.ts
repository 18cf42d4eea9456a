import type { Temporal } from "temporal-polyfill";
import type { RequestState } from "#app/domain/index.ts";

/**
 * `desk`: where the ticket stands. `account`: whether impact.com still takes the key after the closing. `follow-up`: whether
 * it is time to write to impact.com again, or to send at last what lies unsent.
 */
export const CHECK_KINDS = ["desk", "account", "follow-up"] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

export const CHECK_ANSWERS = ["new", "open", "waiting", "solved", "answers", "refused"] as const;
export type CheckAnswer = (typeof CHECK_ANSWERS)[number];

/** What was last learned by asking; a try that failed keeps the answer before it. */
export type RequestCheckRow = {
  shop: string;
  requestId: string;
  kind: CheckKind;
  triedAt: Temporal.Instant | null;
  answer: CheckAnswer | null;
  answeredAt: Temporal.Instant | null;
  /** Since when every answer has been this one. */
  sameSince: Temporal.Instant | null;
  /** Why the last try brought no answer; null when it did. */
  failure: string | null;
  failures: number;
  nextAt: Temporal.Instant;
};

export type RequestCheckChange = Partial<Omit<RequestCheckRow, "shop" | "requestId" | "kind">>;

export interface RequestCheckStore {
  find(shop: string, requestId: string, kind: CheckKind): Promise<RequestCheckRow | null>;
  /** Asks from `nextAt` on; what was learned before is forgotten. */
  plan(check: Pick<RequestCheckRow, "shop" | "requestId" | "kind" | "nextAt">): Promise<void>;
  /** Changes the check as it was seen; false, and nothing, when somebody asked meanwhile. */
  change(seen: RequestCheckRow, change: RequestCheckChange): Promise<boolean>;
  /** Nothing is asked any more. */
  remove(shop: string, requestId: string, kind: CheckKind): Promise<void>;
  /** Of all shops: checks due at `now` of requests in one of `states`, by id after `after`. */
  due(wanted: {
    kind: CheckKind;
    states: readonly RequestState[];
    now: Temporal.Instant;
    after: string;
    limit: number;
  }): Promise<{ shop: string; requestId: string }[]>;
}
