import { Temporal } from "temporal-polyfill";
import { shareOf } from "./spread.ts";

/** Hours of the store's own day in which a mail that could wait is written. */
const FROM_HOUR = 8;
const TO_HOUR = 20;
/** On the first day each store has its own moment in these hours: the fee of all of them falls on one day. */
const FIRST_DAY_HOURS = 10;

/**
 * Whether a reminder may be written now. On the first day it may, each store has its moment; a day that was missed is
 * caught up from eight in the morning, and on the last day at any later hour, because a late reminder is better than none.
 */
export function isMailHour(
  shop: string,
  now: Temporal.ZonedDateTime,
  { firstDay, lastDay }: { firstDay: Temporal.PlainDate; lastDay: Temporal.PlainDate },
): boolean {
  const today = now.toPlainDate();
  if (now.hour < FROM_HOUR) return false;
  if (now.hour >= TO_HOUR && !today.equals(lastDay)) return false;
  if (!today.equals(firstDay)) return true;
  const moment = Temporal.PlainTime.from({ hour: FROM_HOUR }).add({
    seconds: shareOf(shop, FIRST_DAY_HOURS * 3_600),
  });
  return Temporal.PlainTime.compare(now.toPlainTime(), moment) >= 0;
}
