import type { MetaFunction } from "@remix-run/node";
import type { MessageId } from "#app/messages/catalogue.ts";
import type { Locale } from "#app/messages/locales.ts";
import { createTranslator, type Messages, type Translator } from "#app/messages/translator.ts";

type Frame = { locale: Locale; messages: Messages } | undefined;

/**
 * A page's own name in the window's title, so that a screen reader and a list of tabs tell the pages apart. `title` may
 * take it from what the page loaded; a page that could not load has the app's name alone.
 */
export function exitTitle<Data>(
  title: MessageId | ((data: Data, t: Translator["t"]) => string),
): MetaFunction {
  return ({ matches, data }) => {
    const frame = matches.find(({ id }) => id === "routes/exit")?.data as Frame;
    if (!frame || !data) return [{ title: "Settled" }];
    const { t } = createTranslator(frame.locale, frame.messages);
    const name = typeof title === "function" ? title(data as Data, t) : t(title);
    return [{ title: `${name} · Settled` }];
  };
}
