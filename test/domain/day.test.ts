import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { FIRST_DAY, isoDay, LAST_DAY, parseDay, toDate, toDay } from "#app/domain/day.ts";
import { daysWithin, firstDayOf, isoMonth, lastDayOf, monthOf } from "#app/domain/month.ts";

describe("days", () => {
  it("counts from 1970-01-01", () => {
    expect(toDay(Temporal.PlainDate.from("1970-01-02"))).toBe(1);
  });

  it("names the same day as Temporal for every day of the century", () => {
    let date = toDate(FIRST_DAY);
    for (let day = FIRST_DAY; day <= LAST_DAY; day += 1) {
      if (isoDay(day) !== date.toString()) expect(isoDay(day)).toBe(date.toString());
      date = date.add({ days: 1 });
    }
    expect(isoDay(LAST_DAY)).toBe("2099-12-31");
  });

  it.each(["2026-02-29", "2026-13-01", "1999-12-31", "2100-01-01", "26-01-01", "today"])(
    "reads no day in %s",
    (text) => {
      expect(parseDay(text)).toBeNull();
    },
  );

  it("knows leap days", () => {
    expect(isoDay(parseDay("2028-02-29") ?? 0)).toBe("2028-02-29");
  });
});

describe("months", () => {
  it("finds the month of every day from 2000 to 2099", () => {
    for (let day = FIRST_DAY; day <= LAST_DAY; day += 1) {
      if (isoMonth(monthOf(day)) !== isoDay(day).slice(0, 7))
        expect(isoMonth(monthOf(day))).toBe(isoDay(day));
    }
    expect(isoMonth(monthOf(LAST_DAY))).toBe("2099-12");
  });

  it("counts the days of a month between two days, the later one included", () => {
    const june = monthOf(parseDay("2026-06-15") ?? 0);
    expect(daysWithin(june, firstDayOf(june) - 1, lastDayOf(june))).toBe(30);
    expect(daysWithin(june, lastDayOf(june), lastDayOf(june) + 5)).toBe(0);
  });
});
