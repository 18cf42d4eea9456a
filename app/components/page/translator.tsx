import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Locale } from "#app/messages/locales.ts";
import { createTranslator, type Messages, type Translator } from "#app/messages/translator.ts";

const TranslatorContext = createContext<Translator | null>(null);

export function TranslatorProvider(props: { locale: Locale; messages: Messages; children?: ReactNode }) {
  const { locale, messages } = props;
  const translator = useMemo(() => createTranslator(locale, messages), [locale, messages]);
  return <TranslatorContext.Provider value={translator}>{props.children}</TranslatorContext.Provider>;
}

/** The page's language. Throws outside a TranslatorProvider: text without a language is a fault. */
export function useTranslator(): Translator {
  const translator = useContext(TranslatorContext);
  if (!translator) throw new Error("No TranslatorProvider above this component.");
  return translator;
}
