import { Temporal } from "temporal-polyfill";
import { payable, toMinor } from "#sandbox/impact/derive/minor.ts";
import type { AccountView } from "#sandbox/impact/derive/view.ts";

const MINIMUM_FEE = "30.00";

/** Day of the first fee: the 1st after the first full calendar month since sign-up (S3). */
const firstFeeDay = (signedUpOn: string): string =>
  Temporal.PlainDate.from(signedUpOn).with({ day: 1 }).add({ months: 2 }).toString();

/**
 * The monthly fees charged up to today, by the day of the charge, in minor units: the larger of the minimum and
 * 2.5 % of the revenue locked in the month before; the first one also counts what locked since sign-up (G3).
 * None after the subscription was cancelled or the account closed.
 */
export function feesOf(view: AccountView): Map<string, number> {
  const { signedUpOn, minimumFee, currency } = view.account.seed.account;
  const ends = [view.changes.subscriptionCancelledAt, view.changes.closedAt].filter((at) => at !== null);
  const endMs = Math.min(view.nowMs, ...ends);
  const revenue = lockedRevenue(view);
  const fees = new Map<string, number>();
  const first = firstFeeDay(signedUpOn);
  for (let day = Temporal.PlainDate.from(first); ; day = day.add({ months: 1 })) {
    const on = day.toString();
    if (view.account.dayStart(on) > endMs) return fees;
    const from = on === first ? signedUpOn : day.subtract({ months: 1 }).toString();
    const base = sumBetween(revenue, from, on);
    fees.set(on, Math.max(toMinor(minimumFee ?? MINIMUM_FEE), payable((base * 25) / 1000, currency)));
  }
}

function lockedRevenue(view: AccountView): Map<string, number> {
  const revenue = new Map<string, number>();
  for (const row of view.actions) {
    if (row.state !== "APPROVED" || row.locksOn === null) continue;
    revenue.set(row.locksOn, (revenue.get(row.locksOn) ?? 0) + toMinor(row.source.file.amount));
  }
  return revenue;
}

function sumBetween(byDay: ReadonlyMap<string, number>, from: string, before: string): number {
  let sum = 0;
  for (const [day, amount] of byDay) if (day >= from && day < before) sum += amount;
  return sum;
}
