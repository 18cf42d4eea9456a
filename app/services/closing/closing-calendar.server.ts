import type { Locale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import { knownClosing } from "#app/services/account/unfinished-request.server.ts";
import { loadAccount } from "../account/load-account.server.ts";
import { calendarFile } from "../calendar-file.ts";
import type { Deps } from "../deps.ts";
import { closingOf } from "./show-closing.server.ts";

/** The earliest closing date for a calendar. Null while there is no date, and once the account is closed. */
export async function closingCalendar(
  input: { shop: string; locale: Locale },
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<string | null> {
  const view = await loadAccount(input, deps);
  const day = view && closingOf(view).closure?.earliestClosing.date;
  if (!view || !day || (await knownClosing(view, deps.db))) return null;
  const { t, instant, locale } = translatorFor(input.locale);
  const asOf = (view.checkedAt ?? deps.clock.now()).toString();
  const entry = {
    about: `${input.shop} ${view.connection?.accountSid ?? ""}`,
    day,
    summary: t("calendar.title"),
    description: t("calendar.text", { asOf: instant(asOf, view.timeZone), timeZone: view.timeZone }),
  };
  return calendarFile({ product: "Closing date", language: locale, entries: [entry] }, deps);
}
