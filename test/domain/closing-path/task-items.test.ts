import { describe, expect, it } from "vitest";
import { itemPage, taskItems, toDay } from "#app/domain/index.ts";
import { anAccount, date } from "#test/factories/account.ts";

const ON = { on: toDay(date("2026-07-02")), funded: new Set<string>() };

const contract = (
  id: number,
  status: "ACTIVE" | "UPCOMING" | "PENDING" | "EXPIRED",
  endsOn: string | null = null,
) => ({
  id: `S-${String(id).padStart(3, "0")}`,
  partner: `Partner ${id}`,
  status,
  endsOn,
});

describe("the things of a task", () => {
  const many = anAccount({
    contracts: [
      ...Array.from({ length: 45 }, (_, index) => contract(index + 1, "ACTIVE")),
      contract(46, "UPCOMING"),
      contract(47, "ACTIVE", "2026-07-02"),
      contract(48, "EXPIRED"),
    ],
  });
  const items = taskItems(many, "expire-contracts", ON) ?? [];

  it("are all counted, what ends on a known day apart from what is left (D5)", () => {
    const { tabs } = itemPage(items, { show: "", search: "", page: 1 });
    expect(tabs).toEqual([
      { show: "left", count: 46 },
      { show: "active", count: 45 },
      { show: "upcoming", count: 1 },
      { show: "ending", count: 1 },
      { show: "ended", count: 1 },
    ]);
  });

  it("can each be reached, twenty a page", () => {
    const pages = [1, 2, 3].map((page) => itemPage(items, { show: "left", search: "", page }));
    const ids = pages.flatMap((page) => page.items.map(({ id }) => id));
    expect(new Set(ids).size).toBe(46);
    expect(pages.map((page) => page.items.length)).toEqual([20, 20, 6]);
    expect(itemPage(items, { show: "left", search: "", page: 99 }).page).toBe(3);
  });

  it("are found by name or id, and an unknown tab is the first one", () => {
    const found = itemPage(items, { show: "nonsense", search: " partner 4", page: 1 });
    expect([found.show, found.count]).toEqual(["left", 8]);
    expect(itemPage(items, { show: "left", search: "S-007", page: 1 }).items[0]?.name).toBe("Partner 7");
  });

  it("of invoices tell what is overdue from what the balance has paid", () => {
    const account = anAccount({
      invoices: [
        { id: "1", dueOn: "2026-04-16", total: "40.57", status: "PENDING", paidOn: null },
        { id: "2", dueOn: "2026-07-16", total: "75.00", status: "PENDING", paidOn: null },
        { id: "3", dueOn: "2026-05-16", total: "10.00", status: "PAID", paidOn: "2026-05-16" },
      ],
    });
    const states = taskItems(account, "settle-invoices", { ...ON, funded: new Set(["2"]) });
    expect(states?.map(({ id, state }) => [id, state])).toEqual([
      ["1", "overdue"],
      ["2", "funded"],
      ["3", "paid"],
    ]);
  });

  it("are not known where the list is not", () => {
    expect(taskItems(anAccount({ contracts: null }), "expire-contracts", ON)).toBeNull();
  });
});
