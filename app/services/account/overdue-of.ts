import { type OverdueReport, overdueReport, type StandingReport } from "#app/domain/index.ts";
import type { AccountView, SummaryView } from "./load-account.server.ts";

/**
 * What is overdue by impact.com's own invoices. Unlike everything else about the account's standing it needs none of the
 * key facts, so it is said before the merchant has entered them. `standing`: the account's own, which has it where there is one.
 */
export function overdueOf(
  view: AccountView | SummaryView,
  standing: StandingReport | null,
): OverdueReport | null {
  const { assembled, kind, otherAccount, today } = view;
  if (assembled.outcome !== "facts-missing" || assembled.read === null) return standing;
  return kind === "brand" && otherAccount === null ? overdueReport(assembled.read, { on: today }) : null;
}
