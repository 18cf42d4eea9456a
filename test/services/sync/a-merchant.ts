import { type Action, type DailyTotals, readActions, summariseActions } from "#app/domain/index.ts";
import type { ActionItem } from "#app/ports/index.ts";
import { syncActions } from "#app/services/sync/sync-actions.server.ts";
import type { SyncInput } from "#app/services/sync/sync-input.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";
import { createImpactAccount } from "#test/fakes/impact-account.ts";

export const shop = "acme.myshopify.com";
export const key = { shop, accountSid: "IRone" };

export function anItem(overrides: Partial<ActionItem> = {}): ActionItem {
  return {
    id: "1",
    program: "Acme",
    partner: "Blog",
    state: "PENDING",
    amount: "100.00",
    payout: "7.50",
    trackedOn: "2026-06-01",
    locksOn: "2026-07-15",
    reversedOn: null,
    clearedOn: null,
    ...overrides,
  };
}

/** Actions of two years in every state. */
export const SOME_ITEMS: ActionItem[] = [
  anItem(),
  anItem({
    id: "2",
    trackedOn: "2025-01-10",
    locksOn: "2025-02-20",
    state: "APPROVED",
    clearedOn: "2025-03-16",
  }),
  anItem({ id: "3", trackedOn: "2025-01-10", state: "REVERSED", locksOn: null, reversedOn: "2025-01-20" }),
  anItem({ id: "4", trackedOn: "2026-06-18", locksOn: null }),
  anItem({ id: "5", trackedOn: "2026-06-20", locksOn: "2027-05-01", amount: "1.01", payout: "0.08" }),
  anItem({ id: "6", trackedOn: "2026-03-03", locksOn: "2026-04-04", state: "APPROVED" }),
  anItem({ id: "7", trackedOn: "2024-02-29", state: "REVERSED", locksOn: null, reversedOn: "2024-03-01" }),
];

/** A connected shop on 21 June 2026 and the account it is connected to. */
export async function aMerchant(items: ActionItem[] = SOME_ITEMS) {
  const impact = createImpactAccount();
  const deps = { ...createFakeDeps(), impact };
  for (const item of items) impact.list(item);
  await deps.db.connections.save({
    ...key,
    kind: "brand",
    sealedToken: "sealed",
    connectedAt: deps.clock.now(),
    connectedBy: "staff-1",
  });
  const sync = (overrides: Partial<SyncInput> = {}) =>
    syncActions(
      {
        key,
        credentials: { accountSid: key.accountSid, authToken: "t" },
        programs: [{ id: "1000", name: "Acme", state: "ACTIVE" }],
        account: { currency: "USD", timeZone: "America/New_York" },
        wanted: { kind: "update", after: deps.clock.now() },
        signal: new AbortController().signal,
        lease: { owner: "me", seconds: 60 },
        ...overrides,
      },
      deps,
    );
  /** What is stored, and what its sums should be. */
  const stored = async (): Promise<{ actions: Action[]; totals: DailyTotals; expected: DailyTotals }> => {
    const actions = await deps.db.actions.all(key);
    return { actions, totals: await deps.db.actions.totals(key), expected: summariseActions(actions) };
  };
  return { deps, impact, sync, stored };
}

/** Items as the store gives them back. */
export function asActions(items: ActionItem[]): Action[] {
  const read = readActions(items, "USD");
  if (read.rejected.length > 0) throw new Error(JSON.stringify(read.rejected));
  return read.actions.sort((a, b) => (a.id < b.id ? -1 : 1));
}
