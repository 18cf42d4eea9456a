import { describe, expect, it } from "vitest";
import { listTask } from "#app/services/closing/show-task.server.ts";
import { anItem, shop } from "../sync/a-merchant.ts";
import { aCloser, aContract, anInvoice, STARTER } from "./a-closer.ts";

const many = <T>(count: number, item: (id: string) => T): T[] =>
  Array.from({ length: count }, (_, index) => item(String(100 + index)));
const EMPTY = { on: null, trackedOn: null, amount: null, revenue: null };
const ids = (items: readonly { id: string }[] | undefined) => items?.map(({ id }) => id);

describe("the list of a task", () => {
  it("names the program of a contract, which impact.com gives by id only", async () => {
    const { list } = await aCloser({
      lists: {
        Contracts: [
          aContract("c1", { program: "1000" }),
          aContract("c2", { program: "2000" }),
          aContract("c3"),
        ],
        Campaigns: [{ id: "1000", name: "Acme Shoes", state: "ACTIVE" }],
      },
    });
    expect((await list("expire-contracts"))?.items).toEqual([
      { ...EMPTY, id: "c1", name: "Blog", detail: "Acme Shoes", state: "active" },
      { ...EMPTY, id: "c2", name: "Blog", detail: "2000", state: "active" },
      { ...EMPTY, id: "c3", name: "Blog", detail: null, state: "active" },
    ]);
  });

  it("keeps the ids of programs while their names were not read", async () => {
    const { list } = await aCloser({ lists: { Contracts: [aContract("c1", { program: "1000" })] } });
    expect((await list("expire-contracts"))?.items).toMatchObject([{ id: "c1", detail: "1000" }]);
  });

  it("says how each thing stands today", async () => {
    const { list } = await aCloser({
      lists: {
        Contracts: [aContract("c1", { endsOn: "2026-06-20" }), aContract("c2", { endsOn: "2026-06-22" })],
        Invoices: [anInvoice("i1", { dueOn: "2026-06-20" }), anInvoice("i2", { dueOn: "2026-06-22" })],
      },
    });
    const states = async (key: string, show = "") =>
      (await list(key, { show }))?.items.map(({ id, state }) => [id, state]);
    expect(await states("expire-contracts", "ended")).toEqual([["c1", "ended"]]);
    expect(await states("expire-contracts", "ending")).toEqual([["c2", "ending"]]);
    expect(await states("settle-invoices")).toEqual([
      ["i1", "overdue"],
      ["i2", "to-come"],
    ]);
  });

  it("is known without the sign-up date as far as it was read", async () => {
    const { list } = await aCloser({ facts: {}, lists: { Contracts: [aContract("c1")] } });
    expect(ids((await list("expire-contracts"))?.items)).toEqual(["c1"]);
    expect(await list("settle-invoices")).toBeNull();
  });

  it("is none for a task that has no things, nor while nothing is connected or read", async () => {
    const { deps, list } = await aCloser({ lists: { Contracts: [] } });
    expect(await list("refund-form")).toBeNull();
    expect(await list("settle-invoices")).toBeNull();
    expect(await list("expire-contracts")).toMatchObject({ items: [], count: 0 });
    await deps.db.connections.remove(shop);
    expect(await list("pay-actions")).toBeNull();
  });

  it("calls an invoice paid for that the balance has paid by the statement, once there is one", async () => {
    // Of 8.00 that locked before the balance was read (D4).
    const items = [
      anItem({ id: "u1", state: "APPROVED", trackedOn: "2026-04-01", locksOn: "2026-05-20", payout: "8.00" }),
    ];
    const fundingBalance = { amount: "0.00", asOf: "2026-06-15" };
    const lists = { Invoices: [anInvoice("i1", { total: "8.00" })] };
    const known = await aCloser({ items, lists, facts: { ...STARTER, fundingBalance } });
    expect((await known.list("settle-invoices"))?.items).toMatchObject([{ id: "i1", state: "funded" }]);
    const undated = await aCloser({ items, lists, facts: { fundingBalance } });
    expect((await undated.list("settle-invoices"))?.items).toMatchObject([{ id: "i1", state: "to-come" }]);
  });
});

describe("the file of a task's list", () => {
  const file = (deps: Parameters<typeof listTask>[1], key: string, show = "", search = "") =>
    listTask({ shop, key, query: { show, search } }, deps);

  it("has every thing of the tab and the search, from all pages", async () => {
    const contracts = many(45, (id) => aContract(id, id < "140" ? {} : { partner: "News" }));
    const { deps } = await aCloser({ lists: { Contracts: contracts } });
    const all = await file(deps, "expire-contracts");
    expect(ids(all?.items)).toEqual(many(45, (id) => id));
    expect([all?.currency, all?.unread]).toEqual(["USD", []]);
    expect(ids((await file(deps, "expire-contracts", "", "news"))?.items)).toEqual([
      "140",
      "141",
      "142",
      "143",
      "144",
    ]);
    const two = await aCloser({ lists: { Contracts: many(40, (id) => aContract(id)) } });
    expect((await file(two.deps, "expire-contracts"))?.items).toHaveLength(40);
  });

  it("has every action of the tab and the search", async () => {
    const items = [
      ...many(25, (id) => anItem({ id, partner: id < "103" ? "News" : "Blog" })),
      anItem({ id: "late", partner: "News", locksOn: "2026-09-01" }),
      anItem({ id: "paid", state: "APPROVED", trackedOn: "2026-04-01", locksOn: "2026-05-20" }),
    ];
    const { deps } = await aCloser({ items });
    const asked = async (show: string, search = "") =>
      (await file(deps, "pay-actions", show, search))?.items.map(({ id, state }) => [id, state]);
    expect(await asked("pending")).toHaveLength(26);
    expect(await asked("pending", "news")).toEqual([
      ["late", "pending"],
      ["100", "pending"],
      ["101", "pending"],
      ["102", "pending"],
    ]);
    expect(await asked("late")).toEqual([["late", "late"]]);
    expect(await asked("to-pay")).toEqual([["paid", "to-pay"]]);
  });

  it("is none without a list, for a task of another way out, and for a store never seen", async () => {
    const { deps } = await aCloser({ lists: { Contracts: [aContract("c1")] } });
    expect(await file(deps, "pay-actions")).toBeNull();
    expect(await file(deps, "refund-form")).toBeNull();
    expect(await file(deps, "partner-contracts")).toBeNull();
    expect(
      await listTask(
        { shop: "nobody.myshopify.com", key: "pay-actions", query: { show: "", search: "" } },
        deps,
      ),
    ).toBeNull();
  });
});
