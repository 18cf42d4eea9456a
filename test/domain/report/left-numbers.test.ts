import { expect, it } from "vitest";
import { leftCounts } from "#app/domain/index.ts";
import {
  actionsLeft,
  contractsLeft,
  contractsRunning,
  invoicesLeft,
} from "#app/domain/report/left-numbers.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

const leftOn = (on: string, file: Parameters<typeof anAccount>[0] = {}) => {
  const { contracts, invoices, actions } = leftCounts(anAccount(file), { on: date(on), statement: true });
  if (!contracts || !invoices || !actions) throw new Error("All three lists are known.");
  return { contracts, invoices, actions };
};
const contract = (id: string, status: "ACTIVE" | "UPCOMING" | "PENDING", endsOn: string | null = null) => ({
  id,
  partner: "Blog",
  status,
  endsOn,
});
const invoice = (id: string, dueOn: string) => ({
  id,
  dueOn,
  total: "75.00",
  status: "PENDING" as const,
  paidOn: null,
});

it("leaves out what the balance has paid, action and invoice alike (D1)", () => {
  // S3: the 75 of both actions leave the balance when they lock on 20 June; impact.com still shows invoice and actions as open.
  const file = { contracts: [], invoices: [invoice("1", "2026-07-16")] };
  expect(actionsLeft(leftOn("2026-06-19", file).actions)).toBeGreaterThan(0);
  const { actions, invoices } = leftOn("2026-07-02", file);
  expect([actionsLeft(actions), invoicesLeft(invoices), invoices.toCome.next]).toEqual([0, 0, null]);
});

it("counts late invoices and those to come, and names the ones due next", () => {
  const invoices = [
    invoice("1", "2026-05-01"),
    invoice("2", "2026-08-16"),
    invoice("3", "2026-08-16"),
    invoice("4", "2026-09-16"),
  ];
  const left = leftOn("2026-07-02", { contracts: [], fundingBalance: null, invoices }).invoices;
  expect(invoicesLeft(left)).toBe(4);
  expect(left.toCome.next).toEqual({ on: "2026-08-16", count: 2, amount: "150.00" });
});

it("takes a proposal for no running contract, and one with an end for none that is left (D5)", () => {
  const contracts = [
    contract("1", "ACTIVE"),
    contract("2", "UPCOMING"),
    contract("3", "PENDING"),
    contract("4", "ACTIVE", "2026-07-31"),
  ];
  const left = leftOn("2026-07-02", { contracts, invoices: [] }).contracts;
  expect([contractsRunning(left), contractsLeft(left)]).toEqual([3, 3]);
});

it("counts what is pending and what is unpaid, and no contract that ends where none does", () => {
  const actions = [
    anAction({ id: "1", trackedOn: "2026-06-25", locksOn: "2026-08-20" }),
    anAction({ id: "2", trackedOn: "2026-06-25", locksOn: "2026-08-21" }),
    anAction({ id: "3", state: "APPROVED", locksOn: "2026-06-20" }),
  ];
  const left = leftOn("2026-07-02", { actions, fundingBalance: null, contracts: [contract("1", "ACTIVE")] });
  expect(actionsLeft(left.actions)).toBe(3);
  expect(contractsRunning(left.contracts)).toBe(1);
});
