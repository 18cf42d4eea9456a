import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { parseDay } from "#app/domain/index.ts";
import { isBlank } from "./scalars.server.ts";

const TIMESTAMP = /^\d{4}-\d{2}-\d{2}(T[\d:.]{5,30}(Z|[+-]\d{2}:?\d{2})?)?$/;
const IN_UTC = /(Z|[+-]00:?00)$/;

/** What the fields of a row that are days are read with. */
export type Days = ReturnType<typeof daysIn>;

/** Makes a row's schema for an account's zone once, however many pages are read. */
export function inZone<Made>(make: (days: Days) => Made): (timeZone: string | undefined) => Made {
  const known = new Map<string, Made>();
  return (timeZone = "UTC") => {
    const made = known.get(timeZone) ?? make(daysIn(timeZone));
    known.set(timeZone, made);
    return made;
  };
}

/**
 * Calendar day of an API timestamp in the account's zone. impact.com writes timestamps with the offset of that zone, so
 * the day as written is the day; only what is written in UTC has to be moved. No year before 2000 or after 2099 is an
 * account's.
 */
function daysIn(timeZone: string) {
  const local = localDays(timeZone);
  const dayOf = (value: string): string | null => {
    if (!TIMESTAMP.test(value)) return null;
    const text = value.length > 10 && IN_UTC.test(value) ? local(value) : value.slice(0, 10);
    return parseDay(text) === null ? null : text;
  };
  const day = z.string().transform((value, context) => {
    const read = dayOf(value);
    if (read !== null) return read;
    context.addIssue({ code: "custom", message: "not a day of the calendar" });
    return z.NEVER;
  });
  /** Day or null where the answer leaves it empty ("" or null both occur). */
  const dayOrNull = z.preprocess((value) => (isBlank(value) ? null : value), day.nullable());
  return { dayOf, day, dayOrNull };
}

/** The two days of a zone that one day of UTC lies in, and when the second of them begins. */
type Halves = { first: string; second: string; from: string };
/** Days there are in an account, and some. */
const MOST_DAYS = 20_000;

/** Reads moments in UTC as days of a zone: the zone is asked once for each day, not for each of a page's moments. */
function localDays(timeZone: string): (moment: string) => string {
  const known = new Map<string, Halves>();
  return (moment) => {
    const utcDay = moment.slice(0, 10);
    if (parseDay(utcDay) === null) return utcDay;
    const halves = known.get(utcDay) ?? halvesOf(utcDay, timeZone);
    if (known.size >= MOST_DAYS) known.clear();
    known.set(utcDay, halves);
    return moment.slice(11) < halves.from ? halves.first : halves.second;
  };
}

function halvesOf(utcDay: string, timeZone: string): Halves {
  const start = Temporal.Instant.from(`${utcDay}T00:00:00Z`).toZonedDateTimeISO(timeZone);
  const next = start.toPlainDate().add({ days: 1 });
  const from = next.toZonedDateTime({ timeZone }).withTimeZone("UTC");
  return { first: start.toPlainDate().toString(), second: next.toString(), from: timeIn(from, utcDay) };
}

/** When in a UTC day a moment comes; a moment of the next day comes after all of its times. */
const timeIn = (moment: Temporal.ZonedDateTime, utcDay: string): string =>
  moment.toPlainDate().toString() === utcDay ? moment.toPlainTime().toString() : "24";
