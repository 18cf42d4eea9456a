type Line = { status: string; dueOn: string | null; paidOn: string | null };

// From harmless to urgent. A status we have never seen is worse than paid: it must not let an invoice count as done.
const SEVERITY = ["PAID", "unknown", "PENDING", "OVERDUE"];
const severity = (line: Line) => Math.max(SEVERITY.indexOf(line.status), line.status === "PAID" ? 0 : 1);

/**
 * Where an invoice stands as a whole: its worst line's status, the earliest due day among those worst lines, and
 * the day the last line was paid, which only exists once every line is. An invoice without lines is "unknown".
 */
export function invoiceStanding(lines: Line[]): Line {
  const worst = lines.toSorted((one, other) => severity(other) - severity(one))[0];
  if (!worst) return { status: "unknown", dueOn: null, paidOn: null };
  const dueDays = days(lines.filter((line) => severity(line) === severity(worst)).map((line) => line.dueOn));
  const paidDays = days(lines.map((line) => line.paidOn));
  const allPaid = worst.status === "PAID" && paidDays.length === lines.length;
  return {
    status: worst.status,
    dueOn: dueDays[0] ?? null,
    paidOn: allPaid ? (paidDays.at(-1) ?? null) : null,
  };
}

function days(values: (string | null)[]): string[] {
  return values.filter((value) => value !== null).sort();
}
