import type { MetaFunction } from "@remix-run/node";
import type { MessageId } from "#app/messages/catalogue.ts";
import type { Locale } from "#app/messages/locales.ts";
import type { Translator } from "#app/messages/translator.ts";
import { translatorFor } from "#words";
import { problemTitle } from "./problem-text.ts";

type Frame = { locale: Locale } | undefined;

/** A page's own name, as one message or out of what the page loaded. */
export type PageName<Data> = MessageId | ((data: Data, t: Translator["t"]) => string);

/**
 * A page's own name as its document's title, in the language of the frame around it, so that a screen reader and a list
 * of tabs tell the pages apart. A page that could not be shown is called by what kept it.
 */
export function titleIn<Data>(
  frameId: string,
  page: PageName<Data>,
  titled: (name: string) => string,
): MetaFunction {
  return ({ matches, data, error }) => {
    const frame = matches.find(({ id }) => id === frameId)?.data as Frame;
    if (error) return [{ title: titled(problemTitle(error, frame?.locale)) }];
    if (!frame || !data) return [{ title: "Settled" }];
    const { t } = translatorFor(frame.locale);
    return [{ title: titled(typeof page === "function" ? page(data as Data, t) : t(page)) }];
  };
}

/**
 * A frame's own title: it is seen only where no page inside has one, as when a page's error is shown in the frame's place.
 */
export const frameTitle =
  (rootId: string, titled: (name: string) => string): MetaFunction =>
  ({ matches, error }) => {
    const frame = matches.find(({ id }) => id === rootId)?.data as Partial<NonNullable<Frame>> | undefined;
    return [{ title: error ? titled(problemTitle(error, frame?.locale)) : "Settled" }];
  };

/** In the admin, which says the app's name beside the title itself. */
export const pageTitle = <Data>(page: PageName<Data>): MetaFunction =>
  titleIn("routes/app", page, (name) => name);
