import { describe, expect, it } from "vitest";
import { answerDaysOf, sendBy } from "#app/domain/index.ts";
import { date } from "#test/factories/account.ts";

describe("the day to send the request by", () => {
  it.each([
    ["2026-07-31", 2, "2026-07-29"],
    // Aug 31, 2026 is a holiday in the UK, and the weekend lies before it.
    ["2026-08-31", 2, "2026-08-27"],
    ["2026-07-31", 0, "2026-07-31"],
  ])("to close by %s with %i business days for the answer is %s", (closeBy, days, expected) => {
    expect(sendBy(closeBy, days, date("2026-07-02"))).toBe(expected);
  });

  it("is none once it has gone by", () => {
    expect(sendBy("2026-07-31", 2, date("2026-07-30"))).toBeNull();
    expect(sendBy("2026-07-31", 2, date("2026-07-29"))).toBe("2026-07-29");
  });

  it("is none of what is no day", () => {
    expect(sendBy("soon", 2, date("2026-07-02"))).toBeNull();
  });

  it.each([
    [null, 2],
    ["5", 5],
    ["0", 0],
    ["30", 30],
    ["31", 2],
    ["5 days", 2],
    ["", 2],
    ["-1", 2],
    ["soon", 2],
  ])("counts for an entry of %s %i business days", (entered, days) => {
    expect(answerDaysOf(entered)).toBe(days);
  });
});
