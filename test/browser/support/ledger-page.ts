import { seen } from "#test/seen.ts";
import type { Admin } from "./admin.ts";

/** A day as the page shows it: what became owed, what the card was charged, what left the balance, and what is left. */
export type LedgerRow = { date: string; expected: boolean; cells: string[] };

/** Every day of the ledger, oldest first, with all months opened, and its two sums. */
export async function readLedger(admin: Admin): Promise<{
  days: LedgerRow[];
  past: string[];
  ahead: string[];
}> {
  const table = admin.app.locator("table.ledger");
  await table.waitFor();
  const closed = table.locator('.ledger-group button[aria-expanded="false"]');
  for (let left = await closed.count(); left > 0; left -= 1) {
    const rows = await table.locator(".ledger-row").count();
    await closed.first().click();
    // The days of a month come from the server.
    await table.locator(".ledger-row").nth(rows).waitFor();
  }
  const read = (rows: string) =>
    table.locator(rows).evaluateAll((all) =>
      all.map((row) => ({
        date: row.querySelector("th")?.innerText ?? "",
        expected: row.classList.contains("ledger-ahead"),
        cells: [...row.querySelectorAll<HTMLElement>("td.figures-number")].map((cell) =>
          cell.innerText.trim(),
        ),
      })),
    );
  const [ahead, past] = await read(".ledger-sum");
  return {
    days: (await read(".ledger-row")).map((row) => ({ ...row, date: seen(row.date) })).reverse(),
    past: past?.cells ?? [],
    ahead: ahead?.cells ?? [],
  };
}
