import type { InvoiceItem } from "#app/ports/impact.ts";

export type InvoiceLine = { status: InvoiceItem["status"]; dueOn: string | null; paidOn: string | null };

/** From harmless to urgent. */
const SEVERITY: InvoiceItem["status"][] = ["PAID", "PENDING", "OVERDUE"];
const severity = (line: InvoiceLine) => SEVERITY.indexOf(line.status);

/**
 * Where an invoice stands as a whole: its worst line's status, the earliest due day of those worst lines (of all
 * lines where they name none), and the day the last line was paid, which only exists once every line is.
 */
export function invoiceStatus(lines: [InvoiceLine, ...InvoiceLine[]]): InvoiceLine {
  const { status } = lines.reduce((worst, line) => (severity(line) > severity(worst) ? line : worst));
  const dueDays = days(lines.filter((line) => line.status === status).map((line) => line.dueOn));
  const allDueDays = days(lines.map((line) => line.dueOn));
  const paidDays = days(lines.map((line) => line.paidOn));
  const isPaid = status === "PAID" && paidDays.length === lines.length;
  return {
    status,
    dueOn: dueDays[0] ?? allDueDays[0] ?? null,
    paidOn: isPaid ? (paidDays.at(-1) ?? null) : null,
  };
}

function days(values: (string | null)[]): string[] {
  return values.filter((value) => value !== null).sort();
}
