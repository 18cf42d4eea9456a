import type { Locale } from "./locales.ts";
import type { BrowserWords } from "./messages.server.ts";
import { createTranslator, type Translator } from "./translator.ts";

let words: BrowserWords | null = null;
let translator: Translator | null = null;
let rest: { address: string; tries: number; coming: Promise<void> | null; isHere: boolean } | null = null;

const load = async (address: string): Promise<BrowserWords> =>
  (await import(/* @vite-ignore */ address)).default;

/**
 * Fetches what the document's own page can say, in its language. It stays for the life of the document, as the language
 * does. `all` is where the words of every page lie.
 */
export async function loadWords(page: string, all: string): Promise<void> {
  words = await load(page);
  rest = { address: all, tries: 0, coming: null, isHere: page === all };
}

/** Fetches what the other pages say, once: before anything is shown that this document did not bring with it. */
export async function loadAllWords(): Promise<void> {
  const here = rest;
  if (!here || here.isHere) return;
  // A file that did not come once is not asked for again under the same name.
  here.coming ??= load(here.tries === 0 ? here.address : `${here.address}?${here.tries}`).then(
    ({ messages }) => {
      Object.assign(loaded().messages, messages);
      here.isHere = true;
    },
    (error: unknown) => {
      here.coming = null;
      here.tries += 1;
      throw error;
    },
  );
  await here.coming;
}

const loaded = (): BrowserWords => {
  if (!words) throw new Error("A page is shown before its words have come.");
  return words;
};

export const polarisWords = (_: Locale) => loaded().polaris;

export function translatorFor(locale: Locale): Translator {
  const { messages } = loaded();
  translator ??= createTranslator(locale, (id) => {
    const message = messages[id];
    if (message !== undefined || !rest || rest.isHere) return message;
    // No page's own words may lack one (vite.said.ts). Should they, what the server sent stays until all words are there.
    reportError(new Error(`"${id}" is not among the words of its page.`));
    throw loadAllWords();
  });
  return translator;
}
