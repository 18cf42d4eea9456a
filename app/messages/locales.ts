/** The interface languages. Everything a person reads exists in each of them. */
export const LOCALES = [
  "en",
  "zh-CN",
  "zh-TW",
  "ja",
  "de",
  "fr",
  "es",
  "it",
  "nl",
  "da",
  "sv",
  "nb",
] as const;
export type Locale = (typeof LOCALES)[number];

/** The nearest language we have for a BCP 47 tag or an Accept-Language list; English otherwise. */
export const nearestLocale = (tag: string | null | undefined): Locale => nearestOf(tag, LOCALES) ?? "en";

/** The first of the wanted languages that `locales` can serve: exactly, by its script, or by its language alone. */
export function nearestOf<L extends string>(tag: string | null | undefined, locales: readonly L[]): L | null {
  for (const each of (tag ?? "").split(",")) {
    const wanted = (each.split(";", 1)[0] ?? "").trim().toLowerCase();
    const served =
      locales.find((locale) => wanted === locale.toLowerCase()) ??
      locales.find((locale) => scriptOf(wanted) === scriptOf(locale.toLowerCase())) ??
      locales.find((locale) => languageOf(wanted) === languageOf(locale.toLowerCase()));
    if (served) return served;
  }
  return null;
}

/** Norwegian is written as Bokmål here, whichever of its names a browser sends. */
const ALIASES: Record<string, string> = { no: "nb", nn: "nb" };

function languageOf(tag: string): string {
  const language = tag.split("-", 1)[0] ?? "";
  return ALIASES[language] ?? language;
}

/** Chinese is two written languages: Taiwan, Hong Kong and Macao read the traditional one. */
function scriptOf(tag: string): string {
  const language = languageOf(tag);
  if (language !== "zh") return language;
  return tag.split("-").some((part) => ["hant", "tw", "hk", "mo"].includes(part)) ? "zh-hant" : "zh-hans";
}
