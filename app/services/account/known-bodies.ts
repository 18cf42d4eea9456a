import type { ImpactResource, SnapshotRow } from "#app/ports/index.ts";

/** Last known bodies by resource; the adapters wrote them in the account file's item shapes. */
export type KnownBodies = Partial<Record<ImpactResource, unknown>>;

export const bodiesOf = (snapshots: SnapshotRow[]): KnownBodies =>
  Object.fromEntries(
    snapshots.filter(({ checkedAt }) => checkedAt).map(({ resource, body }) => [resource, body]),
  );
