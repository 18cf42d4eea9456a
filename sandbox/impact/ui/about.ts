import type { Lang } from "#sandbox/ui/lang.ts";
import { translator } from "#sandbox/ui/translate.ts";

/** The demo's accounts, each with a line about what it is there for. */
const TOLD = [
  "story",
  "busy",
  "large",
  "new",
  "trial",
  "delinquent",
  "jpy",
  "multi",
  "partner-small",
  "partner-zero",
  "agency",
] as const;

/** What an account is there for, in one line; null for one that is not the demo's. */
export function aboutAccount(key: string, lang: Lang): string | null {
  const shown = TOLD.find((one) => one === key);
  return shown === undefined ? null : translator(lang)(`account.${shown}`);
}
