import { Temporal } from "temporal-polyfill";
import type { AccountKey, ActionSlice, StoredAction, SyncStateRow } from "#app/ports/index.ts";
import { at, newShopDomain } from "#test/factories/rows.ts";
import type { Running } from "./databases.ts";

export function anAction(overrides: Partial<StoredAction> = {}): StoredAction {
  return {
    id: "1",
    programId: "1000",
    program: "Acme",
    partner: 'Zoë\'s "Blog"',
    state: "PENDING",
    amount: 123_456_789_012_345,
    payout: 750,
    trackedOn: 20_600,
    locksOn: 20_645,
    reversedOn: null,
    clearedOn: null,
    ...overrides,
  };
}

export const aKey = (): AccountKey => ({
  shop: newShopDomain(),
  accountSid: `IR${newShopDomain().slice(5, 13)}`,
});

export const aState = (overrides: Partial<SyncStateRow> = {}): SyncStateRow => ({
  run: 1,
  kind: "first",
  startedAt: at("2026-06-21T09:00:00Z"),
  finishedAt: null,
  currency: "USD",
  completedAt: null,
  fullAt: null,
  ...overrides,
});

export const day = (text: string) => Temporal.PlainDate.from(text);
export const slice = (from: string, to: string): ActionSlice => ({
  list: "tracked",
  programId: "1000",
  window: { from: day(from), to: day(to) },
});

/** An account that is connected and being read. */
export async function aConnectedRun({ db }: Running) {
  const key = aKey();
  const run = aState();
  await db.connections.save({
    ...key,
    kind: "brand",
    sealedToken: "sealed",
    connectedAt: run.startedAt,
    connectedBy: "Ada",
  });
  await db.syncs.save(key, run);
  return { key, run, db };
}
