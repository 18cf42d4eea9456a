import type { Temporal } from "temporal-polyfill";
import { businessDaysAfter } from "../closing/business-days.ts";
import { hasRefundDay, isBilledOn } from "../closing-path/closing-path.ts";
import { type Day, isoDay, toDay } from "../day.ts";
import type { RequestState } from "./states.ts";
import type { RequestTrigger } from "./transitions.ts";

/** A follow-up is due this many business days after the request reached impact.com (experience.md 2.7). */
export const FOLLOW_UP_AFTER = [3, 7, 14] as const;
export type FollowUpStep = (typeof FOLLOW_UP_AFTER)[number];

const REFUND_BUSINESS_DAYS = 10;
/** A month and some days after closing, a fee that should not have come would be there (experience.md 1, idea 10). */
const CHARGE_QUESTION_DAYS = 35;

export type RequestClock = {
  /** Next day on which something is expected; null when nothing more is. */
  nextOn: string | null;
  /** The text to send now; null while nothing is overdue. */
  followUp: FollowUpStep | null;
  /** The day by which impact.com should have answered; null while it lies ahead. */
  overdueSince: string | null;
  /** Whole business days without an answer once it is overdue: more than the follow-up's where nobody sent it. */
  waited: number | null;
  /** The ticket was called solved: no follow-up any more, the merchant says what happened. */
  solved: boolean;
  /** Set once closed: the refund is late after this day (S0: within 10 business days, G25). */
  refundBy: string | null;
  refundLate: boolean;
  /** Set once closed: when to ask about another charge, and whether it is time and nobody answered. */
  askChargeOn: string | null;
  askChargeNow: boolean;
  /** A charge after the closing was noted, and not yet settled. */
  chargedAgain: boolean;
};

/** A step of the history with its day in the account's zone. */
export type RequestStep = { trigger: RequestTrigger; toState: RequestState; on: Temporal.PlainDate };

const ARRIVALS: readonly RequestTrigger[] = ["channel-accepted", "told-handed-over"];
/** What the merchant said of charges after the closing; the last word counts. */
export const CHARGE_ANSWERS: readonly RequestTrigger[] = [
  "told-no-charge",
  "told-charged",
  "told-charge-settled",
];
/** After these the wait begins anew: impact.com said something, or got something. */
const SIGNS_OF_LIFE: readonly RequestTrigger[] = [
  ...ARRIVALS,
  "told-ticket-number",
  "told-reply",
  "desk-acknowledged",
  "told-answered",
  "told-not-closed",
];

/**
 * What is due on `on`, worked out from the history alone; dates are in the account's zone. Of an account that is not
 * billed no refund is expected, and no charge asked about; a refund without a stated day is never late.
 */
export function requestClock(
  state: RequestState,
  history: readonly RequestStep[],
  on: Temporal.PlainDate,
  route = "starter-ticket",
): RequestClock {
  const waiting = state === "sent" || state === "handed-over" || state === "acknowledged";
  const isClosed = state === "closed" || state === "refund-received";
  const closing = isBilledOn(route) && isClosed ? last(history, ["told-closed"]) : null;
  const refundOpen = state === "closed" && hasRefundDay(route);
  return { ...waitClock(waiting ? history : [], on), ...closedClock(history, closing, on, refundOpen) };
}

function waitClock(history: readonly RequestStep[], on: Temporal.PlainDate): WaitClock {
  const since = last(history, SIGNS_OF_LIFE);
  if (!since) return NO_WAIT;
  const later = history.slice(history.lastIndexOf(since));
  if (later.some(({ trigger }) => trigger === "desk-solved")) return { ...NO_WAIT, solved: true };
  const sent = later.filter(({ trigger }) => trigger === "told-follow-up");
  const step = FOLLOW_UP_AFTER[sent.length];
  if (!step) return NO_WAIT;
  // From the last thing sent or received on (D23).
  const start = toDay((sent.at(-1) ?? since).on);
  const day = businessDaysAfter(start, step);
  const isOver = toDay(on) > day;
  return {
    ...NO_WAIT,
    nextOn: isOver ? null : isoDay(day),
    followUp: isOver ? step : null,
    overdueSince: isOver ? isoDay(day) : null,
    waited: isOver ? businessDaysBefore(toDay(on), start, step) : null,
  };
}

/** The business days after a day that are over by another, at least as many as are known to be. */
function businessDaysBefore(on: Day, start: Day, known: number): number {
  let days: number = known;
  while (businessDaysAfter(start, days + 1) < on) days += 1;
  return days;
}

/** The day an answer is awaited by, ahead or gone by; null where none is. */
export const answerDay = ({ nextOn, overdueSince }: Pick<RequestClock, "nextOn" | "overdueSince">) =>
  overdueSince ?? nextOn;

type WaitClock = Pick<RequestClock, "nextOn" | "followUp" | "overdueSince" | "waited" | "solved">;
const NO_WAIT: WaitClock = {
  nextOn: null,
  followUp: null,
  overdueSince: null,
  waited: null,
  solved: false,
};

type ClosedClock = Omit<RequestClock, keyof WaitClock> & { nextOn?: string | null };

function closedClock(
  history: readonly RequestStep[],
  closing: RequestStep | null,
  on: Temporal.PlainDate,
  refundOpen: boolean,
): ClosedClock {
  if (!closing)
    return {
      refundBy: null,
      refundLate: false,
      askChargeOn: null,
      askChargeNow: false,
      chargedAgain: false,
    };
  const today = toDay(on);
  const refundBy = businessDaysAfter(toDay(closing.on), REFUND_BUSINESS_DAYS);
  const askOn = toDay(closing.on) + CHARGE_QUESTION_DAYS;
  const answer = last(history.slice(history.lastIndexOf(closing)), CHARGE_ANSWERS);
  const asked = answer !== null;
  return {
    refundBy: refundOpen ? isoDay(refundBy) : null,
    refundLate: refundOpen && today > refundBy,
    askChargeOn: asked ? null : isoDay(askOn),
    askChargeNow: !asked && today >= askOn,
    chargedAgain: answer?.trigger === "told-charged",
    nextOn: refundOpen && today <= refundBy ? isoDay(refundBy) : asked ? null : isoDay(askOn),
  };
}

const last = (history: readonly RequestStep[], triggers: readonly RequestTrigger[]): RequestStep | null =>
  history.findLast(({ trigger }) => triggers.includes(trigger)) ?? null;
