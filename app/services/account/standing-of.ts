import { type StandingReport, standingReport } from "#app/domain/index.ts";
import { type AccountView, paysKnownFee, type SummaryView } from "./load-account.server.ts";

/**
 * Where the account stands today, for whatever shows it: pages, mails and events word this one answer and work out
 * none of their own. Null while the key facts are missing, and for an account without a fee that is known.
 */
export function standingOf(view: AccountView | SummaryView): StandingReport | null {
  const { assembled, today } = view;
  if (assembled.outcome !== "ready" || !paysKnownFee(view)) return null;
  return standingReport(assembled.account, { on: today });
}
