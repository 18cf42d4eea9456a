import { expect, it } from "vitest";
import { daysReport, previewReport, standingReport } from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

/**
 * May to July, 92 days: 92.00 of commissions were tracked, 1.00 a day; of these 31.00 locked in June, and the rest locks
 * in September. What the card pays and what leaves the balance are two figures (D13).
 */
const account = anAccount({
  signedUpOn: "2026-04-12",
  fundingBalance: null,
  contracts: [{ id: "C1", partner: "Blog", status: "ACTIVE", endsOn: null }],
  actions: [
    anAction({ id: "1", trackedOn: "2026-05-05", locksOn: "2026-06-20", payout: "31.00" }),
    anAction({ id: "2", trackedOn: "2026-06-05", locksOn: "2026-09-20", payout: "30.00" }),
    anAction({ id: "3", trackedOn: "2026-07-05", locksOn: "2026-09-25", payout: "31.00" }),
  ],
});
const on = date("2026-08-10");

it("says per day what new actions cost the card: commissions as they are tracked", () => {
  expect(daysReport(account, { on }).pace).toEqual({ perDay: "1.00", from: "2026-05", to: "2026-07" });
  // 21 days are left of August.
  expect(standingReport(account, { on }).commissions.untilNextFee?.amount).toBe("21.00");
});

it("says per month what leaves the balance: commissions as they lock", () => {
  const { months, year } = previewReport(account, { on, months: 12 });
  const december = months.find(({ month }) => month === "2026-12");
  // 31.00 in 92 days, for the 31 days of December.
  expect(december?.partnerCost).toBe("10.45");
  expect(Number(year?.partnerCost)).toBeLessThan(365 * 1);
});
