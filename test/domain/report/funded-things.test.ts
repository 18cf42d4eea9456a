import { expect, it } from "vitest";
import { fundedThings, toDay } from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

const invoice = { id: "I-1", dueOn: "2026-07-16", total: "75.00", status: "PENDING" as const, paidOn: null };
const fundedOn = (on: string) => fundedThings(anAccount({ invoices: [invoice] }), { on: date(on) });

it("names the invoice and the day of the lock that the balance has paid (D1)", () => {
  // S3's 75.00, charged on 30 May, leave the balance when they lock on 20 June.
  const { invoices, lockDays } = fundedOn("2026-07-02");
  expect([...invoices]).toEqual(["I-1"]);
  expect([...lockDays]).toEqual([toDay(date("2026-06-20"))]);
});

it("names none before the lock, and none without a balance", () => {
  expect(fundedOn("2026-06-19").lockDays.size).toBe(0);
  const unknown = anAccount({ invoices: [invoice], fundingBalance: null, actions: [anAction()] });
  const { invoices, lockDays } = fundedThings(unknown, { on: date("2026-07-02") });
  expect([invoices.size, lockDays.size]).toEqual([0, 0]);
});
