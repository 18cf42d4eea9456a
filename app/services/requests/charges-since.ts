import { Temporal } from "temporal-polyfill";
import { statementReport } from "#app/domain/index.ts";
import { type AccountView, paysKnownFee } from "../account/load-account.server.ts";

export type Charge = { date: string; amount: string };

/** What the card was charged by the ledger since a day, up to today; empty where the ledger is not known (D25). */
export function chargesSince(
  view: Pick<AccountView, "assembled" | "today" | "timeZone" | "currency" | "kind" | "otherAccount">,
  since: Temporal.Instant,
): { currency: string; rows: Charge[] } {
  const { assembled, today, timeZone, currency } = view;
  if (assembled.outcome !== "ready" || !paysKnownFee(view)) return { currency, rows: [] };
  const from = since.toZonedDateTimeISO(timeZone).toPlainDate();
  if (Temporal.PlainDate.compare(from, today) > 0) return { currency, rows: [] };
  const { days } = statementReport(assembled.account, { from, to: today, on: today, everyDay: false });
  const rows = days.flatMap(({ date, cardCharge }) =>
    cardCharge !== null && /[1-9]/.test(cardCharge) ? [{ date, amount: cardCharge }] : [],
  );
  return { currency, rows };
}
