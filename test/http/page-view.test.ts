import { expect, it } from "vitest";
import { pageView } from "#app/http/page-view.server.ts";
import type { ImpactResource, ReadFailure } from "#app/ports/index.ts";
import { loadAccount } from "#app/services/account/load-account.server.ts";
import { aConnection, aShop, at } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

/** A page of a store whose lists failed like this a minute after they were read, some of them never. */
async function pageWith(
  failures: Partial<Record<ImpactResource, ReadFailure>>,
  {
    token = "sealed" as string | null,
    neverRead = [] as ImpactResource[],
    isOver = false,
    reads = false,
  } = {},
) {
  const deps = createFakeDeps();
  const { shop } = aShop();
  await deps.db.shops.save(aShop({ shop }));
  const connection = aConnection({ shop, sealedToken: token });
  await deps.db.connections.save(connection);
  if (reads) {
    const startedAt = at("2026-06-21T09:00:00Z");
    const run = { run: 1, kind: "first" as const, startedAt, currency: "USD", fullAt: null };
    const isUnderWay = { finishedAt: null, completedAt: null };
    await deps.db.syncs.save({ shop, accountSid: connection.accountSid }, { ...run, ...isUnderWay });
  }
  for (const [name, failure] of Object.entries(failures)) {
    const resource = name as ImpactResource;
    if (!neverRead.includes(resource))
      await deps.db.snapshots.saveRead(shop, resource, [], at("2026-06-21T09:00:00Z"));
    await deps.db.snapshots.saveFailure(shop, resource, failure, at("2026-06-21T09:01:00Z"));
  }
  deps.clock.set("2026-06-21T09:02:00Z");
  const view = await loadAccount({ shop }, deps);
  if (!view) throw new Error("no store");
  return pageView(view, { isOver });
}
const TIMEOUT = { outcome: "unavailable", reason: "timeout" } as const;
const REFUSED = { outcome: "unauthorized" } as const;
const lacks = (resource: ImpactResource): ReadFailure => ({ outcome: "forbidden", resource });

it("one cause is told once, with all the lists it is about", async () => {
  const { failures } = await pageWith({
    Contracts: TIMEOUT,
    Invoices: TIMEOUT,
    Catalogs: lacks("Catalogs"),
    Actions: lacks("Actions"),
  });
  expect(failures.map(({ failure, resources }) => [failure.outcome, [...resources].sort()])).toEqual([
    ["unavailable", ["Contracts", "Invoices"]],
    ["forbidden", ["Actions", "Catalogs"]],
  ]);
});

it("is last seen at the oldest of the times, and at none where one list never was", async () => {
  const seen = await pageWith({ Contracts: TIMEOUT, Invoices: TIMEOUT });
  expect(seen.failures[0]?.lastSeen).toBe("2026-06-21T09:00:00Z");
  const partly = await pageWith({ Contracts: TIMEOUT, Invoices: TIMEOUT }, { neverRead: ["Invoices"] });
  expect(partly.failures[0]?.lastSeen).toBeNull();
});

it("waits as long as the last of impact.com's pauses", async () => {
  const pause = (retryAt: string): ReadFailure => ({ outcome: "rate-limited", retryAt });
  const { failures } = await pageWith({
    Contracts: pause("2026-06-21T09:05:00Z"),
    Invoices: pause("2026-06-21T09:09:00Z"),
    Catalogs: pause("2026-06-21T09:07:00Z"),
  });
  expect(failures.map(({ failure }) => failure)).toEqual([pause("2026-06-21T09:09:00Z")]);
});

it("says of a token whether it is refused, and nothing of what failed with one that is gone", async () => {
  const refused = await pageWith({ Contracts: REFUSED, Invoices: REFUSED });
  expect([refused.failures.length, refused.freshness.refused]).toEqual([1, true]);
  const gone = await pageWith({ Contracts: REFUSED, Invoices: TIMEOUT }, { token: null });
  expect([gone.failures, gone.freshness.refused, gone.freshness.isSyncing]).toEqual([[], false, false]);
});

it("asks nobody to check a token that an account refuses which was closed", async () => {
  const { failures } = await pageWith({ Contracts: REFUSED, Invoices: TIMEOUT }, { isOver: true });
  expect(failures.map(({ failure }) => failure)).toEqual([TIMEOUT]);
  expect((await pageWith({ Contracts: REFUSED }, {})).failures).toHaveLength(1);
});

it("says that a reading goes on only while something reads: not after it failed, not without a token (fault 17)", async () => {
  const shown = async (failures: Parameters<typeof pageWith>[0], token: string | null = "sealed") => {
    const { sync, freshness } = await pageWith(failures, { token, reads: true });
    return [sync && (sync.stopped?.failure.outcome ?? "reads"), freshness.isSyncing];
  };
  expect(await shown({})).toEqual(["reads", true]);
  const odd = { outcome: "unexpected-answer", resource: "Actions", field: "Actions[].Amount" } as const;
  expect(await shown({ Actions: odd })).toEqual(["unexpected-answer", false]);
  expect(await shown({}, null)).toEqual([null, false]);
});
