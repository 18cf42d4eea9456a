import { LOCALES } from "#app/messages/locales.ts";

/**
 * The same page in every other language, each by its own name: whoever looks for it may read no other. `search` is the
 * page's query, which goes along.
 */
export function languageLinks(locale: string, search: string, locales: readonly string[] = LOCALES) {
  return locales
    .filter((other) => other !== locale)
    .map((other) => {
      const query = new URLSearchParams(search);
      query.set("locale", other);
      return { locale: other, href: `?${query}`, name: nameOf(other) };
    });
}

/** "English", "中文", "français". */
const nameOf = (locale: string): string =>
  new Intl.DisplayNames(locale, { type: "language" }).of(new Intl.Locale(locale).language) ?? locale;
