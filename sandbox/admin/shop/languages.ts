import type { Lang } from "#sandbox/ui/lang.ts";

/** What a merchant can set the admin to, each by its own name. The app follows; the sandbox's own texts have two languages. */
export const APP_LANGUAGES = {
  en: "English",
  "zh-CN": "简体中文",
  "zh-TW": "繁體中文",
  ja: "日本語",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
  it: "Italiano",
  nl: "Nederlands",
  da: "Dansk",
  sv: "Svenska",
  nb: "Norsk",
} as const;
export type AppLanguage = keyof typeof APP_LANGUAGES;
export const APP_LANGUAGE_TAGS = Object.keys(APP_LANGUAGES) as [AppLanguage, ...AppLanguage[]];

/** The language in which the sandbox's own texts stand around the app. */
export const ownLanguage = (language: AppLanguage): Lang => (language === "zh-CN" ? "zh-CN" : "en");
