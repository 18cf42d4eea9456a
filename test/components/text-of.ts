import { AppProvider } from "@shopify/polaris";
import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { AskingContext } from "#app/components/account/why-provider.tsx";
import { TranslatorProvider } from "#app/components/page/translator.tsx";
import type { Locale } from "#app/messages/locales.ts";
import { seen } from "#test/seen.ts";

/** Nothing is explained where nobody can press. */
const ASKING = { ask: () => undefined, name: () => () => undefined };

/** A component as a reader of a language gets it. */
export function markupOf(children: ReactNode, locale: Locale = "en"): string {
  const asking = createElement(AskingContext.Provider, { value: ASKING }, children);
  const inside = createElement(TranslatorProvider, { locale }, asking);
  return renderToStaticMarkup(createElement(AppProvider, { i18n: {} }, inside));
}

/** What it says, its parts apart. */
export const textOf = (children: ReactNode, locale: Locale = "en"): string =>
  seen(markupOf(children, locale))
    .replace(/<span class="one-line">([^<]*)<\/span>/g, "$1")
    .replace(/<[^>]*>/g, "|")
    .replace(/\|+/g, "|")
    .replaceAll("&#x27;", "'");
