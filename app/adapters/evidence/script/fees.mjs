import { isReversed, lockDay, runningContracts } from "./account.mjs";
import {
  decimalsOf,
  firstDayOf,
  least,
  monthOf,
  most,
  share,
  sum,
  wholeAmounts,
} from "./amounts-and-days.mjs";
import { unreadIn } from "./unread.mjs";

const LAST_DAY = 47_481; // 2099-12-31

/** A plan's amounts, stated in US cents, in the account's currency at the rates of rules.json. */
export function planAmounts({ plan, rates }, account) {
  const { currency, minimumFee } = account;
  const convert = (cents) =>
    currency === "USD"
      ? BigInt(cents)
      : share(
          BigInt(cents),
          rates.perEuroE5[currency] * 10 ** decimalsOf(currency),
          rates.perEuroE5.USD * 100,
        );
  const leastFee = convert(plan.fee.minimumUsd ?? plan.fee.flatUsd);
  const fee = minimumFee ?? leastFee;
  const charge = convert(plan.minimumChargeUsd);
  return {
    minimumFee: fee,
    included: convert(plan.fee.includedUsd ?? 0),
    buffer: convert(plan.bufferUsd),
    minimumCharge: least(charge, fee),
    minimumFeeFrom: minimumFee !== null ? "merchant" : currency === "USD" ? "plan" : "estimate",
    ratesAsOf: currency === "USD" ? null : rates.asOf,
  };
}

/**
 * What is known on a day of the actions' money: each with its days, and what it counts for in whole cents when it is
 * tracked, reversed, locked and while it is open, as commission and as revenue.
 */
export function moneyRows(actions, on) {
  const rows = actions
    .filter(({ trackedOn }) => trackedOn <= on)
    .flatMap((row) => {
      const { trackedOn, reversedOn, exactPayout, exactAmount } = row;
      if (!isReversed(row, on))
        return [{ trackedOn, reversedOn: null, locksOn: lockDay(row), exactPayout, exactAmount }];
      // Reversed on the day of tracking, or nobody knows when: it never cost anything.
      if (reversedOn === null || reversedOn <= trackedOn) return [];
      return [{ trackedOn, reversedOn, locksOn: null, exactPayout, exactAmount }];
    });
  const undone = rows.filter(({ reversedOn }) => reversedOn !== null);
  const locking = rows.filter(({ locksOn }) => locksOn !== null);
  const open = rows.filter(isOpen);
  const [byTracked, byReversed, byLock] = [
    (row) => row.trackedOn,
    (row) => row.reversedOn,
    (row) => row.locksOn,
  ];
  const [payout, amount] = [(row) => row.exactPayout, (row) => row.exactAmount];
  const columns = {
    tracked: wholeAmounts(rows, byTracked, payout),
    undone: wholeAmounts(undone, byTracked, payout),
    reversed: wholeAmounts(undone, byReversed, payout),
    locking: wholeAmounts(locking, byLock, payout),
    lockingRevenue: wholeAmounts(locking, byLock, amount),
    open: wholeAmounts(open, byTracked, payout),
    openRevenue: wholeAmounts(open, byTracked, amount),
  };
  return rows.map((row) => ({
    trackedOn: row.trackedOn,
    reversedOn: row.reversedOn,
    locksOn: row.locksOn,
    ...Object.fromEntries(Object.entries(columns).map(([name, of]) => [name, of(row)])),
  }));
}

/** The fee to reckon with for a month; `close` is the day of closing, after whose month there is none. */
export function feeForecast({ account, rules, amounts, rows, on }) {
  const { plan } = rules;
  if (account.kind === "partner") return () => 0n;
  const byRevenue = plan.fee.of === "revenue";
  const value = (row) => (byRevenue ? row.lockingRevenue : row.locking);
  const openValue = (row) => (byRevenue ? row.openRevenue : row.open);
  const full = monthOf(account.signedUpOn) + 1;
  const feeOf = (base) =>
    plan.fee.kind === "greater-of"
      ? most(amounts.minimumFee, share(base, plan.fee.ratePpm, 1_000_000))
      : amounts.minimumFee + share(most(0n, base - amounts.included), plan.fee.ratePpm, 1_000_000);
  const locking = (rows ?? []).filter(({ locksOn }) => locksOn !== null);
  const open = sum((rows ?? []).map(openValue));
  const lockedIn = (month, until) =>
    sum(
      locking
        .filter(
          ({ locksOn }) => locksOn >= account.signedUpOn && locksOn <= until && monthOf(locksOn) === month,
        )
        .map(value),
    );
  const memo = new Map();
  const monthly = (month, until) => {
    const key = `${month} ${until}`;
    if (!memo.has(key)) memo.set(key, lockedIn(month, until));
    return memo.get(key);
  };
  // The first fee also covers what locked in the part-month of sign-up.
  const baseOf = (month, until) => monthly(month, until) + (month === full ? monthly(month - 1, until) : 0n);
  const pace = usualPace(full, monthOf(on), (month) => monthly(month, LAST_DAY));
  const lag = pace === null ? 0 : usualLag(rows ?? []);
  const lastNew = lastNewDay(account, on);

  return (month, close = null) => {
    const last = monthOf(close ?? LAST_DAY);
    if (month < Math.min(full, last) || month > last) return 0n;
    if (rows === null) return feeOf(0n);
    const known = baseOf(month, LAST_DAY);
    if (month < monthOf(on)) return feeOf(known);
    if (pace !== null)
      return feeOf(
        known + newInMonth(month, pace, on + lag, Math.min(lastNew, (close ?? LAST_DAY + 1) - 1) + lag),
      );
    const low = feeOf(baseOf(month, on));
    const high = feeOf(most(known + open, open + sum(locking.map(value))));
    return low === high ? low : feeOf(known);
  };
}

const isOpen = ({ locksOn, reversedOn }) => locksOn === null && reversedOn === null;

/** Where every contract has an end, or none runs, nothing is tracked after the last of them. */
function lastNewDay(account, on) {
  const running = runningContracts(account, on);
  // A row that nobody could read may be a contract that runs on.
  if (running === null || unreadIn(account, ["contracts", "programs"]) > 0) return LAST_DAY;
  const isOpen = ({ status, endsOn }) => endsOn === null || status === "UPCOMING" || status === "PENDING";
  return running.some(isOpen) ? LAST_DAY : Math.max(on, ...running.map(({ endsOn }) => endsOn));
}

/** What locked in the last three full months, over their days; null with fewer of them. */
function usualPace(first, current, lockedIn) {
  if (current - first < 3) return null;
  const months = [current - 3, current - 2, current - 1];
  return {
    amount: sum(months.map(lockedIn)),
    days: firstDayOf(current) - firstDayOf(current - 3),
  };
}

/** Days from tracking to locking so far, weighted by commission and rounded. */
function usualLag(rows) {
  const weight = sum(rows.map(({ locking }) => locking));
  const days = sum(
    rows.map(
      (row) =>
        row.locking * BigInt(row.locksOn ?? 0) -
        (row.tracked - row.undone - row.open) * BigInt(row.trackedOn),
    ),
  );
  return weight === 0n ? 0 : Number((days * 2n + weight) / (weight * 2n));
}

/** What new sales lock in a month at a pace: on its days after `after` and up to `until`. */
function newInMonth(month, pace, after, until) {
  const from = Math.max(firstDayOf(month), after + 1);
  const days = Math.max(0, Math.min(firstDayOf(month + 1) - 1, until) - from + 1);
  return share(pace.amount, days, pace.days);
}
