import type { AccountKey, ImpactResource, SetAside, Work } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";

/** Where rows are kept: a list that was read whole has these and no others, a reading of actions adds to what it saw. */
type Kept = { key: AccountKey; resource: ImpactResource; run: number | null };

/** Keeps rows that could not be read, and has the operator told of each field that made one unreadable. */
export async function keepAside(
  { key, resource, run }: Kept,
  rows: readonly SetAside[],
  work: Work,
  { clock }: Pick<Deps, "clock">,
): Promise<void> {
  if (run === null) await work.setAside.replace(key, resource, rows);
  else if (rows.length > 0) await work.setAside.add(key, resource, rows, run);
  for (const field of new Set(rows.map(({ field }) => field)))
    await work.schemaDrifts.note({ resource, field: `${resource}[].${field}`, value: null }, clock.now());
}
