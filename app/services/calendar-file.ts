import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import type { Deps } from "./deps.ts";
import { pseudonym } from "./pseudonym.ts";

type Entry = {
  /** What it is about; the same each time, so that a later file replaces the entry. */
  about: string;
  day: string;
  summary: string;
  description: string;
};

/**
 * Days to expect as an iCalendar file (RFC 5545): whole days of the account's zone that keep nobody busy, with nothing that
 * tells whose account it is. The entries are the same ones each time, and a later file has the higher sequence, so that a
 * day that moved replaces the one before.
 */
export function calendarFile(
  { product, language, entries }: { product: string; language: string; entries: readonly Entry[] },
  deps: Pick<Deps, "clock" | "settings">,
): string {
  const now = deps.clock.now();
  const { appUrl, operator } = deps.settings;
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "Settled", product, language: language.toUpperCase() },
  });
  for (const { about, day, summary, description } of entries)
    calendar.createEvent({
      id: `closing-${pseudonym("calendar", about, deps.settings)}@${new URL(appUrl).hostname}`,
      sequence: Math.floor(now.epochMilliseconds / 1_000) - SEQUENCE_ZERO,
      stamp: new Date(now.epochMilliseconds),
      // A floating day: the file names no zone, and the day is the account's own.
      start: new Date(`${day}T00:00:00Z`),
      timezone: "UTC",
      allDay: true,
      // An estimate that keeps nobody busy.
      status: ICalEventStatus.TENTATIVE,
      transparency: ICalEventTransparency.TRANSPARENT,
      // Who publishes an entry must be named (RFC 5546, 3.2.1), and some programs refuse one without.
      organizer: { name: operator.name, email: addressOf(operator.mailFrom) },
      summary,
      description,
    });
  return calendar.toString();
}

/** "Settled <notices@settled.example>" or a bare address. */
const addressOf = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from;

/** Seconds of 2026-01-01: sequences are 32-bit numbers. */
const SEQUENCE_ZERO = 1_767_225_600;
