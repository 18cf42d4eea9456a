import { describe, expect, it } from "vitest";
import { anItem, shop } from "../sync/a-merchant.ts";
import { aCloser, STARTER } from "./a-closer.ts";

const named = (items: readonly { id: string }[] | undefined) => items?.map(({ id }) => id);
const locked = (id: string, locksOn: string, payout = "9.00") =>
  anItem({ id, state: "APPROVED", trackedOn: "2026-04-01", locksOn, payout });
/** One locks with the next week's, one long after it. */
const PENDING = [
  anItem({ id: "p1", partner: "Blog", trackedOn: "2026-06-01", locksOn: "2026-07-01" }),
  anItem({ id: "p2", partner: "News", trackedOn: "2026-06-02", locksOn: "2026-08-20" }),
];

describe("the list of actions of a task", () => {
  it("begins with those that lock long after the others, which hold the closing up", async () => {
    const { list } = await aCloser({ items: PENDING });
    expect(await list("pay-actions")).toEqual({
      tabs: [
        { show: "late", count: 1 },
        { show: "pending", count: 2 },
        { show: "to-pay", count: 0 },
      ],
      show: "late",
      search: "",
      items: [
        {
          id: "p2",
          name: "News",
          detail: "Acme",
          state: "late",
          on: "2026-08-20",
          trackedOn: "2026-06-02",
          amount: "7.50",
          revenue: "100.00",
        },
      ],
      count: 1,
      page: 1,
      pages: 1,
    });
  });

  it("searches the late ones", async () => {
    const { list } = await aCloser({ items: PENDING });
    expect(await list("pay-actions", { show: "late", search: "NEWS" })).toMatchObject({
      search: "NEWS",
      count: 1,
    });
    expect(await list("pay-actions", { show: "late", search: "blog" })).toMatchObject({
      search: "blog",
      items: [],
      count: 0,
    });
  });

  it("shows the tab that is asked for, and the usual one for a tab it does not have", async () => {
    const { list } = await aCloser({ items: PENDING });
    const pending = await list("pay-actions", { show: "pending" });
    expect([pending?.show, named(pending?.items)]).toEqual(["pending", ["p2", "p1"]]);
    expect(pending?.items[1]).toEqual({
      id: "p1",
      name: "Blog",
      detail: "Acme",
      state: "pending",
      on: "2026-07-01",
      trackedOn: "2026-06-01",
      amount: "7.50",
      revenue: "100.00",
    });
    expect((await list("pay-actions", { show: "paid" }))?.show).toBe("late");
  });

  it("has no tab of late ones where none is late, and begins with the first tab that has something", async () => {
    const none = await aCloser({ items: [] });
    expect(await none.list("pay-actions")).toEqual({
      tabs: [
        { show: "pending", count: 0 },
        { show: "to-pay", count: 0 },
      ],
      show: "pending",
      search: "",
      items: [],
      count: 0,
      page: 1,
      pages: 1,
    });
    const unpaid = await aCloser({ items: [locked("u1", "2026-06-10")] });
    expect(await unpaid.list("pay-actions")).toMatchObject({
      tabs: [
        { show: "pending", count: 0 },
        { show: "to-pay", count: 1 },
      ],
      show: "to-pay",
      items: [{ id: "u1", state: "to-pay", on: "2026-06-10", amount: "9.00" }],
    });
  });

  it("tells what the balance has paid by the statement from what is still to pay", async () => {
    // What locked before the balance was read is paid by it (D4); 9.00 alone is no charge yet.
    const fundingBalance = { amount: "0.00", asOf: "2026-06-15" };
    const items = [locked("u1", "2026-05-20", "8.00"), locked("u2", "2026-06-16"), anItem({ id: "p1" })];
    const { list } = await aCloser({ items, facts: { ...STARTER, fundingBalance } });
    const page = await list("pay-actions", { show: "to-pay" });
    expect(page?.tabs).toEqual([
      { show: "pending", count: 1 },
      { show: "to-pay", count: 2 },
    ]);
    expect(page?.items.map(({ id, state }) => [id, state])).toEqual([
      ["u2", "to-pay"],
      ["u1", "funded"],
    ]);
    expect((await list("pay-actions", { show: "pending" }))?.items).toMatchObject([
      { id: "p1", state: "pending" },
    ]);
  });

  it("calls no pending action paid that was tracked on a day the balance paid what locked", async () => {
    const fundingBalance = { amount: "0.00", asOf: "2026-06-15" };
    const items = [locked("u1", "2026-05-20"), anItem({ id: "p1", trackedOn: "2026-05-20", locksOn: null })];
    const { list } = await aCloser({ items, facts: { ...STARTER, fundingBalance } });
    const states = async (show: string) =>
      (await list("pay-actions", { show }))?.items.map(({ state }) => state);
    expect([await states("to-pay"), await states("pending")]).toEqual([["funded"], ["pending"]]);
  });

  it("has of a partner's earnings those to come and those to be paid", async () => {
    const { deps, list } = await aCloser({ items: [...PENDING, locked("u1", "2026-06-10")], facts: {} });
    const connection = await deps.db.connections.find(shop);
    if (connection) await deps.db.connections.save({ ...connection, kind: "partner" });
    expect(await list("partner-upcoming", { show: "to-pay" })).toMatchObject({
      tabs: [
        { show: "pending", count: 2 },
        { show: "to-pay", count: 1 },
      ],
      items: [{ id: "u1", state: "to-pay" }],
    });
  });

  it("has an action that nobody knows the lock of, without a day", async () => {
    const { list } = await aCloser({ items: [anItem({ id: "p1", locksOn: null }), anItem({ id: "p2" })] });
    const page = await list("pay-actions", { show: "pending" });
    expect(page?.items.map(({ id, on, trackedOn }) => [id, on, trackedOn])).toEqual([
      ["p1", null, "2026-06-01"],
      ["p2", "2026-07-15", "2026-06-01"],
    ]);
  });

  it("is about pending ones alone where nothing is said of paying", async () => {
    const facts = { signedUpOn: "2026-03-12", closingAccount: "other-brand" } as const;
    const { list } = await aCloser({ items: [...PENDING, locked("u1", "2026-06-10")], facts });
    for (const key of ["settle-pending-actions", "wait-for-last-lock"])
      expect(await list(key, { show: "to-pay" })).toMatchObject({
        tabs: [{ show: "pending", count: 2 }],
        show: "pending",
        count: 2,
      });
  });

  it("is not known before the actions were read, nor without the sign-up date", async () => {
    expect(await (await aCloser({})).list("pay-actions")).toBeNull();
    expect(await (await aCloser({ items: PENDING, facts: {} })).list("pay-actions")).toBeNull();
  });
});

