import type { Action } from "#app/domain/index.ts";

const FIRST_DAY = 19_737;
const DAYS = 1_200;

/** The least one can do with the data: every commission and revenue into one sum each. */
export function addUp(actions: readonly Action[]): number {
  let payout = 0;
  let revenue = 0;
  for (const action of actions) {
    payout += action.payout;
    revenue += action.amount;
  }
  return payout + revenue;
}

/**
 * The sums a statement is made of, and nothing else: commissions by day of tracking, reversal and locking, revenue
 * by day of locking, and the running total over the days. No card, no fees, no words, no decimal strings.
 */
export function addUpByDay(actions: readonly Action[]): number {
  const tracked = new Array<number>(DAYS).fill(0);
  const reversed = new Array<number>(DAYS).fill(0);
  const locking = new Array<number>(DAYS).fill(0);
  const revenue = new Array<number>(DAYS).fill(0);
  for (const { state, payout, amount, trackedOn, locksOn, reversedOn } of actions) {
    const from = trackedOn - FIRST_DAY;
    tracked[from] = (tracked[from] ?? 0) + payout;
    if (state === "REVERSED") {
      const back = (reversedOn ?? trackedOn) - FIRST_DAY;
      reversed[back] = (reversed[back] ?? 0) + payout;
    } else {
      const to = (locksOn ?? trackedOn) - FIRST_DAY;
      locking[to] = (locking[to] ?? 0) + payout;
      revenue[to] = (revenue[to] ?? 0) + amount;
    }
  }
  let sum = 0;
  for (let day = 0; day < DAYS; day += 1) {
    sum += (tracked[day] ?? 0) - (reversed[day] ?? 0) - (locking[day] ?? 0) + (revenue[day] ?? 0);
  }
  return sum;
}
