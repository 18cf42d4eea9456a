/**
 * Where a rule is stated: the words as they stand in the source, their language and address. `id` names the words in the
 * reader's language (`core.quote.<id>`) where the source has them in another.
 */
export type Quote = { id: string; text: string; language: "en" | "zh-CN"; url: string };

/** One rule of billing or closing with its sources, the day they were compared with the code, and its version. */
export type Rule = { id: string; version: string; checkedOn: string; quotes: readonly Quote[] };

/** The day all sources were last compared with the rules. */
export const CHECKED_ON = "2026-11-20";

const HELP = "https://help.impact.com";
const STARTER_FINANCE =
  "what-would-you-like-to-learn-about/platform-features/finance/finance-for-starter-edition-accounts";

/** Addresses of the pages quoted, by the source keys of docs/billing-rules.md. */
export const SOURCES = {
  S0: `${HELP}/brand/zh/${STARTER_FINANCE}/cancel-your-starter-edition-account`,
  S1: `${HELP}/brand/what-would-you-like-to-learn-about/account-administration/account-settings/manage-your-account/how-do-i-close-my-brand-account`,
  S2: `${HELP}/en/support/solutions/articles/48001236452-how-do-i-close-my-partner-account-`,
  S3: `${HELP}/brand/zh/${STARTER_FINANCE}/impactcom-starter-edition-billing-explained`,
  H1: `${HELP}/brand/${STARTER_FINANCE}/impactcom-starter-edition-billing-explained`,
  H2: `${HELP}/agency/zh/what-would-you-like-to-learn-about/finance/impactcom-starter-agency-edition-billing-explained`,
  H3: `${HELP}/en/support/solutions/articles/48001235244-impact-com-starter-agency-edition-billing-explained`,
  H4: `${HELP}/brand/platform-features/finance/impactcom-essentials-edition-billing-explained`,
} as const;

/** A quote from one of the sources; S and H2 are read in Chinese, the others in English. */
export function quote(source: keyof typeof SOURCES, text: string, id: string): Quote {
  const chinese = source.startsWith("S") || source === "H2";
  return { id, text, language: chinese ? "zh-CN" : "en", url: SOURCES[source] };
}
