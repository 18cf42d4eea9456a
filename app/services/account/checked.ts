import type { Temporal } from "temporal-polyfill";
import type { ImpactResource, ReadFailure, SnapshotRow } from "#app/ports/index.ts";

/**
 * A fact as impact.com last said it: `value` and `checkedAt` are null until it was read once. With a `failure` the
 * last attempt did not succeed and `value` is what was known before.
 */
export type Checked<T> = { value: T | null; checkedAt: Temporal.Instant | null; failure: ReadFailure | null };

/** One resource out of the snapshots. The adapter of that resource wrote the body, so its shape is `T`. */
export function checked<T>(snapshots: readonly SnapshotRow[], resource: ImpactResource): Checked<T> {
  const found = snapshots.find((each) => each.resource === resource);
  if (!found) return { value: null, checkedAt: null, failure: null };
  const { checkedAt, failure, body } = found;
  return { value: checkedAt ? (body as T) : null, checkedAt, failure };
}
