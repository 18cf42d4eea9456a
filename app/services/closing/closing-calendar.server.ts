import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import type { Locale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import { knownClosing } from "#app/services/account/unfinished-request.server.ts";
import { loadAccount } from "../account/load-account.server.ts";
import type { Deps } from "../deps.ts";
import { pseudonym } from "../pseudonym.ts";
import { closingOf } from "./show-closing.server.ts";

/**
 * The earliest closing date as an iCalendar file (RFC 5545): a whole day of the account's zone, named in the merchant's
 * language, with nothing that tells whose account it is. The entry is the same one each time, and a later file has the
 * higher sequence, so that a date that moved replaces the one before. Null while there is no date, and once the account is
 * closed.
 */
export async function closingCalendar(
  input: { shop: string; locale: Locale },
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<string | null> {
  const view = await loadAccount(input, deps);
  const day = view && closingOf(view).closure?.earliestClosing.date;
  if (!view || !day || (await knownClosing(view, deps.db))) return null;
  const { t, instant, locale } = translatorFor(input.locale);
  const now = deps.clock.now();
  const asOf = (view.checkedAt ?? now).toString();
  const account = `${input.shop} ${view.connection?.accountSid ?? ""}`;
  const { appUrl, operator } = deps.settings;
  const domain = new URL(appUrl).hostname;
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "Settled", product: "Closing date", language: locale.toUpperCase() },
  });
  calendar.createEvent({
    id: `closing-${pseudonym("calendar", account, deps.settings)}@${domain}`,
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
    summary: t("calendar.title"),
    description: t("calendar.text", { asOf: instant(asOf, view.timeZone), timeZone: view.timeZone }),
  });
  return calendar.toString();
}

/** "Settled <notices@settled.example>" or a bare address. */
const addressOf = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from;

/** Seconds of 2026-01-01: sequences are 32-bit numbers. */
const SEQUENCE_ZERO = 1_767_225_600;
