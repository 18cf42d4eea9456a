/** The interface languages. Everything a person reads exists in each of them. */
export const LOCALES = ["en", "zh-CN"] as const;
export type Locale = (typeof LOCALES)[number];

/** The nearest language we have for a BCP 47 tag such as Shopify's `locale` parameter; English otherwise. */
export function nearestLocale(tag: string | null | undefined): Locale {
  const wanted = (tag ?? "").toLowerCase();
  const languageOf = (each: string) => each.toLowerCase().split(/[-,;]/)[0];
  return (
    LOCALES.find((locale) => wanted === locale.toLowerCase()) ??
    LOCALES.find((locale) => languageOf(wanted) === languageOf(locale)) ??
    "en"
  );
}
