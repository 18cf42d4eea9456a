import { describe, expect, it } from "vitest";
import { type AccountFileJson, closureReport, leftToSettle, type Note } from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

type File = Partial<AccountFileJson>;

const ON = "2026-06-11";
const itemsOf = (file: File) => {
  const { checklist } = closureReport(anAccount(file), { on: date(ON) });
  return Object.fromEntries(checklist.map((item) => [item.key, item]));
};
const paid = { state: "APPROVED" as const, trackedOn: "2026-05-13", locksOn: "2026-05-20" };

/** An account with one row in each list, of which nothing is left. */
const SETTLED: File = {
  fundingBalance: { amount: "1000.00", asOf: ON },
  actions: [anAction({ ...paid, clearedOn: "2026-05-21" })],
  contracts: [{ id: "S-1", partner: "Blog", status: "EXPIRED", endsOn: "2026-06-01" }],
  invoices: [{ id: "I-1", dueOn: "2026-06-01", total: "75.00", status: "PAID", paidOn: "2026-06-01" }],
  catalogs: [{ id: "C-1", name: "Main", status: "CLOSED" }],
};
/** Two rows that could not be read beside the one that could: "2 of 3 contracts could not be read". */
const twoOfThree = (list: string): Note => ({ id: `core.unread.${list}Of`, values: { count: 2, all: 3 } });
const PROGRAM: Note = { id: "core.unread.programs", values: { count: 1 } };

const TASKS = {
  starter: {
    contracts: ["expire-contracts"],
    actions: ["pay-actions"],
    invoices: ["settle-invoices"],
    catalogs: ["delete-catalogs"],
  },
  brand: {
    contracts: ["expire-contracts", "withdraw-switches"],
    actions: ["settle-pending-actions", "cover-required-funding", "wait-for-last-lock"],
    invoices: ["settle-invoices"],
    catalogs: ["delete-catalogs"],
  },
  partner: { contracts: ["expire-contracts"], actions: ["no-funds"] },
} as const;
const KINDS: Record<keyof typeof TASKS, File> = {
  starter: SETTLED,
  brand: { ...SETTLED, edition: "essentials" },
  partner: { ...SETTLED, kind: "partner", fundingBalance: { amount: "0.00", asOf: ON } },
};

describe.each(["starter", "brand", "partner"] as const)("a task of a %s account", (kind) => {
  const file = KINDS[kind];
  const lists = Object.entries(TASKS[kind]) as ["contracts" | "actions", readonly string[]][];

  it.each(lists)("that rests on %s is done where all were read and nothing is left", (_, keys) => {
    const items = itemsOf(file);
    expect(keys.map((key) => [key, items[key]?.status, items[key]?.open])).toEqual(
      keys.map((key) => [key, "done", []]),
    );
  });

  it.each(lists)("that rests on %s is not known where rows of it could not be read", (list, keys) => {
    const items = itemsOf({ ...file, unread: { [list]: 2 } });
    expect(keys.map((key) => [items[key]?.status, items[key]?.open])).toEqual(
      keys.map(() => ["unknown", [twoOfThree(list)]]),
    );
    const others = lists.filter(([other]) => other !== list).flatMap(([, each]) => each);
    expect(others.map((key) => items[key]?.status)).toEqual(others.map(() => "done"));
  });

  it("is not known where a program could not be read, for nothing was asked of it", () => {
    const items = itemsOf({ ...file, unread: { programs: 1 } });
    const { contracts, actions } = TASKS[kind];
    for (const key of [...contracts, ...actions])
      expect([items[key]?.status, items[key]?.open]).toEqual(["unknown", [PROGRAM]]);
  });
});

describe("a task with something left", () => {
  it("is open however many rows could not be read, and says that too", () => {
    const contracts = [{ id: "S-1", partner: "Blog", status: "ACTIVE" as const, endsOn: null }];
    expect(itemsOf({ ...SETTLED, contracts, unread: { contracts: 2 } })["expire-contracts"]).toEqual({
      ...{ key: "expire-contracts", status: "open", blocking: true },
      open: [
        { id: "core.checklist.contract", values: { contract: "S-1", partner: "Blog" } },
        twoOfThree("contracts"),
      ],
    });
  });

  it("is not open, and names nothing, where the list is not known at all", () => {
    expect(itemsOf({ ...SETTLED, contracts: null, unread: { contracts: 2 } })["expire-contracts"]).toEqual({
      ...{ key: "expire-contracts", status: "unknown", open: [], blocking: true },
    });
  });

  it("of a brand is to withdraw switches where a contract has not begun, and only there (S1)", () => {
    const contracts = [
      { id: "S-1", partner: "Blog", status: "ACTIVE" as const, endsOn: null },
      { id: "P-2", partner: "Shop", status: "UPCOMING" as const, endsOn: null },
    ];
    const brand: File = { ...SETTLED, edition: "essentials" };
    expect(itemsOf({ ...brand, contracts })["withdraw-switches"]).toMatchObject({
      status: "open",
      open: [{ id: "core.checklist.switch", values: { contract: "P-2", partner: "Shop" } }],
    });
    expect(itemsOf({ ...brand, contracts: null })["withdraw-switches"]).toMatchObject({
      status: "unknown",
      open: [],
    });
  });

  it("of a brand is to add what the balance lacks, and nothing where it covers everything (S1)", () => {
    const brand = (amount: string): File => ({
      edition: "essentials",
      fundingBalance: { amount, asOf: ON },
    });
    // 75.00 is tracked and locks on 20 June.
    expect(itemsOf(brand("75.00"))["cover-required-funding"]).toMatchObject({ status: "done", open: [] });
    expect(itemsOf(brand("74.99"))["cover-required-funding"]).toMatchObject({
      status: "open",
      open: [{ id: "core.checklist.shortfall", values: { missingAmount: "0.01", currency: "USD" } }],
    });
  });
});

describe("what a partner is still to get (S2)", () => {
  const partner = (file: File) =>
    itemsOf({ kind: "partner", fundingBalance: { amount: "0.00", asOf: ON }, ...file })["no-funds"];

  it("is what has to lock and what has locked and is not paid", () => {
    const actions = [anAction({ id: "pending" }), anAction({ ...paid, id: "locked" })];
    expect(partner({ actions })?.open).toMatchObject([
      { id: "core.checklist.pending", values: { action: "pending" } },
      { id: "core.checklist.unpaid", values: { action: "locked", partner: "Blog", payoutAmount: "75.00" } },
    ]);
  });

  it("is not known where the actions are not, though the balance is empty", () => {
    expect(partner({ actions: null })).toMatchObject({ status: "unknown", open: [] });
    expect(partner({ actions: [] })).toMatchObject({ status: "done", open: [] });
  });
});

it("names every locked and unpaid action as left where no sign-up date says what the balance paid (D1)", () => {
  const account = anAccount({
    actions: [anAction({ ...paid, id: "locked" })],
    invoices: [{ id: "I-1", dueOn: "2026-07-16", total: "75.00", status: "PENDING", paidOn: null }],
  });
  const items = leftToSettle(account, date(ON));
  expect(items.find(({ key }) => key === "pay-actions")).toEqual({
    ...{ key: "pay-actions", status: "open", blocking: true },
    open: [
      {
        id: "core.checklist.unpaid",
        values: { action: "locked", partner: "Blog", payoutAmount: "75.00", currency: "USD" },
      },
    ],
  });
  expect(items.find(({ key }) => key === "settle-invoices")).toMatchObject({ status: "open" });
});
