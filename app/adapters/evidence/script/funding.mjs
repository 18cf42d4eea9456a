import { firstDayOf, least, monthOf, most, sum } from "./amounts-and-days.mjs";

/** Fees charged on the 1st for the month before and deducted on the 2nd, up to a day. */
function feeEvents(account, feeIn, on) {
  if (account.kind === "partner") return [];
  const events = [];
  for (let month = monthOf(account.signedUpOn) + 1; month < monthOf(on); month += 1)
    events.push({
      chargedOn: firstDayOf(month + 1),
      settledOn: firstDayOf(month + 1) + 1,
      amount: feeIn(month),
    });
  return events;
}

/** The funding account at the end of a day: rolled on from the day its balance was read, where one was. */
export function fundingOn(known, feeIn) {
  const { account, rows, on } = known;
  const fees = feeEvents(account, feeIn, on);
  const feesOwed = sum(fees.filter(({ settledOn }) => settledOn > on).map(({ amount }) => amount));
  const costs = account.kind === "partner" ? [] : rows;
  const unknown = { balance: null, feesOwed, uncovered: null };
  if (costs === null) return { ...unknown, costsOwed: null };
  const last = rolled(known, feeIn, on)?.at(-1);
  if (!last) return { ...unknown, costsOwed: owedAt(costs, on) };
  return {
    balance: last.balance,
    feesOwed,
    costsOwed: last.owed - feesOwed,
    uncovered: last.payable,
  };
}

const owedAt = (costs, day) =>
  sum(
    costs.map(({ trackedOn, reversedOn, locksOn, tracked, reversed, locking }) => {
      let counts = trackedOn <= day ? tracked : 0n;
      if (reversedOn !== null && reversedOn <= day) counts -= reversed;
      if (locksOn !== null && locksOn <= day) counts -= locking;
      return counts;
    }),
  );

/** The days from the one the balance was read on to another; null where none was by that day, or no action is known. */
export function rolled({ account, rules, amounts, rows }, feeIn, until) {
  const costs = account.kind === "partner" ? [] : rows;
  const { balance } = account;
  if (costs === null || balance === null || balance.asOf > until) return null;
  const fees = feeEvents(account, feeIn, until);
  const before = balance.asOf - 1;
  const state = {
    balance: balance.amount,
    owed:
      owedAt(costs, before) +
      sum(
        fees.filter((fee) => fee.chargedOn <= before && fee.settledOn > before).map(({ amount }) => amount),
      ),
    due: 0n,
    exists:
      costs.some((row) => row.trackedOn <= before && row.tracked > 0n) ||
      fees.some((fee) => fee.chargedOn <= before),
  };
  const sums = {
    tracked: byDay(
      costs,
      (row) => row.trackedOn,
      (row) => row.tracked,
    ),
    reversed: byDay(
      costs,
      (row) => row.reversedOn,
      (row) => row.reversed,
    ),
    locking: byDay(
      costs,
      (row) => row.locksOn,
      (row) => row.locking,
    ),
    charged: byDay(
      fees,
      (fee) => fee.chargedOn,
      (fee) => fee.amount,
    ),
    settled: byDay(
      fees,
      (fee) => fee.settledOn,
      (fee) => fee.amount,
    ),
  };
  const days = [];
  let last = state;
  for (let day = balance.asOf; day <= until; day += 1) {
    last = nextDay(last, day, { sums, rules, amounts });
    days.push(last);
  }
  return days;
}

/** What each day brings in all. */
function byDay(rows, dayIn, amountIn) {
  const sums = new Map();
  for (const row of rows) sums.set(dayIn(row), (sums.get(dayIn(row)) ?? 0n) + amountIn(row));
  return sums;
}

/** One day: what is newly owed, then the card, then what is deducted. */
function nextDay(state, day, { sums, rules, amounts }) {
  const on = (name) => sums[name].get(day) ?? 0n;
  const owed = state.owed + on("tracked") - on("reversed") + on("charged");
  const exists = state.exists || on("tracked") > 0n || on("charged") > 0n;
  const missing = owed + (exists ? amounts.buffer : 0n) - state.balance;
  const tested = rules.plan.minimumChargeTest === "total-owed" ? owed : missing;
  const card = missing > 0n && tested >= amounts.minimumCharge ? missing : 0n;
  const due = state.due + on("locking") + on("settled");
  const deducted = least(due, state.balance + card);
  return {
    day,
    fallsDue: on("locking") + on("settled"),
    deducted,
    balance: state.balance + card - deducted,
    owed: owed - deducted,
    due: due - deducted,
    exists,
    payable: most(0n, owed - state.balance),
  };
}
