import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Action,
  type DailyTotals,
  type DayChange,
  type DayTotals,
  summariseActions,
  totalsChange,
} from "#app/domain/index.ts";

const day = fc.integer({ min: 20_000, max: 20_060 });
const action = (id: string): fc.Arbitrary<Action> =>
  fc
    .record({
      state: fc.constantFrom("PENDING", "APPROVED", "REVERSED"),
      amount: fc.integer({ min: 0, max: 100_000 }),
      payout: fc.integer({ min: 0, max: 10_000 }),
      trackedOn: day,
      lag: fc.option(fc.nat(400)),
      reversedAfter: fc.option(fc.nat(20)),
      clearedAfter: fc.option(fc.nat(60)),
    })
    .map(({ lag, reversedAfter, clearedAfter, ...rest }) => ({
      ...rest,
      id,
      program: "Acme",
      partner: "Blog",
      locksOn: lag === null ? null : rest.trackedOn + lag,
      reversedOn: rest.state === "REVERSED" && reversedAfter !== null ? rest.trackedOn + reversedAfter : null,
      clearedOn: rest.state === "APPROVED" && clearedAfter !== null ? rest.trackedOn + clearedAfter : null,
    }));

const ids = ["a", "b", "c", "d", "e"];
const someActions = fc
  .subarray(ids)
  .chain((chosen) => fc.tuple(...chosen.map(action)))
  .map((actions): Action[] => actions);

/** Totals and a change added up by hand, empty days left out. */
function plus(totals: DailyTotals, change: readonly DayChange[]): DayTotals[] {
  const sums = new Map<number, DayTotals>(totals.map((row) => [row.day, { ...row }]));
  for (const { actions: _actions, reversals: _reversals, ...row } of change) {
    const before = sums.get(row.day);
    sums.set(row.day, before ? { ...before, ...sumOf(before, row) } : { ...row });
  }
  return [...sums.values()]
    .filter(({ day: _day, ...amounts }) => Object.values(amounts).some((amount) => amount !== 0))
    .sort((a, b) => a.day - b.day);
}

const sumOf = (a: DayTotals, b: DayTotals): Omit<DayTotals, "day"> => ({
  tracked: a.tracked + b.tracked,
  reversed: a.reversed + b.reversed,
  locking: a.locking + b.locking,
  lockingRevenue: a.lockingRevenue + b.lockingRevenue,
  open: a.open + b.open,
  openRevenue: a.openRevenue + b.openRevenue,
  undone: a.undone + b.undone,
});

describe("the change of daily totals", () => {
  it("leads from the totals of any actions to the totals of any others", () => {
    fc.assert(
      fc.property(someActions, someActions, (before, after) => {
        const changed = plus(summariseActions(before), totalsChange(before, after));
        expect(changed).toEqual(summariseActions(after));
      }),
    );
  });

  it("moves how many were tracked and reversed by any day as the actions do", () => {
    fc.assert(
      fc.property(someActions, someActions, day, (before, after, on) => {
        const changes = [...totalsChange([], before), ...totalsChange(before, after)].filter(
          (row) => row.day <= on,
        );
        const sum = (column: "actions" | "reversals") => changes.reduce((all, row) => all + row[column], 0);
        const tracked = after.filter(({ trackedOn }) => trackedOn <= on);
        const reversed = tracked.filter(
          ({ state, reversedOn }) => state === "REVERSED" && (reversedOn === null || reversedOn <= on),
        );
        expect([sum("actions"), sum("reversals")]).toEqual([tracked.length, reversed.length]);
      }),
    );
  });

  it("names the days by which it changed, in their order", () => {
    const [tracked, reversed, locked] = [20_000, 20_010, 20_020];
    const before: Action = {
      ...{ id: "a", program: "Acme", partner: "Blog", state: "PENDING", amount: 1_000, payout: 100 },
      ...{ trackedOn: tracked, locksOn: locked, reversedOn: null, clearedOn: null },
    };
    const after: Action = { ...before, state: "REVERSED", locksOn: null, reversedOn: reversed };
    const nothing = {
      ...{ tracked: 0, undone: 0, reversed: 0, locking: 0, lockingRevenue: 0, open: 0, openRevenue: 0 },
      ...{ actions: 0, reversals: 0 },
    };
    expect(totalsChange([before], [after])).toEqual([
      { ...nothing, day: tracked, undone: 100 },
      { ...nothing, day: reversed, reversed: 100, reversals: 1 },
      { ...nothing, day: locked, locking: -100, lockingRevenue: -1_000 },
    ]);
  });

  it("is empty when nothing changed", () => {
    fc.assert(
      fc.property(someActions, (actions) => {
        expect(totalsChange(actions, actions)).toEqual([]);
      }),
    );
  });
});
