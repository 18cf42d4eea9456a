import { failureText } from "#app/messages/failure-text.ts";
import type { Locale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import type { ReadFailure } from "#app/ports/index.ts";
import { seen } from "#test/seen.ts";

/** Word for word; a list the token lacks stands in one sentence with all the others it lacks. */
export function saysWhy(page: string, failure: ReadFailure, locale: Locale, timeZone: string): boolean {
  const text = seen(page);
  const words = translatorFor(locale);
  if (failure.outcome !== "forbidden") return text.includes(failureText(failure, words, timeZone));
  const [before = ""] = words.t("failure.forbidden", { resource: "|" }).split("|");
  const start = text.indexOf(before.trim());
  const sentence = text.slice(start, start + 300);
  return start >= 0 && sentence.includes(words.t(`resource.${failure.resource}`));
}
