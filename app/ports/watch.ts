import type { Temporal } from "temporal-polyfill";
import type { ChargeSnapshot, TaskWatch } from "#app/domain/index.ts";

export type TaskWatchRow = TaskWatch & {
  accountSid: string;
  changedAt: Temporal.Instant;
  /** When the merchant last did something for closing. */
  wantedAt: Temporal.Instant;
};

/** How each closing task was last known to stand. */
export interface TaskWatchStore {
  all(shop: string): Promise<TaskWatchRow[]>;
  /** Puts `next` in the place of `seen` (null for none); false, and nothing, when another look changed it meanwhile. */
  move(shop: string, seen: TaskWatchRow | null, next: TaskWatchRow): Promise<boolean>;
  want(shop: string, at: Temporal.Instant): Promise<void>;
  removeAll(shop: string): Promise<void>;
}

/** The next charge as it was told last. */
export interface ChargeSnapshotStore {
  find(shop: string): Promise<ChargeSnapshot | null>;
  /** False, and nothing, when the told charge is no longer `seen`. */
  change(
    shop: string,
    seen: ChargeSnapshot | null,
    next: ChargeSnapshot,
    at: Temporal.Instant,
  ): Promise<boolean>;
}
