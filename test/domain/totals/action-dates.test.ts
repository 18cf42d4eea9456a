import { describe, expect, it } from "vitest";
import type { Action } from "#app/domain/index.ts";
import { isReversedBy, lockDay, lockState } from "#app/domain/totals/action-dates.ts";
import { groupActions } from "#app/domain/totals/action-groups.ts";
import { type ActionJson, anAccount, anAction } from "#test/factories/account.ts";

const theAction = (overrides: Partial<ActionJson>): Action => {
  const [action] = anAccount({ actions: [anAction(overrides)] }).actions ?? [];
  if (!action) throw new Error("the account has no action");
  return action;
};

// 30 May, 10 June and 20 June 2026, in days since 1 January 1970.
const [MAY_30, JUNE_10, JUNE_20] = [20_603, 20_614, 20_624];

const PAID = { state: "APPROVED", clearedOn: "2026-06-10" } as const;

describe("the day an action locks", () => {
  it.each<[string, Partial<ActionJson>, number | null]>([
    ["its lock date", {}, JUNE_20],
    ["its lock date, approved or not", { state: "APPROVED" }, JUNE_20],
    ["the day it was paid, if that came first", PAID, JUNE_10],
    ["its lock date, if it was paid later", { state: "APPROVED", clearedOn: "2026-06-25" }, JUNE_20],
    ["the day it was paid without a lock date", { ...PAID, locksOn: null }, JUNE_10],
    ["the day it was tracked, approved without dates", { state: "APPROVED", locksOn: null }, MAY_30],
    ["not known of what is pending without dates", { locksOn: null }, null],
  ])("is %s", (_, action, day) => {
    expect(lockDay(theAction(action))).toBe(day);
  });
});

describe("where an action stands on a day", () => {
  it.each<[number, Partial<ActionJson>, string]>([
    [MAY_30 - 1, {}, "not-yet"],
    [MAY_30, {}, "pending"],
    [JUNE_20 - 1, {}, "pending"],
    [JUNE_20, {}, "locked"],
    [JUNE_20 + 1, {}, "locked"],
    [JUNE_20 + 100, { locksOn: null }, "pending"],
    [MAY_30, { state: "APPROVED" }, "locked"],
    [MAY_30 - 1, { state: "APPROVED" }, "not-yet"],
    [JUNE_10 - 1, { state: "REVERSED", reversedOn: "2026-06-10" }, "pending"],
    [JUNE_10, { state: "REVERSED", reversedOn: "2026-06-10" }, "reversed"],
    [MAY_30, { state: "REVERSED" }, "reversed"],
  ])("on day %i is that of %j: %s", (on, action, state) => {
    expect(lockState(theAction(action), on)).toBe(state);
    expect(isReversedBy(theAction(action), on)).toBe(state === "reversed");
  });
});

describe("actions put together", () => {
  const grouped = (...each: Partial<ActionJson>[]) =>
    groupActions(each.map((overrides, index) => theAction({ id: `${index}`, ...overrides })));

  it("keep apart what differs in state or in a date that decides", () => {
    const groups = grouped(
      {},
      { state: "APPROVED" },
      { locksOn: "2026-06-21" },
      PAID,
      { state: "REVERSED" },
      { state: "REVERSED", reversedOn: "2026-06-10" },
    );
    expect(groups.map(({ count }) => count)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it("look at the day of tracking only where no other day is known", () => {
    const earlier = { trackedOn: "2026-05-29" };
    expect(grouped({}, earlier)).toMatchObject([{ count: 2, payout: 15_000 }]);
    const paid = { ...PAID, locksOn: null };
    expect(grouped(paid, { ...paid, ...earlier })).toMatchObject([{ count: 2 }]);
    expect(grouped({ locksOn: null }, { locksOn: null, ...earlier })).toMatchObject([
      { count: 1 },
      { count: 1 },
    ]);
  });

  it("name the twenty with the lowest ids and count the rest", () => {
    const ids = Array.from({ length: 22 }, (_, index) => ({ id: `${30 - index}` }));
    const [group] = grouped(...ids);
    expect([group?.count, group?.payout]).toEqual([22, 22 * 7_500]);
    // 9 sorts behind 10 to 30, as texts do: of 30 down to 9 it is the last, and 30 the one before.
    expect(group?.first.map(({ id }) => id)).toEqual(
      Array.from({ length: 20 }, (_, index) => `${index + 10}`),
    );
  });

  it("hold what is finer than money together, and nothing where all is money", () => {
    expect(grouped({ payout: "0.8749" }, { payout: "0.8749" })[0]?.finer).toBeTypeOf("bigint");
    expect(grouped({}, {})[0]).not.toHaveProperty("finer");
  });
});
