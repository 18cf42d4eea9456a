import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Locale } from "#app/messages/locales.ts";
import type { Translator } from "#app/messages/translator.ts";
import { withWholeDates } from "#app/messages/whole-dates.ts";
import { translatorFor } from "#words";

const TranslatorContext = createContext<Translator | null>(null);

export function TranslatorProvider({ locale, children }: { locale: Locale; children?: ReactNode }) {
  const words = useMemo(() => withWholeDates(translatorFor(locale)), [locale]);
  return <TranslatorContext.Provider value={words}>{children}</TranslatorContext.Provider>;
}

/** The page's language. Throws outside a TranslatorProvider: text without a language is a fault. */
export function useTranslator(): Translator {
  const translator = useContext(TranslatorContext);
  if (!translator) throw new Error("No TranslatorProvider above this component.");
  return translator;
}
