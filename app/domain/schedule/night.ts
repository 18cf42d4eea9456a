import { Temporal } from "temporal-polyfill";
import { shareOf } from "./spread.ts";

/** A store is read in full from 1 to 5 in the morning of its own zone, when nobody looks and yesterday is over. */
const FROM = Temporal.PlainTime.from("01:00");
const NIGHT_SECONDS = 4 * 3_600;

/** The first moment after `after` at which this store's night begins; always the same second of the night. */
export function nextNight(shop: string, timeZone: string, after: Temporal.Instant): Temporal.Instant {
  const plainTime = FROM.add({ seconds: shareOf(shop, NIGHT_SECONDS) });
  const today = after.toZonedDateTimeISO(timeZone).toPlainDate();
  const on = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone, plainTime }).toInstant();
  const tonight = on(today);
  return Temporal.Instant.compare(tonight, after) > 0 ? tonight : on(today.add({ days: 1 }));
}

/** Seconds over which a night that many stores missed is caught up: two for each, but no more than a night. */
export const catchUpSeconds = (stores: number): number =>
  Math.min(NIGHT_SECONDS, 2 * Math.max(0, stores - 1));
