import { Temporal } from "temporal-polyfill";
import type { MemoryState } from "./memory-stores.ts";

/** One row per distinct content, from its first to its last time. */
export function saveSighting(rows: MemoryState, seen: MemoryState["sightings"][number]): void {
  if (seen.body === null) return;
  const isMine = ({ shop, resource }: { shop: string; resource: string }) =>
    shop === seen.shop && resource === seen.resource;
  const oldest = seen.lastSeenAt.subtract({ hours: 24 * 400 });
  rows.sightings = rows.sightings.filter(
    (row) => !isMine(row) || Temporal.Instant.compare(row.lastSeenAt, oldest) >= 0,
  );
  const mine = rows.sightings.filter(isMine);
  const last = mine.at(-1);
  const same = last && JSON.stringify(last.body) === JSON.stringify(seen.body);
  const row = same ? { ...last, lastSeenAt: seen.lastSeenAt } : seen;
  const replaced = last && (same || last.firstSeenAt.equals(seen.firstSeenAt)) ? last : null;
  rows.sightings = [...rows.sightings.filter((each) => each !== replaced), row];
}
