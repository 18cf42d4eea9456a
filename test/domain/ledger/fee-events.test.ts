import { expect, it } from "vitest";
import { billingFor, type WhatIf } from "#app/domain/fees/billing.ts";
import { type AccountFileJson, isoDay, toDay } from "#app/domain/index.ts";
import { feeEvents } from "#app/domain/ledger/fee-events.ts";
import { isoMonth } from "#app/domain/month.ts";
import { anAccount, date } from "#test/factories/account.ts";

/** The fees of an account without sales that are charged up to a day, as seen on 20 May 2026. */
function feesUntil(until: string, file: Partial<AccountFileJson> = {}, whatIf: WhatIf = {}) {
  const billing = billingFor(anAccount(file), [], toDay(date("2026-05-20")), whatIf);
  return feeEvents(billing, toDay(date(until))).map(({ month, chargedOn, settledOn, amount }) => [
    isoMonth(month),
    isoDay(chargedOn),
    isoDay(settledOn),
    amount,
  ]);
}
const JUNE = ["2026-06", "2026-07-01", "2026-07-02", 3_000];
const JULY = ["2026-07", "2026-08-01", "2026-08-02", 3_000];

it("charges a month's fee on the next 1st and deducts it on the 2nd, from the first full month on (S3)", () => {
  // Signed up on 12 May: June is the first full month.
  expect(feesUntil("2026-06-30")).toEqual([]);
  expect(feesUntil("2026-07-01")).toEqual([JUNE]);
  expect(feesUntil("2026-07-31")).toEqual([JUNE]);
  expect(feesUntil("2026-08-01")).toEqual([JUNE, JULY]);
});

it("charges none of the time before sign-up", () => {
  expect(feesUntil("2025-01-01")).toEqual([]);
});

it("charges the last one for the month of closing (G27)", () => {
  expect(feesUntil("2026-12-31", {}, { close: toDay(date("2026-07-10")) })).toEqual([JUNE, JULY]);
});

it("charges a partner none (S2)", () => {
  expect(feesUntil("2026-12-31", { kind: "partner" })).toEqual([]);
});
