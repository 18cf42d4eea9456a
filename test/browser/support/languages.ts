import { LOCALES, type Locale } from "#app/messages/locales.ts";
import type { StoreName } from "./admin.ts";
import type { AccountKey } from "./sandbox-calls.ts";

type Language = { locale: Locale; store: StoreName; account: AccountKey; owner: string };

const ACME = { store: "acme-outdoor", account: "story", owner: "owner@acme-outdoor.example" } as const;
const BUSY = { store: "busy-bikes", account: "busy", owner: "owner@busy-bikes.example" } as const;

/** `npm run test:languages` names one language after the other here. */
const asked = LOCALES.find((locale) => locale === process.env.WALK_IN) ?? null;

/** English has one of the demo's two stores to itself, every other language the other: each starts as on the first visit. */
const language = (locale: Locale): Language => ({ locale, ...(locale === "en" ? ACME : BUSY) });

/** The two with which both stores of the demo are in use. */
export const LANGUAGES: [Language, Language] = [language("en"), language("zh-CN")];

/**
 * A journey is walked in one language in `npm test`, the one named here, and in all of them by
 * `npm run test:languages`. What pages say in each language is held by tests that read the pages without the walk.
 */
export const walkedIn = (locale: Locale): Language[] => [language(asked ?? locale)];

/** The languages in which pages are read or looked at one by one. */
export const READ_IN: readonly Locale[] = asked ? [asked] : ["en", "zh-CN"];

/** The commission of S3's account, as each language writes it. */
export const COMMISSION: Record<Locale, string> = {
  en: "$75.00",
  "zh-CN": "$75.00",
  "zh-TW": "$75.00",
  ja: "$75.00",
  de: "75,00 $",
  fr: "75,00 $",
  es: "75,00 $",
  it: "75,00 $",
  nl: "$ 75,00",
  da: "75,00 $",
  sv: "75,00 $",
  nb: "75,00 $",
};