describe("a long list of actions", () => {
  const many = Array.from({ length: 45 }, (_, index) =>
    anItem({ id: `p${100 + index}`, partner: index < 21 ? "Blog" : "News" }),
  );

  it("comes twenty at a time, and a page beyond the last is the last", async () => {
    const { list } = await aCloser({ items: many });
    const page = async (wanted: number) => {
      const found = await list("pay-actions", { page: wanted });
      return [found?.page, found?.pages, found?.count, found?.items.length, found?.items[0]?.id];
    };
    expect(await page(1)).toEqual([1, 3, 45, 20, "p100"]);
    expect(await page(2)).toEqual([2, 3, 45, 20, "p120"]);
    expect(await page(3)).toEqual([3, 3, 45, 5, "p140"]);
    expect(await page(99)).toEqual([3, 3, 45, 5, "p140"]);
    expect(await page(0)).toEqual([1, 3, 45, 20, "p100"]);
  });

  it("is cut to what is searched for", async () => {
    const { list } = await aCloser({ items: many });
    expect(await list("pay-actions", { search: "blog", page: 2 })).toMatchObject({
      search: "blog",
      items: [{ id: "p120" }],
      count: 21,
      page: 2,
      pages: 2,
    });
    expect(await list("pay-actions", { search: "nobody" })).toMatchObject({ items: [], page: 1, pages: 1 });
  });
});
