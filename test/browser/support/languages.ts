import type { Locale } from "#app/messages/locales.ts";
import type { StoreName } from "./admin.ts";
import type { AccountKey } from "./sandbox-calls.ts";

type Language = { locale: Locale; store: StoreName; account: AccountKey; owner: string };

/** One demo has two stores: each language has one to itself, so that both start as on the first visit. */
export const LANGUAGES: Language[] = [
  { locale: "en", store: "acme-outdoor", account: "story", owner: "owner@acme-outdoor.example" },
  { locale: "zh-CN", store: "busy-bikes", account: "busy", owner: "owner@busy-bikes.example" },
];

/**
 * A journey is walked in one language in `npm test`, the one named here, and in all of them by
 * `npm run test:languages`. What pages say in each language is held by tests that read the pages without the walk.
 */
export function walkedIn(locale: Locale): Language[] {
  const inAll = process.env.EVERY_LANGUAGE === "1" || process.env.SCREENSHOTS === "1";
  return inAll ? LANGUAGES : LANGUAGES.filter((each) => each.locale === locale);
}
