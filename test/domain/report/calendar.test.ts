import { describe, expect, it } from "vitest";
import { businessDaysAfter, businessDaysBefore, firstFee, nextFeeDate } from "#app/domain/index.ts";
import { date } from "#test/factories/account.ts";

describe("the calendar of fees", () => {
  it("gives the day of the first fee, and the earlier one of a sign-up on the 1st (G4)", () => {
    const days = (signedUpOn: string) => {
      const { earliest, expected } = firstFee(date(signedUpOn));
      return [earliest.toString(), expected.toString()];
    };
    expect(days("2026-05-12")).toEqual(["2026-07-01", "2026-07-01"]);
    expect(days("2026-06-01")).toEqual(["2026-07-01", "2026-08-01"]);
  });

  it("gives the next fee after a day", () => {
    const next = (on: string) => nextFeeDate(date("2026-05-12"), date(on)).toString();
    expect([next("2026-05-30"), next("2026-07-01"), next("2026-07-02")]).toEqual([
      "2026-07-01",
      "2026-08-01",
      "2026-08-01",
    ]);
  });
});

it("counts business days forward and back over a holiday and a weekend", () => {
  // Friday 3 July 2026 is a US holiday.
  expect(businessDaysAfter(date("2026-07-02"), 1).toString()).toBe("2026-07-06");
  expect(businessDaysBefore(date("2026-07-06"), 1).toString()).toBe("2026-07-02");
});
