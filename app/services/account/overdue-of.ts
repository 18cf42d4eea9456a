import { type OverdueReport, overdueReport } from "#app/domain/index.ts";
import type { AccountView, SummaryView } from "./load-account.server.ts";
import { standingOf } from "./standing-of.ts";

/**
 * What is overdue by impact.com's own invoices. Unlike everything else about the account's standing it needs none of the
 * key facts, so it is said before the merchant has entered them.
 */
export function overdueOf(view: AccountView | SummaryView): OverdueReport | null {
  const { assembled, kind, otherAccount, today } = view;
  if (assembled.outcome !== "facts-missing" || assembled.read === null) return standingOf(view);
  return kind === "brand" && otherAccount === null ? overdueReport(assembled.read, { on: today }) : null;
}
