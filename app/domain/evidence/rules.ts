import type { Edition } from "../account/account.ts";
import { REFUND_BUSINESS_DAYS } from "../closing/closure.ts";
import { CLOSING_DAYS, DAYS_PAST_EARLIEST } from "../closing/cost-to-close.ts";
import { holidaysOf } from "../closing/holidays.ts";
import { type Day, isoDay, parseDay, toDate } from "../day.ts";
import { REFERENCE_RATES } from "../money/reference-rates.ts";
import { closingRules } from "../plans/closing-rules.ts";
import { planFor } from "../plans/versions.ts";

/** Ten business days with every holiday there is between them end sooner than this. */
const REACH_DAYS = 60;

/**
 * The rules behind a pack's figures as data, with the words they rest on, so that somebody else's program can work the
 * figures out again. Holidays are those after the day of closing that the time of refund may meet (G25).
 */
export function packRules(edition: Edition, closesOn: string | null) {
  const { rules, version, fee, bufferUsd, minimumChargeUsd, minimumChargeTest } = planFor(edition);
  const closing = closesOn === null ? null : parseDay(closesOn);
  return {
    version: 1,
    plan: {
      edition,
      version,
      checkedOn: rules.fee.checkedOn,
      fee,
      bufferUsd,
      minimumChargeUsd,
      minimumChargeTest,
    },
    rates: REFERENCE_RATES,
    refundBusinessDays: REFUND_BUSINESS_DAYS,
    closingDays: CLOSING_DAYS,
    daysPastEarliest: DAYS_PAST_EARLIEST,
    holidays: closing === null ? [] : holidaysAfter(closing).map((day) => ({ date: isoDay(day) })),
    quotes: [...Object.values(rules), ...Object.values(closingRules)].map(({ id, quotes }) => ({
      id,
      quotes,
    })),
  };
}

function holidaysAfter(closing: Day): Day[] {
  const years = new Set([closing, closing + REACH_DAYS].map((day) => toDate(day).year));
  return [...years]
    .flatMap((year) => [...holidaysOf(year)])
    .filter((day) => day > closing && day <= closing + REACH_DAYS)
    .sort((a, b) => a - b);
}
