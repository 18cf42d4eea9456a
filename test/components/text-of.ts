import { AppProvider } from "@shopify/polaris";
import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { AskingContext } from "#app/components/account/asking.ts";
import { ReloadContext } from "#app/components/page/reload.tsx";
import { TranslatorProvider } from "#app/components/page/translator.tsx";
import type { Locale } from "#app/messages/locales.ts";
import { seen } from "#test/seen.ts";

/** Nothing is explained where nobody can press, and nothing loaded anew. */
const ASKING = { ask: () => undefined, name: () => () => undefined };

/** A component as a reader of a language gets it. */
export function markupOf(children: ReactNode, locale: Locale = "en"): string {
  const reloading = createElement(ReloadContext.Provider, { value: () => undefined }, children);
  const asking = createElement(AskingContext.Provider, { value: ASKING }, reloading);
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
