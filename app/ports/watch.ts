import type { Temporal } from "temporal-polyfill";
import type { NextCharge, TaskMark } from "#app/domain/index.ts";

export type MarkRecord = TaskMark & {
  accountSid: string;
  changedAt: Temporal.Instant;
  /** When the merchant last did something for closing. */
  wantedAt: Temporal.Instant;
};

/** How each closing task was last known to stand. */
export interface MarkStore {
  all(shop: string): Promise<MarkRecord[]>;
  /** Puts `next` in the place of `seen` (null for none); false, and nothing, when another look changed it meanwhile. */
  move(shop: string, seen: MarkRecord | null, next: MarkRecord): Promise<boolean>;
  want(shop: string, at: Temporal.Instant): Promise<void>;
  removeAll(shop: string): Promise<void>;
}

/** The next charge as it was told last. */
export interface ToldChargeStore {
  find(shop: string): Promise<NextCharge | null>;
  /** False, and nothing, when the told charge is no longer `seen`. */
  change(shop: string, seen: NextCharge | null, next: NextCharge, at: Temporal.Instant): Promise<boolean>;
}
