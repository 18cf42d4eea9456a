import { exportAccount } from "#app/services/account/export-account.server.ts";
import { showFees } from "#app/services/account/show-fees.server.ts";
import { showHome } from "#app/services/account/show-home.server.ts";
import { showLedger } from "#app/services/account/show-ledger.server.ts";
import { showClosing } from "#app/services/closing/show-closing.server.ts";
import { makeExport } from "#app/services/exports/make-export.server.ts";
import { openExport } from "#app/services/exports/open-export.server.ts";
import { startExport } from "#app/services/exports/start-export.server.ts";
import { KEY } from "#test/harness/sync/account.ts";
import type { Opened } from "./account.ts";

const { shop } = KEY;

/** What is measured, each as the page or the job calls it. What they answer is checked: an empty page is quick. */
export const USES: Record<string, (account: Opened) => Promise<void>> = {
  Home: async ({ deps }) => {
    const home = await showHome({ shop }, deps);
    if (home?.figures?.days.last30Days == null) throw new Error("Home knows no figures.");
  },
  Fees: async ({ deps }) => {
    const fees = await showFees({ shop, months: 12 }, deps);
    if (fees?.preview?.thisMonth.lockedRevenue == null) throw new Error("Fees knows no figures.");
  },
  Ledger: async ({ deps }) => {
    const ledger = await showLedger({ shop }, deps);
    if (!ledger?.statement?.totals.deduction) throw new Error("The ledger knows no figures.");
  },
  Close: async ({ deps }) => {
    const closing = await showClosing({ shop }, deps);
    if (!closing?.figures()) throw new Error("Closing knows no figures.");
  },
  "account file": async ({ deps }) => {
    const file = await exportAccount({ shop }, deps);
    if (!file || (await sizeOf(file)) === 0) throw new Error("There is no account file.");
  },
  "CSV export": async ({ deps }) => {
    if ((await startExport({ shop, locale: "en" }, deps)) !== "started") throw new Error("No export began.");
    const exportId = (await deps.db.exports.latest(shop))?.id ?? "";
    let made = await makeExport({ shop, exportId }, deps);
    // As the queue does it: on a busy machine a job's share of time is not enough for all invoices.
    while (made === "goes-on") made = await makeExport({ shop, exportId }, deps);
    const opened = await openExport({ shop, exportId }, deps);
    if (made !== "done" || !opened || (await sizeOf(opened.zip)) === 0)
      throw new Error(`No export was made: ${made}.`);
  },
};

async function sizeOf(pieces: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0;
  for await (const piece of pieces) bytes += piece.length;
  return bytes;
}
