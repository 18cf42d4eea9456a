import type { Locale } from "./locales.ts";
import type { BrowserWords } from "./messages.server.ts";
import { createTranslator, type Translator } from "./translator.ts";

let words: BrowserWords | null = null;
let translator: Translator | null = null;

/** Fetches the words of the document's language. They stay for the life of the document, as its language does. */
export async function loadWords(address: string): Promise<void> {
  words = (await import(/* @vite-ignore */ address)).default;
}

const loaded = (): BrowserWords => {
  if (!words) throw new Error("A page is shown before its words have come.");
  return words;
};

export const polarisWords = (_: Locale) => loaded().polaris;

export function translatorFor(locale: Locale): Translator {
  const { messages } = loaded();
  translator ??= createTranslator(locale, (id) => messages[id]);
  return translator;
}
