import { describe, expect, it } from "vitest";
import { withApproved } from "#app/domain/closing/approve.ts";
import {
  type Account,
  type Action,
  type ActionSummary,
  actionSummary,
  groupActions,
  isoDay,
  summariseActions,
  toDay,
} from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

const ON = toDay(date("2026-07-02"));
const row = (id: string, locksOn: string, payout: string, amount: string) =>
  anAction({ id, trackedOn: "2026-06-20", locksOn, payout, amount });
const ROWS = [
  row("soon", "2026-07-10", "10.00", "100.00"),
  row("late.1", "2026-09-10", "4.00", "50.00"),
  row("late.2", "2026-09-10", "6.00", "60.00"),
  // Reversed by impact.com a week later: on 2 July nobody could know it.
  { ...row("gone", "2026-09-12", "3.00", "30.00"), state: "REVERSED" as const, reversedOn: "2026-07-09" },
];
const account = anAccount({ actions: ROWS });
const all = account.actions ?? [];
const chosen = (...ids: string[]): Action[] => all.filter(({ id }) => ids.includes(id));

describe("an account with pending actions approved today", () => {
  it("has them locked and paid that day, and the others as they were (D16, D1)", () => {
    const { actions } = withApproved(account, chosen("late.1"), ON);
    const shown = (actions as Action[]).map(({ id, state, locksOn, clearedOn }) => [
      id,
      state,
      locksOn && isoDay(locksOn),
      clearedOn && isoDay(clearedOn),
    ]);
    expect(shown).toEqual([
      ["soon", "PENDING", "2026-07-10", null],
      ["late.1", "APPROVED", "2026-07-02", "2026-07-02"],
      ["late.2", "PENDING", "2026-09-10", null],
      ["gone", "REVERSED", "2026-09-12", null],
    ]);
    expect((actions as Action[])[1]).toMatchObject({ partner: "Blog", payout: 400, amount: 5_000 });
  });

  it("is the same account in everything else, and where nothing is chosen or known", () => {
    const { actions, ...facts } = withApproved(account, chosen("late.1"), ON);
    const { actions: before, ...same } = account;
    expect([actions === before, facts]).toEqual([false, same]);
    expect(withApproved(account, [], ON)).toBe(account);
    const unknown = anAccount({ actions: null });
    expect(withApproved(unknown, chosen("late.1"), ON)).toBe(unknown);
  });
});

describe("the day's summary of an account with pending actions approved", () => {
  const summary: ActionSummary = actionSummary({
    on: ON,
    totals: summariseActions(all),
    ...{ tracked: 4, reversed: 0, later: chosen("gone") },
    open: groupActions(all),
  });
  const summarised: Account = { ...account, actions: summary };
  const approved = (...ids: string[]) => withApproved(summarised, chosen(...ids), ON);
  const opened = ({ actions }: Account) =>
    (actions as ActionSummary).open.map(({ count, payout, first }) => [
      count,
      payout,
      first.map(({ id }) => id),
    ]);
  const lines = (totals: ActionSummary["totals"]) =>
    totals.map(({ day, tracked, reversed, locking, lockingRevenue }) => [
      isoDay(day),
      ...[tracked, reversed, locking, lockingRevenue],
    ]);

  it("moves their sums to that day: 4.00 of the 10.00 that lock on 10 September", () => {
    const { totals, known } = approved("late.1").actions as ActionSummary;
    // By day: commission tracked, reversed and locking, and the revenue behind what locks.
    expect(lines(totals)).toEqual([
      ["2026-06-20", 2_300, 0, 0, 0],
      ["2026-07-02", 0, 0, 400, 5_000],
      ["2026-07-09", 0, 300, 0, 0],
      ["2026-07-10", 0, 0, 1_000, 10_000],
      ["2026-09-10", 0, 0, 600, 6_000],
    ]);
    // On 2 July the reversal of the 9th is not known: 3.00 lock on 12 September.
    expect(lines(known)).toEqual([
      ["2026-06-20", 2_300, 0, 0, 0],
      ["2026-07-02", 0, 0, 400, 5_000],
      ["2026-07-10", 0, 0, 1_000, 10_000],
      ["2026-09-10", 0, 0, 600, 6_000],
      ["2026-09-12", 0, 0, 300, 3_000],
    ]);
  });

  it("takes an approved action out of the sums of a reversal that comes later", () => {
    const { totals, known } = approved("gone").actions as ActionSummary;
    const after = [
      ["2026-06-20", 2_300, 0, 0, 0],
      ["2026-07-02", 0, 0, 300, 3_000],
      ["2026-07-10", 0, 0, 1_000, 10_000],
      ["2026-09-10", 0, 0, 1_000, 11_000],
    ];
    expect([lines(totals), lines(known)]).toEqual([after, after]);
  });

  it("leaves them out of what is open, and of a group only them", () => {
    expect(opened(approved("late.1"))).toEqual([
      [1, 1_000, ["soon"]],
      [1, 600, ["late.2"]],
      [1, 300, ["gone"]],
    ]);
    expect(opened(approved("late.1", "late.2"))).toEqual([
      [1, 1_000, ["soon"]],
      [1, 300, ["gone"]],
    ]);
  });

  it("counts as many actions as before", () => {
    expect(approved("late.1").actions).toMatchObject({ on: ON, tracked: 4, reversed: 0 });
    expect(approved("late.1")).toMatchObject({ kind: "brand", currency: "USD" });
  });
});
