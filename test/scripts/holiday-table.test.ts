import { expect, it } from "vitest";
import table from "#app/domain/closing/holiday-table.json" with { type: "json" };
import { holidaysOf } from "#app/domain/closing/holidays.ts";
import { toDate } from "#app/domain/index.ts";
import { holidayTable } from "#scripts/holiday-table.ts";

it("the table of holidays is what the calendars of the three countries say", () => {
  expect(table.years).toEqual(holidayTable().years);
});

it("knows the holidays of all three, a day proclaimed since, and none beyond its years", () => {
  const days = [...holidaysOf(2026)].map((day) => toDate(day).toString());
  // Thanksgiving, the English summer bank holiday, Heritage Day, and the South African election.
  for (const day of ["2026-11-26", "2026-08-31", "2026-09-24", "2026-11-04"]) expect(days).toContain(day);
  expect(days).not.toContain("2026-11-27");
  expect(holidaysOf(2100).size).toBe(0);
});
