import { LAST_DAY } from "../day.ts";
import { proportion } from "../money/share.ts";
import { daysWithin, type Month } from "../month.ts";
import type { Billing } from "./billing.ts";
import { lengthOf, type Pace } from "./pace.ts";

const ONE_PPM = 1_000_000;

/** What new sales lock in a month at a pace: only on days whose locks are not known yet, up to the contracts' end. */
export function newlyLocking(billing: Billing, month: Month, pace: Pace, lag: number): number {
  return atPace(billing, month, pace, lag);
}

/** What new sales cost in a month at a pace, from tomorrow until the contracts' end. */
export function newlyTracked(billing: Billing, month: Month, pace: Pace): number {
  return atPace(billing, month, pace, 0);
}

/** An amount changed by the what-if percentage. */
export function changed(billing: Billing, amount: number): number {
  return proportion(amount, ONE_PPM + (billing.whatIf.revenueChangePpm ?? 0), ONE_PPM);
}

function atPace(billing: Billing, month: Month, pace: Pace, lag: number): number {
  const { contractsEnd, close } = billing.whatIf;
  const lastNewDay = Math.min(contractsEnd ?? LAST_DAY, close === undefined ? LAST_DAY : close - 1);
  const days = daysWithin(month, billing.on + lag, lastNewDay + lag);
  return proportion(changed(billing, pace.amount), days, pace.days === "month" ? lengthOf(month) : pace.days);
}
