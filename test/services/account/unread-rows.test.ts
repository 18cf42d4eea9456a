import { expect, it } from "vitest";
import type { ImpactResource } from "#app/ports/index.ts";
import { exportAccount } from "#app/services/account/export-account.server.ts";
import { loadAccount } from "#app/services/account/load-account.server.ts";
import type { StatedFacts } from "#app/services/account/stated-facts.ts";
import { aCloser, aContract, STARTER } from "../closing/a-closer.ts";
import { anItem, key, shop } from "../sync/a-merchant.ts";

const odd = (rowKey: string) => ({ rowKey, id: rowKey, field: "Id", problem: "missing" as const, row: "{}" });

/** A store of whose lists some rows could not be read. */
async function withUnread(unread: Partial<Record<ImpactResource, number>>, facts: StatedFacts = STARTER) {
  const lists = { Contracts: [aContract("c1"), aContract("c2")] };
  const { deps } = await aCloser({ items: [anItem()], lists, facts });
  for (const [resource, count] of Object.entries(unread))
    await deps.db.setAside.add(
      key,
      resource as ImpactResource,
      Array.from({ length: count }, (_, index) => odd(`${resource}${index}`)),
      1,
    );
  const view = await loadAccount({ shop }, deps);
  if (!view) throw new Error("The shop was never seen.");
  return { deps, view };
}

it("says how many rows of which list could not be read, of how many", async () => {
  const { deps, view } = await withUnread({ Contracts: 3, Actions: 2, Invoices: 1 });
  expect(view.unread).toEqual([
    { resource: "Contracts", count: 3, all: 5 },
    { resource: "Actions", count: 2, all: 3 },
    { resource: "Invoices", count: 1, all: null },
  ]);
  // Of actions there is no list, but how many there are.
  await deps.db.snapshots.saveRead(shop, "Actions", { all: 40, pending: 1 }, deps.clock.now());
  await deps.db.snapshots.saveFailure(shop, "Invoices", { outcome: "unauthorized" }, deps.clock.now());
  expect((await loadAccount({ shop }, deps))?.unread).toEqual([
    { resource: "Contracts", count: 3, all: 5 },
    { resource: "Actions", count: 2, all: 42 },
    { resource: "Invoices", count: 1, all: null },
  ]);
});

it.each([null, "text", 7, {}, { all: "many" }])("does not guess how many there are of %j", async (body) => {
  const { deps } = await withUnread({ Actions: 2 });
  await deps.db.snapshots.saveRead(shop, "Actions", body, deps.clock.now());
  expect((await loadAccount({ shop }, deps))?.unread).toEqual([{ resource: "Actions", count: 2, all: null }]);
});

it("goes with the account under the file's names of the lists, with and without the sign-up date", async () => {
  const unread = { Contracts: 3, Actions: 2, Advertisers: 4 };
  const ready = await withUnread(unread);
  expect(ready.view.assembled).toMatchObject({
    outcome: "ready",
    account: { unread: { contracts: 3, actions: 2 }, signedUpOn: expect.any(Number) },
  });
  const assembled = ready.view.assembled;
  if (assembled.outcome === "ready") expect(assembled.account.unread).toEqual({ contracts: 3, actions: 2 });
  const { view } = await withUnread(unread, {});
  expect(view.assembled).toMatchObject({
    outcome: "facts-missing",
    read: { unread: { contracts: 3, actions: 2 }, contracts: [{ id: "c1" }, { id: "c2" }] },
  });
});

it("is nothing where every row was read, or only rows of a list the file has not", async () => {
  for (const unread of [{}, { Advertisers: 4 }]) {
    const { assembled } = (await withUnread(unread)).view;
    expect(assembled.outcome === "ready" && assembled.account.unread).toBeUndefined();
  }
  const { view } = await withUnread({});
  expect(view.unread).toEqual([]);
});

it("goes into the account's file row by row", async () => {
  const { deps } = await withUnread({ Contracts: 1, Advertisers: 1 });
  const text: Uint8Array[] = [];
  for await (const piece of (await exportAccount({ shop }, deps)) ?? []) text.push(piece);
  const file = JSON.parse(Buffer.concat(text).toString("utf8"));
  expect(file.setAside).toEqual([
    expect.objectContaining({ list: "contracts", field: "Id", problem: "missing", row: "{}" }),
  ]);
  expect(file.actions).toHaveLength(1);
});

it("has no file of a store never seen, nor without the sign-up date", async () => {
  const { deps } = await withUnread({}, {});
  expect(await exportAccount({ shop }, deps)).toBeNull();
  expect(await exportAccount({ shop: "nobody.myshopify.com" }, deps)).toBeNull();
});

it("has a file without any action's row before they were read", async () => {
  const { deps } = await aCloser({ lists: { Contracts: [] } });
  const text: Uint8Array[] = [];
  for await (const piece of (await exportAccount({ shop }, deps)) ?? []) text.push(piece);
  expect(JSON.parse(Buffer.concat(text).toString("utf8"))).toMatchObject({ actions: null, contracts: [] });
});
