import { describe, expect, it } from "vitest";
import { type AccountFileJson, closureReport } from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

type File = Partial<AccountFileJson>;
const item = (key: string, file: File, on: string) =>
  closureReport(anAccount(file), { on: date(on) }).checklist.find((each) => each.key === key);

const PENDING = anAction({ id: "pending", trackedOn: "2026-05-14", locksOn: "2026-09-01" });
const UNPAID = anAction({ id: "unpaid", trackedOn: "2026-05-13", locksOn: "2026-05-20" });
const invoice = { id: "I-1", dueOn: "2026-07-16", total: "75.00", status: "PENDING" as const, paidOn: null };
const contract = { id: "S-1", partner: "Blog", status: "ACTIVE" as const, endsOn: null };
const DAY_31 = "2026-06-11";

describe("what is said of each thing that is left", () => {
  const commission = { partner: "Blog", payoutAmount: "75.00", currency: "USD" };

  it.each<[string, File, object]>([
    [
      "expire-contracts",
      { contracts: [contract] },
      { id: "core.checklist.contract", values: { contract: "S-1", partner: "Blog" } },
    ],
    [
      "expire-contracts",
      { contracts: [{ ...contract, status: "PENDING", endsOn: "2026-08-01" }] },
      { id: "core.checklist.switch", values: { contract: "S-1", partner: "Blog" } },
    ],
    [
      "settle-invoices",
      { actions: [], invoices: [invoice] },
      {
        id: "core.checklist.invoice",
        values: { invoice: "I-1", dueOn: "2026-07-16", totalAmount: "75.00", currency: "USD" },
      },
    ],
    [
      "pay-actions",
      { actions: [PENDING] },
      {
        id: "core.checklist.pending",
        values: { action: "pending", ...commission, locksOn: "2026-09-01" },
      },
    ],
    [
      "pay-actions",
      { actions: [anAction({ id: "open", locksOn: null })] },
      { id: "core.checklist.openEnded", values: { action: "open", ...commission } },
    ],
    [
      "pay-actions",
      { actions: [UNPAID], fundingBalance: null },
      { id: "core.checklist.unpaid", values: { action: "unpaid", ...commission } },
    ],
    [
      "delete-catalogs",
      { catalogs: [{ id: "C-1", name: "Main", status: "PENDING" }] },
      { id: "core.checklist.catalog", values: { catalog: "C-1", name: "Main" } },
    ],
    [
      "no-funds",
      { kind: "partner", actions: [], fundingBalance: { amount: "0.01", asOf: DAY_31 } },
      {
        id: "core.checklist.balanceLeft",
      },
    ],
  ])("of %s (%#)", (key, file, note) => {
    expect(item(key, file, DAY_31)).toMatchObject({ status: "open", open: [note] });
  });

  it("is what the balance paid, with the day it did", () => {
    expect(item("pay-actions", { actions: [UNPAID] }, DAY_31)).toEqual({
      ...{ key: "pay-actions", status: "funded", open: [], blocking: true },
      funded: {
        ...{ lastOn: "2026-05-20", dueOn: null },
        things: [
          {
            id: "core.checklist.funded",
            values: { action: "unpaid", ...commission, fundedOn: "2026-05-20" },
          },
        ],
      },
    });
    expect(item("settle-invoices", { actions: [UNPAID], invoices: [invoice] }, DAY_31)?.funded).toEqual({
      ...{ lastOn: "2026-05-20", dueOn: "2026-07-16" },
      things: [
        {
          id: "core.checklist.invoiceFunded",
          values: { invoice: "I-1", dueOn: "2026-07-16", totalAmount: "75.00", currency: "USD" },
        },
      ],
    });
  });

  it("is when contracts end of themselves, the last of them", () => {
    const contracts = [
      { ...contract, id: "S-1", endsOn: "2026-07-20" },
      { ...contract, id: "S-2", endsOn: "2026-07-01" },
    ];
    expect(item("expire-contracts", { contracts }, DAY_31)).toEqual({
      ...{ key: "expire-contracts", status: "done", open: [], blocking: true },
      ending: {
        lastOn: "2026-07-20",
        contracts: [
          {
            id: "core.checklist.contractEnds",
            values: { contract: "S-1", partner: "Blog", endsOn: "2026-07-20" },
          },
          {
            id: "core.checklist.contractEnds",
            values: { contract: "S-2", partner: "Blog", endsOn: "2026-07-01" },
          },
        ],
      },
    });
    expect(item("expire-contracts", { contracts: [contract] }, DAY_31)).not.toHaveProperty("ending");
  });

  it("is known in part where the rest is not", () => {
    const file: File = { kind: "partner", actions: [PENDING], fundingBalance: null };
    expect(item("no-funds", file, DAY_31)).toMatchObject({
      status: "open",
      open: [{ id: "core.checklist.pending" }],
    });
    expect(item("no-funds", { ...file, actions: null }, DAY_31)).toMatchObject({ status: "unknown" });
  });

  it("are the twenty first and the number of the others", () => {
    const contracts = Array.from({ length: 23 }, (_, index) => ({ ...contract, id: `S-${index + 10}` }));
    const open = item("expire-contracts", { contracts }, DAY_31)?.open ?? [];
    expect([open.length, open.at(-2)?.values?.contract, open.at(-1)]).toEqual([
      21,
      "S-29",
      { id: "core.more", values: { count: 3 } },
    ]);
    const twenty = item("expire-contracts", { contracts: contracts.slice(3) }, DAY_31)?.open ?? [];
    expect([twenty.length, twenty.at(-1)?.id]).toEqual([20, "core.checklist.contract"]);
  });
});
