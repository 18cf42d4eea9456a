import problemEn from "./en/problem.json" with { type: "json" };
import problemZh from "./zh-CN/problem.json" with { type: "json" };

/** The interface languages. Everything a person reads exists in each of them. */
export const LOCALES = ["en", "zh-CN"] as const;
export type Locale = (typeof LOCALES)[number];

/** The words of the page that is shown when nothing else could be loaded: all languages travel with it. */
export const PROBLEM_TEXTS: Readonly<Record<Locale, typeof problemEn>> = {
  en: problemEn,
  "zh-CN": problemZh,
};

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
