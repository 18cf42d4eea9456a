import { Temporal } from "temporal-polyfill";
import { CHARGE_ANSWERS, type RequestStep } from "./request-clock.ts";
import type { RequestState } from "./states.ts";

/**
 * After the closing one looks on for this long: ten business days for the refund (G25), day 35 for another charge
 * (experience.md 1, idea 10), and ten days to answer. Then the request is over, whatever is known by then.
 */
export const AFTER_CLOSING_DAYS = 45;

export type AfterClosing = {
  /** Days of the account's zone. */
  closedOn: Temporal.PlainDate;
  until: Temporal.PlainDate;
  /** Nothing is left to look for: the time is up, or refund and charge are both answered. */
  over: boolean;
};

/** What the time after a closing holds on `on`; null while the request is not closed. */
export function afterClosing(
  state: RequestState,
  history: readonly RequestStep[],
  on: Temporal.PlainDate,
): AfterClosing | null {
  if (state !== "closed" && state !== "refund-received") return null;
  const closing = history.findLastIndex(({ trigger }) => trigger === "told-closed");
  const closedOn = history[closing]?.on;
  if (!closedOn) return null;
  const until = closedOn.add({ days: AFTER_CLOSING_DAYS });
  const charge = history.slice(closing).findLast(({ trigger }) => CHARGE_ANSWERS.includes(trigger));
  const uncharged = charge !== undefined && charge.trigger !== "told-charged";
  const answered = state === "refund-received" && uncharged;
  return { closedOn, until, over: answered || Temporal.PlainDate.compare(on, until) > 0 };
}
