import { expect, it } from "vitest";
import type { DailyTotals } from "#app/domain/index.ts";
import { monthSeries } from "#app/domain/totals/month-series.ts";

const row = (day: number, amount: number): DailyTotals[number] => ({
  ...{ day, tracked: amount, undone: 0, reversed: 0, locking: 10 * amount, lockingRevenue: 100 * amount },
  ...{ open: 0, openRevenue: 0 },
});
// 30 and 31 May, 1 and 30 June 2026, in days since 1 January 1970.
const [MAY_30, MAY_31, JUNE_1, JUNE_30] = [20_603, 20_604, 20_605, 20_634];
const ROWS = [row(MAY_30, 1), row(MAY_31, 2), row(JUNE_1, 4), row(JUNE_30, 8)];
// Months since January of year 0.
const [MAY, JUNE] = [2026 * 12 + 4, 2026 * 12 + 5];

it("adds up revenue, commissions and what was tracked, each month for itself", () => {
  const series = monthSeries(ROWS, 0, 50_000);
  expect(series(MAY)).toEqual({ lockedRevenue: 300, lockedPayout: 30, tracked: 3 });
  expect(series(JUNE)).toEqual({ lockedRevenue: 1_200, lockedPayout: 120, tracked: 12 });
});

it("takes the first and the last day asked for along, and none beyond", () => {
  const series = monthSeries(ROWS, MAY_31, JUNE_1);
  expect([series(MAY).tracked, series(JUNE).tracked]).toEqual([2, 4]);
});

it("is nothing in a month without a row", () => {
  expect(monthSeries(ROWS, 0, 50_000)(JUNE + 1)).toEqual({ lockedRevenue: 0, lockedPayout: 0, tracked: 0 });
});
