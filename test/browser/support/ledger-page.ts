import type { Admin } from "./admin.ts";

export type LedgerRow = { date: string; expected: boolean; owed: string; cells: string[] };

/** The ledger as the page shows it: a row per day with the five amounts of S3, what became owed, and the two totals at the end. */
export async function readLedger(admin: Admin): Promise<{
  days: LedgerRow[];
  past: string[];
  ahead: string[];
}> {
  const rows = admin.app.locator(".Polaris-IndexTable__Table tbody tr");
  await rows.last().waitFor();
  const badge = admin.words.t("ledger.projected");
  const read = await rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll("td, th")].map((cell) => cell.textContent ?? "")),
  );
  const [past = [], ahead = []] = read.splice(-2);
  const five = ([opening = "", , ...others]: string[]) => [opening, ...others.slice(0, 4)];
  return {
    days: read.map(([first = "", ...rest]) => ({
      date: first.replace(badge, ""),
      expected: first.endsWith(badge),
      owed: rest[1] ?? "",
      cells: five(rest),
    })),
    past: five(past.slice(1)),
    ahead: five(ahead.slice(1)),
  };
}
