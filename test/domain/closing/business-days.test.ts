import { expect, it } from "vitest";
import { isBusinessDay } from "#app/domain/closing/business-days.ts";
import { holidaysOf } from "#app/domain/closing/holidays.ts";
import { businessDaysAfter, businessDaysBefore, isoDay, toDay } from "#app/domain/index.ts";
import { date } from "#test/factories/account.ts";

const isOne = (iso: string) => isBusinessDay(toDay(date(iso)));

// The table of a year is made when it is first asked for: no other test asks for 2031, 2061 or 2065.
it("knows the holidays of three countries in a later year too (H32, G25)", () => {
  // US Independence Day is a Friday in 2031, the day before it is none.
  expect([isOne("2031-07-03"), isOne("2031-07-04")]).toEqual([true, false]);
  // England's early May bank holiday is the first Monday, South Africa's Heritage Day the 24th of September.
  expect([isOne("2031-05-05"), isOne("2031-05-06")]).toEqual([false, true]);
  expect([isOne("2031-09-23"), isOne("2031-09-24")]).toEqual([true, false]);
  // The election day of 4 November 2026 is no holiday of other years (D8).
  expect(isOne("2031-11-04")).toBe(true);
  expect([...holidaysOf(2031)].map(isoDay).slice(0, 4)).toEqual([
    "2031-01-01",
    // Martin Luther King's and Presidents' Day.
    "2031-01-20",
    "2031-02-17",
    "2031-03-21",
  ]);
});

it("knows weekends, and no holiday, in years beyond its table, which ends with 2060", () => {
  expect(holidaysOf(2061)).toEqual(new Set());
  // Christmas 2065 is a Friday.
  expect([isOne("2065-12-24"), isOne("2065-12-25"), isOne("2065-12-26"), isOne("2065-12-27")]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

it("counts business days back as it counts them forth (G25)", () => {
  const before = (iso: string, count: number) => businessDaysBefore(date(iso), count).toString();
  // Before Monday 6 July 2026 lie a weekend and the Friday on which the US have Independence Day off.
  expect(before("2026-07-06", 1)).toBe("2026-07-02");
  // 2 and 1 July, 30, 29, 26, 25, 24, 23 and 22 June are nine; 19 June is a US holiday, so the 18th is the tenth.
  expect(before("2026-07-06", 10)).toBe("2026-06-18");
  expect(before("2026-07-06", 0)).toBe("2026-07-06");
  expect(businessDaysAfter(date("2026-07-05"), 0).toString()).toBe("2026-07-05");
});
