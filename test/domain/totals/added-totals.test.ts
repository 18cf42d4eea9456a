import { expect, it } from "vitest";
import { emptyDay } from "#app/domain/account/daily-totals.ts";
import { addedTotals } from "#app/domain/totals/totals-change.ts";
import { usualLag } from "#app/domain/totals/usual-lag.ts";

it("puts totals together by day, the earliest first, and leaves out days on which nothing is left", () => {
  const day = (of: number, tracked: number) => ({ ...emptyDay(of), tracked });
  expect(
    addedTotals([
      [[day(20_003, 5), day(20_004, 1)], 1],
      [[day(20_001, 7), day(20_003, 2)], 1],
      [[day(20_004, 1)], -1],
    ]),
  ).toEqual([day(20_001, 7), day(20_003, 7)]);
});

it("takes the usual time to a lock by commission, from the first day on", () => {
  // 10 tracked on the first day lock twenty days later, 30 of the tenth day four days later: (200 + 120) ÷ 40.
  const totals = [
    { ...emptyDay(20_000), tracked: 10 },
    { ...emptyDay(20_010), tracked: 30 },
    { ...emptyDay(20_014), locking: 30 },
    { ...emptyDay(20_020), locking: 10 },
  ];
  expect(usualLag(totals)).toBe(8);
  // What was reversed, or has no lock date yet, counts for nothing.
  expect(usualLag([{ ...emptyDay(20_000), tracked: 60, undone: 20, open: 30 }, ...totals.slice(1)])).toBe(8);
  expect(usualLag([])).toBe(0);
  expect(usualLag([{ ...emptyDay(20_000), tracked: 10, open: 10 }])).toBe(0);
});
