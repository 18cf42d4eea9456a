import { type AlertLimits, currencyDecimals, isCardCurrency, readTypedAmount } from "#app/domain/index.ts";
import type { MessageId } from "#app/messages/catalogue.ts";

export const ALERT_FIELDS = ["monthlyFee", "weeklyCommissions", "movedDays"] as const;
export type AlertField = (typeof ALERT_FIELDS)[number];
export type AlertProblem = { field: AlertField; message: MessageId };
export type ParsedAlerts =
  | { outcome: "read"; limits: AlertLimits; byMail: boolean }
  | { outcome: "rejected"; problems: AlertProblem[] };

const MOST_DAYS = 365;

/** Reads the limits as people type them; what is left empty, or is nothing at all, asks for no alert. */
export function readAlertsForm(data: FormData, currency: string): ParsedAlerts {
  const problems: AlertProblem[] = [];
  const text = (name: string) => String(data.get(name) ?? "").trim();
  const amount = (field: AlertField): string | null => {
    if (text(field) === "") return null;
    const read = readTypedAmount(text(field), isCardCurrency(currency) ? currencyDecimals(currency) : 2);
    if (read.outcome === "read") return /[1-9]/.test(read.amount) ? read.amount : null;
    const message = read.reason === "decimals" ? "alerts.error.decimals" : "alerts.error.amount";
    problems.push({ field, message });
    return null;
  };
  const limits: AlertLimits = {
    currency,
    monthlyFee: amount("monthlyFee"),
    weeklyCommissions: amount("weeklyCommissions"),
    overdue: data.get("overdue") === "yes",
    movedDays: days(text("movedDays"), () =>
      problems.push({ field: "movedDays", message: "alerts.error.days" }),
    ),
  };
  return problems.length > 0
    ? { outcome: "rejected", problems }
    : { outcome: "read", limits, byMail: data.get("byMail") === "yes" };
}

function days(typed: string, refuse: () => void): number | null {
  const text = typed.normalize("NFKC");
  if (text === "") return null;
  const count = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= MOST_DAYS) return count;
  refuse();
  return null;
}
