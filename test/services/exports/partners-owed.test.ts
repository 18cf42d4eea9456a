import { describe, expect, it } from "vitest";
import { translatorFor } from "#app/messages/messages.server.ts";
import { isOfOwed, owedCsv, partnersOwed } from "#app/services/exports/partners-owed.server.ts";
import { at } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";
import { aCloser } from "../closing/a-closer.ts";
import { anItem, key, shop } from "../sync/a-merchant.ts";
import { ACTIONS, anAccount, shop as largeShop, linesOf } from "./an-account.ts";

/** Two partners on 21 June 2026: one with something pending, without a day as well, and something locked. */
const ITEMS = [
  anItem({ id: "1", locksOn: "2026-07-10", payout: "8.00" }),
  anItem({ id: "2", state: "APPROVED", trackedOn: "2026-05-02", locksOn: "2026-06-05", payout: "20.00" }),
  anItem({ id: "3", locksOn: null, payout: "5.00" }),
  anItem({ id: "4", partner: "Zeitung", locksOn: "2026-07-25", payout: "5.00" }),
];
const HEAD = `Partner,Pending actions,Pending amount,First locks on,Last locks on,Pending without a locking date,"Locked, unpaid actions","Locked, unpaid amount",First locked on,Last locked on,Total,Currency`;
const LINES = [
  "Blog,2,13.00,2026-07-10,2026-07-10,1,1,20.00,2026-06-05,2026-06-05,33.00,USD",
  "Zeitung,1,5.00,2026-07-25,2026-07-25,0,0,0.00,,,5.00,USD",
];
type Deps = Awaited<ReturnType<typeof aCloser>>["deps"];

async function fileOf(deps: Deps) {
  const owed = await partnersOwed({ shop }, deps);
  return owed && linesOf(new TextDecoder().decode(owedCsv(owed, translatorFor("en"))));
}

describe("what partners are owed", () => {
  it("is a line each, the most owed first, with what is pending and what is locked", async () => {
    const { deps } = await aCloser({ items: ITEMS });
    expect(await fileOf(deps)).toEqual([HEAD, ...LINES]);
  });

  it("counts every action, however many pages they fill", async () => {
    const { deps } = await anAccount();
    const owed = await partnersOwed({ shop: largeShop }, deps);
    const counts = owed?.report?.partners.map(({ pending, locked }) => pending.count + locked.count) ?? [];
    expect(counts.reduce((sum, each) => sum + each, 0)).toBe(ACTIONS);
  });

  it("is as old as the last look at the actions, or their reading where nobody looked since", async () => {
    const { deps } = await aCloser({ items: ITEMS });
    const age = async () => (await partnersOwed({ shop }, deps))?.checkedAt;
    await deps.db.snapshots.saveRead(shop, "Contracts", [], at("2026-06-21T06:00:00Z"));
    await deps.db.snapshots.saveRead(shop, "Actions", { all: 4 }, at("2026-06-21T11:00:00Z"));
    expect(await age()).toBe("2026-06-21T11:00:00Z");
    const large = await anAccount();
    expect((await partnersOwed({ shop: largeShop }, large.deps))?.checkedAt).toBe("2026-06-21T09:00:00Z");
  });

  it("is not known while the actions were read in another currency, however new that is", async () => {
    const { deps } = await aCloser({ items: ITEMS });
    const sync = await deps.db.syncs.find(key);
    if (sync) await deps.db.syncs.save(key, { ...sync, currency: "EUR" });
    expect(await partnersOwed({ shop }, deps)).toMatchObject({
      checkedAt: "2026-06-21T09:00:00Z",
      report: null,
    });
    expect(await fileOf(deps)).toEqual([HEAD]);
  });

  it("is not known before the first reading, and of no store that was never seen", async () => {
    const { deps } = await aCloser({});
    expect(await partnersOwed({ shop }, deps)).toMatchObject({ checkedAt: null, report: null });
    expect(await partnersOwed({ shop: "never-seen.myshopify.com" }, createFakeDeps())).toBeNull();
  });

  it("tells in its file of unread rows that could add to it, and of no others", async () => {
    const { deps } = await aCloser({ items: ITEMS });
    const odd = { rowKey: "r", id: null, field: "Id", problem: "missing" as const, row: "{}" };
    await deps.db.setAside.replace(key, "Contracts", [odd]);
    expect(await fileOf(deps)).toEqual([HEAD, ...LINES]);
    await deps.db.setAside.add(key, "Actions", [odd], 1);
    expect((await fileOf(deps))?.slice(3)).toEqual([
      "Actions: 1 of 5 rows could not be read",
      `"Everything else counts exactly. Figures that use these lists say “at least”, and their tasks are not done. Check them in impact.com. The account file and the export name each row with the reason."`,
    ]);
    const list = { count: 1, all: null };
    expect(
      (["Campaigns", "Actions", "Contracts"] as const).map((resource) => isOfOwed({ ...list, resource })),
    ).toEqual([true, true, false]);
  });
});
