import type { Locale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import { stepsAhead } from "#app/messages/request-ahead.ts";
import { calendarFile } from "../calendar-file.ts";
import type { Deps } from "../deps.ts";
import { showRequest } from "./show-request.server.ts";

/** The days a request's page expects, for a calendar. Null where there is no such request, or no day to expect. */
export async function requestCalendar(
  input: { shop: string; reference: string; locale: Locale },
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<string | null> {
  const request = await showRequest(input, deps);
  if (!request) return null;
  const translator = translatorFor(input.locale);
  const entries = stepsAhead(request, translator).map(({ key, day, title, note }) => ({
    about: `${input.shop} ${request.reference} ${key}`,
    day,
    summary: translator.t("calendar.step", { step: title }),
    description: note ?? "",
  }));
  if (entries.length === 0) return null;
  return calendarFile({ product: "Closing request", language: translator.locale, entries }, deps);
}
