import type { Admin } from "./admin.ts";

export type LedgerRow = { date: string; expected: boolean; cells: string[] };

/** The ledger as the page shows it: a row per day with its five amounts, and the total at the end. */
export async function readLedger(admin: Admin): Promise<{ days: LedgerRow[]; total: string[] }> {
  const rows = admin.app.locator(".Polaris-IndexTable__Table tbody tr");
  await rows.last().waitFor();
  const badge = admin.words.t("ledger.projected");
  const read = await rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll("td, th")].map((cell) => cell.textContent ?? "")),
  );
  const total = read.pop() ?? [];
  return {
    days: read.map(([first = "", ...rest]) => ({
      date: first.replace(badge, ""),
      expected: first.endsWith(badge),
      cells: rest.slice(0, 5),
    })),
    total: total.slice(1, 6),
  };
}
