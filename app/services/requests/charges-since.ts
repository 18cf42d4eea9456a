import { Temporal } from "temporal-polyfill";
import { statementReport } from "#app/domain/index.ts";
import { type AccountView, paysKnownFee } from "../account/load-account.server.ts";

export type Charge = { date: string; amount: string };

/** What the card was charged by the ledger on the days after a moment, up to today; empty where the ledger is not known (D25). */
export function chargesSince(
  view: Pick<AccountView, "assembled" | "today" | "timeZone" | "currency" | "kind" | "otherAccount">,
  since: Temporal.Instant,
): { currency: string; rows: Charge[] } {
  const { assembled, today, timeZone, currency } = view;
  if (assembled.outcome !== "ready" || !paysKnownFee(view)) return { currency, rows: [] };
  // The ledger knows days: what the card paid on the day itself may have been before.
  const from = since.toZonedDateTimeISO(timeZone).toPlainDate().add({ days: 1 });
  if (Temporal.PlainDate.compare(from, today) > 0) return { currency, rows: [] };
  const { days } = statementReport(assembled.account, { from, to: today, on: today, everyDay: false });
  const rows = days.flatMap(({ date, cardCharge }) =>
    cardCharge !== null && /[1-9]/.test(cardCharge) ? [{ date, amount: cardCharge }] : [],
  );
  return { currency, rows };
}
