import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { groupActions, settledTotals, summariseActions, totalsChange } from "#app/domain/index.ts";
import type { AccountKey, SetAside, StoredAction } from "#app/ports/index.ts";
import { newShopDomain } from "#test/factories/rows.ts";
import { DATABASES, type Running } from "./databases.ts";

const aKey = (): AccountKey => ({ shop: newShopDomain(), accountSid: `IR${newShopDomain().slice(5, 13)}` });
const aside = (id: string | null, row = "{}"): SetAside => ({
  ...{ id, field: "Payout", problem: "not-understood", row },
});
/** 0.8749 USD: 87 cents and 49 hundredths of one. */
const FINER = { amount: 0, payout: 490_000_000_000_000 };
const anAction = (overrides: Partial<StoredAction> = {}): StoredAction => ({
  ...{ id: "1", programId: "1000", program: "Acme", partner: "Blog", state: "PENDING" },
  ...{ amount: 1_000, payout: 87, trackedOn: 20_600, locksOn: null, reversedOn: null, clearedOn: null },
  finer: FINER,
  ...overrides,
});
const withoutProgram = ({ programId: _programId, ...action }: StoredAction) => action;

describe.each(DATABASES)("rows that could not be read, in %s", (_name, start) => {
  let running: Running;
  beforeAll(async () => {
    running = await start();
  });
  afterAll(() => running.stop());

  it("are kept by list, replaced with it, and counted to the row", async () => {
    const { db } = running;
    const key = aKey();
    await db.setAside.replace(key, "Invoices", [aside("I-1"), aside(null), aside(null)]);
    await db.setAside.add(key, "Actions", [aside("1"), aside("2")], 1);
    await db.setAside.add(key, "Actions", [aside("2", '{"Id":"2"}'), aside(null, "[]")], 1);
    expect(await db.setAside.counts(key)).toEqual({ Invoices: 3, Actions: 3 });
    expect(await db.setAside.first(key, 1)).toMatchObject([{ resource: "Actions", id: "1" }]);
    await db.setAside.replace(key, "Invoices", []);
    expect(await db.setAside.counts(key)).toEqual({ Actions: 3 });
    expect(await db.setAside.counts(aKey())).toEqual({});
  });

  it("go once they can be read, or when a whole reading no longer saw them", async () => {
    const { db } = running;
    const key = aKey();
    await db.setAside.add(key, "Actions", [aside("1"), aside("2"), aside("3")], 1);
    await db.actions.put(key, [anAction({ id: "1" })], 2);
    await db.setAside.settle(key, 2, false);
    expect(await db.setAside.counts(key)).toEqual({ Actions: 2 });
    await db.setAside.add(key, "Actions", [aside("3")], 2);
    await db.setAside.settle(key, 2, true);
    expect((await db.setAside.first(key, 10)).map(({ id }) => id)).toEqual(["3"]);
  });

  it("leave amounts finer than money to the digit, in rows, groups and sums", async () => {
    const { db } = running;
    const key = aKey();
    const rows = [anAction(), anAction({ id: "2" }), anAction({ id: "3", payout: -88, trackedOn: 20_601 })];
    await db.actions.put(key, rows, 1);
    await db.actions.addToTotals(key, totalsChange([], rows));
    expect(await db.actions.page(key, "", 10)).toEqual(rows);
    const totals = await db.actions.totals(key);
    expect(totals).toEqual(summariseActions(rows));
    expect(settledTotals(totals).map(({ tracked }) => tracked)).toEqual([175, -88]);
    const { open } = await db.actions.currentActions(key, 20_700);
    const byDay = (a: { first: readonly { trackedOn: number }[] }, b: typeof a) =>
      (a.first[0]?.trackedOn ?? 0) - (b.first[0]?.trackedOn ?? 0);
    expect(open.sort(byDay)).toEqual(groupActions(rows.map(withoutProgram)).sort(byDay));
    const plain = rows.map(({ finer: _plain, ...row }) => row);
    await db.actions.put(key, plain, 2);
    await db.actions.addToTotals(key, totalsChange(rows, plain));
    expect(await db.actions.totals(key)).toEqual(summariseActions(plain));
  });
});
