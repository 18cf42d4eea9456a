import { describe, expect, it } from "vitest";
import { type AccountFileJson, leftCounts } from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

type File = Partial<AccountFileJson>;
const counts = (file: File, { statement = false, on = "2026-07-02" } = {}) =>
  leftCounts(anAccount(file), { on: date(on), statement });
const contract = (
  id: string,
  status: "ACTIVE" | "UPCOMING" | "PENDING" | "DECLINED" | "EXPIRED",
  endsOn?: string,
) => ({
  ...{ id, partner: "Blog", status, endsOn: endsOn ?? null },
});
const invoice = (id: string, dueOn: string, total: string, paidOn: string | null = null) => ({
  ...{ id, dueOn, total, paidOn, status: "PENDING" as const },
});
const catalog = (id: string, status: "ACTIVE" | "PENDING" | "CLOSED" | "DEACTIVATED") => ({
  ...{ id, name: `Products ${id}`, status },
});

describe("contracts that are left", () => {
  it("are active ones, those that begin later, proposals, and those that end on a known day, each apart", () => {
    const contracts = [
      contract("1", "ACTIVE"),
      contract("2", "ACTIVE"),
      // Ends today: it runs until the end of the day (H11).
      contract("3", "ACTIVE", "2026-07-02"),
      contract("4", "ACTIVE", "2026-08-31"),
      contract("5", "UPCOMING", "2026-12-31"),
      contract("6", "PENDING", "2026-12-31"),
      contract("7", "PENDING"),
      contract("8", "EXPIRED"),
      contract("9", "DECLINED"),
      contract("10", "ACTIVE", "2026-07-01"),
    ];
    expect(counts({ contracts }).contracts).toEqual({
      ...{ active: 2, upcoming: 1, proposals: 2, ended: 3 },
      ending: { count: 2, lastOn: "2026-08-31" },
    });
  });

  it("are none, or not known", () => {
    expect(counts({ contracts: [] }).contracts).toEqual({
      ...{ active: 0, upcoming: 0, proposals: 0, ended: 0, ending: null },
    });
    expect(counts({ contracts: null }).contracts).toBeNull();
  });
});

describe("invoices that are left", () => {
  const invoices = [
    invoice("1", "2026-07-01", "10.00"),
    // Due today: not late yet.
    invoice("2", "2026-07-02", "20.00"),
    invoice("3", "2026-07-16", "40.00"),
    invoice("4", "2026-07-16", "2.50"),
    invoice("5", "2026-07-20", "80.00", "2026-07-02"),
    invoice("6", "2026-07-20", "160.00", "2026-07-03"),
  ];

  it("are late ones and those to come, the next of them first; what was paid by the day is none", () => {
    const left = counts({ invoices, actions: [], fundingBalance: null }).invoices;
    expect(left?.overdue).toMatchObject({ state: "overdue", amount: "10.00", invoices: 1, days: 1 });
    expect(left?.toCome).toEqual({
      ...{ count: 4, amount: "222.50", lastDue: "2026-07-20" },
      next: { on: "2026-07-02", count: 1, amount: "20.00" },
    });
    expect(
      counts({ invoices, actions: [], fundingBalance: null }, { on: "2026-07-03" }).invoices,
    ).toMatchObject({
      overdue: { state: "overdue", amount: "30.00", invoices: 2 },
      toCome: { count: 2, amount: "42.50", next: { on: "2026-07-16", count: 2, amount: "42.50" } },
    });
  });

  it("are none, or not known", () => {
    expect(counts({ invoices: [] }).invoices).toMatchObject({
      overdue: { state: "none" },
      toCome: { count: 0, amount: "0.00", lastDue: null, next: null },
      funded: { count: 0, amount: "0.00" },
      doubtful: { count: 0, amount: "0.00" },
    });
    expect(counts({ invoices: null }).invoices).toBeNull();
  });

  it("are paid by the balance where the statement says so (D1), and only then", () => {
    // S3: the 75.00 locked on 20 June and left the balance that day.
    const story = { invoices: [invoice("1", "2026-07-16", "75.00")] };
    expect(counts(story, { statement: true }).invoices).toMatchObject({
      toCome: { count: 0, amount: "0.00", next: null },
      funded: { count: 1, amount: "75.00" },
    });
    expect(counts(story).invoices).toMatchObject({
      toCome: { count: 1, amount: "75.00" },
      funded: { count: 0, amount: "0.00" },
    });
  });
});

describe("actions that are left", () => {
  const actions = [
    anAction({ id: "1", payout: "10.00", locksOn: "2026-07-20" }),
    anAction({ id: "2", payout: "20.00", locksOn: "2026-08-20" }),
    anAction({ id: "3", payout: "40.00", locksOn: null }),
    // Locked by then, and not paid to the partner.
    anAction({ id: "4", payout: "80.00", locksOn: "2026-06-20" }),
  ];

  it("are pending ones with their days, and locked ones that nobody has paid", () => {
    expect(counts({ actions, fundingBalance: null }).actions).toEqual({
      pending: {
        ...{ count: 3, amount: "70.00", openEnded: 1 },
        ...{ firstLock: "2026-07-20", lastLock: "2026-08-20" },
      },
      unpaid: { count: 1, amount: "80.00" },
      funded: { count: 0, amount: "0.00", lastOn: null },
    });
  });

  it("have no day where each waits for one, and no number where they are not known", () => {
    const openOnly = [anAction({ locksOn: null, payout: "5.00" })];
    expect(counts({ actions: openOnly, fundingBalance: null }).actions?.pending).toEqual({
      ...{ count: 1, amount: "5.00", openEnded: 1, firstLock: null, lastLock: null },
    });
    expect(counts({ actions: [] }).actions?.pending).toMatchObject({
      count: 0,
      firstLock: null,
      lastLock: null,
    });
    expect(counts({ actions: null }).actions).toBeNull();
  });

  it("were paid from the balance on the day they locked, where the statement says so (D1)", () => {
    const two = [anAction(), anAction({ id: "2", payout: "5.00", locksOn: "2026-06-25" })];
    expect(counts({ actions: two }, { statement: true }).actions).toMatchObject({
      unpaid: { count: 0, amount: "0.00" },
      funded: { count: 2, amount: "80.00", lastOn: "2026-06-25" },
    });
    expect(counts({ actions: two }).actions).toMatchObject({
      unpaid: { count: 2, amount: "80.00" },
      funded: { count: 0, lastOn: null },
    });
  });
});

it("counts catalogs that still stand, and names three of them", () => {
  const catalogs = [
    catalog("1", "ACTIVE"),
    catalog("2", "CLOSED"),
    catalog("3", "PENDING"),
    catalog("4", "DEACTIVATED"),
    catalog("5", "ACTIVE"),
    catalog("6", "ACTIVE"),
  ];
  expect(counts({ catalogs }).catalogs).toEqual({
    ...{ count: 4, first: ["Products 1", "Products 3", "Products 5"] },
  });
  expect(counts({ catalogs: null }).catalogs).toBeNull();
});
