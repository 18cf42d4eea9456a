import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { summariseActions, totalsChange } from "#app/domain/index.ts";
import type { AccountKey, StoredAction } from "#app/ports/index.ts";
import { at, newShopDomain } from "#test/factories/rows.ts";
import { DATABASES, type Running } from "./databases.ts";

function anAction(overrides: Partial<StoredAction> = {}): StoredAction {
  return {
    id: "1",
    programId: "1000",
    program: "Acme",
    partner: "Blog",
    state: "PENDING",
    amount: 10_000,
    payout: 750,
    trackedOn: 20_600,
    locksOn: 20_645,
    reversedOn: null,
    clearedOn: null,
    ...overrides,
  };
}

const aKey = (): AccountKey => ({ shop: newShopDomain(), accountSid: `IR${newShopDomain().slice(5, 13)}` });

/** The same account at another store, and another account at the same store: none sees or loses a row of the other. */
const neighbours = (key: AccountKey): AccountKey[] => [
  { ...key, shop: newShopDomain() },
  { ...key, accountSid: "IRother" },
];

describe.each(DATABASES)("rows in %s", (_name, start) => {
  let running: Running;
  beforeAll(async () => {
    running = await start();
  });
  afterAll(() => running.stop());

  it("of actions are replaced in every field when they are put again", async () => {
    const { actions } = running.db;
    const key = aKey();
    const changed: StoredAction = {
      id: "1",
      programId: "2000",
      program: "Acme Two",
      partner: "Another",
      state: "REVERSED",
      amount: 1,
      payout: 2,
      trackedOn: 20_601,
      locksOn: 20_646,
      reversedOn: 20_602,
      clearedOn: 20_700,
    };
    await actions.put(key, [anAction()], 1);
    await actions.put(key, [changed], 2);
    expect(await actions.byId(key, ["1"])).toEqual([changed]);
  });

  it("of open actions come in pages of one kind, the last lock first, and are found by any of their names", async () => {
    const { actions } = running.db;
    const key = aKey();
    await actions.put(
      key,
      [
        anAction({ id: "late", locksOn: 20_700 }),
        anAction({ id: "soon_1", locksOn: 20_660, partner: "100% Blog" }),
        anAction({ id: "open-ended", locksOn: null }),
        anAction({ id: "locked", locksOn: 20_640 }),
        anAction({ id: "approved", state: "APPROVED", locksOn: 20_630 }),
        anAction({ id: "paid", state: "APPROVED", locksOn: 20_630, clearedOn: 20_640 }),
        anAction({ id: "gone", state: "REVERSED", reversedOn: 20_610 }),
        anAction({ id: "not-yet", trackedOn: 20_655 }),
      ],
      1,
    );
    const found = async (kind: "pending" | "to-pay", search = "", offset = 0, limit = 20) => {
      const { rows, count } = await actions.openPage(key, 20_650, { kind, search, offset, limit });
      return [count, ...rows.map(({ id }) => id)];
    };
    expect(await found("pending")).toEqual([3, "open-ended", "late", "soon_1"]);
    expect(await found("pending", "", 1, 1)).toEqual([3, "late"]);
    expect(await found("to-pay")).toEqual([2, "locked", "approved"]);
    // A sign that a pattern would take for any letter is looked for as it is.
    expect(await found("pending", "0%")).toEqual([1, "soon_1"]);
    expect(await found("pending", "soon_")).toEqual([1, "soon_1"]);
    expect(await found("pending", "_")).toEqual([1, "soon_1"]);
    expect(await found("pending", " ACME ")).toEqual([3, "open-ended", "late", "soon_1"]);
  });

  it("of actions come page by page, and all of them, however many there are", async () => {
    const { actions } = running.db;
    const key = aKey();
    const ids = Array.from({ length: 20_003 }, (_, index) => String(100_000 + index));
    await actions.put(
      key,
      ids.map((id) => anAction({ id })),
      1,
    );
    expect((await actions.all(key)).map(({ id }) => id)).toEqual(ids);
    const after = await actions.page(key, ids[20_000] ?? "", 10);
    expect(after.map(({ id }) => id)).toEqual(ids.slice(20_001));
  });

  it("of actions go alone, and are counted alone, whatever another store or account has under the same id", async () => {
    const { actions } = running.db;
    const key = aKey();
    const others = neighbours(key);
    const [one, two] = [anAction(), anAction({ id: "2", trackedOn: 20_601 })];
    for (const each of [key, ...others]) {
      await actions.put(each, [one, two], 1);
      await actions.addToTotals(each, totalsChange([], [one, two]));
    }
    expect(await actions.currentActions(key, 20_650)).toMatchObject({ tracked: 2, reversed: 0 });
    expect(await actions.totals(key)).toEqual(summariseActions([one, two]));
    expect(await actions.counts(key)).toEqual({ all: 2, pending: 2 });
    await actions.remove(key, ["1"]);
    await actions.addToTotals(key, totalsChange([one], []));
    expect(await actions.counts(key)).toEqual({ all: 1, pending: 1 });
    for (const each of others) {
      expect((await actions.all(each)).map(({ id }) => id)).toEqual(["1", "2"]);
      expect(await actions.counts(each)).toEqual({ all: 2, pending: 2 });
    }
  });

  it("and sightings leave a history of what was seen when", async () => {
    const { snapshots } = running.db;
    const { shop } = aKey();
    const seen = async (body: unknown, time: string) =>
      snapshots.saveRead(shop, "Catalogs", body, at(`2026-06-21T${time}:00Z`));
    await seen(["one"], "09:00");
    await seen(["one"], "10:00");
    await snapshots.saveFailure(shop, "Catalogs", { outcome: "unauthorized" }, at("2026-06-21T11:00:00Z"));
    await seen([], "12:00");
    await seen(["one"], "13:00");
    const history = await snapshots.history(shop, "Catalogs");
    expect(
      history.map(({ body, firstSeenAt, lastSeenAt }) => [body, `${firstSeenAt}`, `${lastSeenAt}`]),
    ).toEqual([
      [["one"], "2026-06-21T13:00:00Z", "2026-06-21T13:00:00Z"],
      [[], "2026-06-21T12:00:00Z", "2026-06-21T12:00:00Z"],
      [["one"], "2026-06-21T09:00:00Z", "2026-06-21T10:00:00Z"],
    ]);
    await snapshots.removeAll(shop);
    expect(await snapshots.history(shop, "Catalogs")).toEqual([]);
  });

  it("and sightings: what was last seen 400 days ago goes, also while nothing new is seen", async () => {
    const { snapshots } = running.db;
    const { shop } = aKey();
    const other = newShopDomain();
    const first = at("2025-01-01T09:00:00Z");
    await snapshots.saveRead(shop, "Catalogs", ["old"], first);
    await snapshots.saveRead(shop, "Invoices", ["another list"], first);
    await snapshots.saveRead(other, "Catalogs", ["another store"], first);
    await snapshots.saveRead(shop, "Catalogs", ["new"], first.add({ hours: 1 }));
    const bodies = async () => (await snapshots.history(shop, "Catalogs")).map(({ body }) => body);
    await snapshots.saveRead(shop, "Catalogs", ["new"], first.add({ hours: 24 * 400 }));
    expect(await bodies()).toEqual([["new"], ["old"]]);
    await snapshots.saveRead(shop, "Catalogs", ["new"], first.add({ hours: 24 * 400 + 1 }));
    await snapshots.saveRead(shop, "Catalogs", ["new"], first.add({ hours: 24 * 400 + 2 }));
    const left = await snapshots.history(shop, "Catalogs");
    expect(left.map(({ body, firstSeenAt }) => [body, `${firstSeenAt}`])).toEqual([
      [["new"], "2025-01-01T10:00:00Z"],
    ]);
    expect(await snapshots.history(shop, "Invoices")).toHaveLength(1);
    expect(await snapshots.history(other, "Catalogs")).toHaveLength(1);
  });
});
