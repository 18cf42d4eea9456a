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
      return { locale: other, href: `?${query}`, name: languageName(other) };
    });
}

/** "English", "français", "日本語"; of the two written kinds of Chinese "简体中文" and "繁體中文". */
export function languageName(locale: string): string {
  const { language, script } = new Intl.Locale(locale).maximize();
  const named = language === "zh" ? `${language}-${script}` : language;
  return new Intl.DisplayNames(locale, { type: "language" }).of(named) ?? locale;
}
