import { describe, expect, it } from "vitest";
import { type Action, addedTotals, summariseActions, totalsChange } from "#app/domain/index.ts";
import { totalsOf } from "#app/domain/totals/totals-of.ts";
import { usualLag } from "#app/domain/totals/usual-lag.ts";

const anAction = (overrides: Partial<Action> = {}): Action => ({
  ...{ id: "1", program: "Acme", partner: "Blog", state: "PENDING" as const },
  ...{ amount: 10_000, payout: 750, trackedOn: 20_000, locksOn: 20_021, reversedOn: null, clearedOn: null },
  ...overrides,
});
const NOTHING = {
  ...{ tracked: 0, undone: 0, reversed: 0, locking: 0, lockingRevenue: 0, open: 0, openRevenue: 0 },
};
const aDay = (day: number, sums: Partial<typeof NOTHING>) => ({ day, ...NOTHING, ...sums });

describe("actions many years apart", () => {
  // The first one is looked at first: 1,200 days around it are tried before the real span is.
  it.each<[string, Partial<Action>, ReturnType<typeof aDay>[]]>([
    [
      "tracked long before",
      { trackedOn: 18_000, locksOn: 18_030 },
      [aDay(18_000, { tracked: 750 }), aDay(18_030, { locking: 750, lockingRevenue: 10_000 })],
    ],
    [
      "tracked the day before those",
      { trackedOn: 18_799, locksOn: null },
      [aDay(18_799, { tracked: 750, open: 750, openRevenue: 10_000 })],
    ],
    [
      "tracked long after",
      { trackedOn: 22_000, locksOn: null },
      [aDay(22_000, { tracked: 750, open: 750, openRevenue: 10_000 })],
    ],
    [
      "tracked the day after those",
      { trackedOn: 21_201, locksOn: null },
      [aDay(21_201, { tracked: 750, open: 750, openRevenue: 10_000 })],
    ],
    [
      "locking long after",
      { trackedOn: 19_999, locksOn: 21_201 },
      [aDay(19_999, { tracked: 750 }), aDay(21_201, { locking: 750, lockingRevenue: 10_000 })],
    ],
    [
      "reversed long after",
      { trackedOn: 19_999, state: "REVERSED", reversedOn: 21_201 },
      [aDay(19_999, { tracked: 750, undone: 750 }), aDay(21_201, { reversed: 750 })],
    ],
    [
      "paid long after, without a day of locking",
      { trackedOn: 19_999, state: "APPROVED", locksOn: null, clearedOn: 22_500 },
      [aDay(19_999, { tracked: 750 }), aDay(22_500, { locking: 750, lockingRevenue: 10_000 })],
    ],
  ])("are each on their days: %s", (_, other, days) => {
    const own = [aDay(20_000, { tracked: 750 }), aDay(20_021, { locking: 750, lockingRevenue: 10_000 })];
    const all = [...own, ...days].sort((a, b) => a.day - b.day);
    expect(summariseActions([anAction(), anAction(other)])).toEqual(all);
    // The odd one alone, and first.
    expect(summariseActions([anAction(other), anAction()])).toEqual(all);
    expect(summariseActions([anAction(other)])).toEqual(days);
  });

  it("cost nothing where they were reversed on a day nobody knows, or on their own", () => {
    const reversed = anAction({ state: "REVERSED" });
    expect(summariseActions([reversed, anAction({ ...reversed, reversedOn: 20_000 })])).toEqual([]);
  });

  it("count on the day they are tracked, also where that is the day looked at", () => {
    expect(summariseActions([anAction({ locksOn: null })], 20_000)).toHaveLength(1);
    expect(summariseActions([anAction({ locksOn: null })], 19_999)).toEqual([]);
  });
});

describe("totals put together", () => {
  const early = aDay(20_000, { tracked: 750 });
  const late = aDay(20_021, { locking: 750, lockingRevenue: 10_000 });
  it("stand by day, in whatever order they come, without the days that come to nothing", () => {
    expect(
      addedTotals([
        [[late], 1],
        [[early], 1],
      ]),
    ).toEqual([early, late]);
    expect(
      addedTotals([
        [[early, late], 1],
        [[early], -1],
      ]),
    ).toEqual([late]);
  });

  it("keep a day of which only what is finer than money is left", () => {
    const finer = { ...early, finer: { tracked: 5n } };
    expect(
      addedTotals([
        [[finer], 1],
        [[early], -1],
      ]),
    ).toEqual([{ ...aDay(20_000, {}), finer: { tracked: 5n } }]);
  });

  it("change by day, in order, also where only what is finer changes", () => {
    const before = anAction({ finer: { amount: 0, payout: 3 } });
    const changed = totalsChange([before], [anAction()]).map(({ day, finer }) => [day, finer]);
    expect(changed).toEqual([
      [20_000, { tracked: -3n }],
      [20_021, { locking: -3n }],
    ]);
    // The later action comes first, and its days too.
    const two = [anAction({ id: "2", trackedOn: 20_100, locksOn: 20_121 }), anAction()];
    expect(totalsChange([], two).map(({ day }) => day)).toEqual([20_000, 20_021, 20_100, 20_121]);
  });
});

describe("totals of what is known", () => {
  it("are not known without actions, and those of the list, or of the brief of its day", () => {
    expect(totalsOf(null)).toBeNull();
    const list = [anAction({ locksOn: null })];
    expect(totalsOf(list)).toEqual([aDay(20_000, { tracked: 750, open: 750, openRevenue: 10_000 })]);
    expect(totalsOf(list, 19_999)).toEqual([]);
    const brief = { on: 20_010, totals: [aDay(20_000, {})], known: [aDay(20_001, {})] };
    const summary = { ...brief, tracked: 1, reversed: 0, open: [] };
    expect(totalsOf(summary)).toEqual([aDay(20_000, {})]);
    expect(totalsOf(summary, 20_010)).toEqual([aDay(20_001, {})]);
    expect(() => totalsOf(summary, 20_011)).toThrow("A brief of day 20010 does not tell of day 20011.");
  });
});

describe("the usual time from tracking to locking", () => {
  it("is the average of days, weighted by commission", () => {
    // 750 wait 21 days, 250 wait 61: (750 × 21 + 250 × 61) ÷ 1,000 = 31.
    const actions = [anAction(), anAction({ id: "2", payout: 250, trackedOn: 20_010, locksOn: 20_071 })];
    expect(usualLag(summariseActions(actions))).toBe(31);
    // What has no day of locking, or was reversed, waits for none.
    const others = [
      anAction({ id: "3", locksOn: null }),
      anAction({ id: "4", state: "REVERSED", reversedOn: 20_005 }),
    ];
    expect(usualLag(summariseActions([...actions, ...others]))).toBe(31);
    expect(usualLag([])).toBe(0);
  });
});
