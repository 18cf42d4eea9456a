import { explain } from "#app/services/account/explain.server.ts";
import { exportAccount } from "#app/services/account/export-account.server.ts";
import type { Deps as AllDeps } from "#app/services/deps.ts";
import { buildPack } from "#app/services/evidence/build-pack.server.ts";
import { receiptPdf } from "#app/services/evidence/receipt-pdf.server.ts";
import { makeExport } from "#app/services/exports/make-export.server.ts";
import { openExport } from "#app/services/exports/open-export.server.ts";
import { startExport } from "#app/services/exports/start-export.server.ts";
import { KEY } from "#test/harness/sync/account.ts";

type Deps = Pick<
  AllDeps,
  "db" | "clock" | "impact" | "seal" | "settings" | "pdf" | "reckoner" | "packScript"
>;

export const SHOP = KEY.shop;
const shop = SHOP;

const referenceOf = async (deps: Deps) => (await deps.db.closingRequests.findOpen(shop))?.reference ?? "";

/** What takes longest of all that a merchant can ask for, each as its route or job calls it. */
export const HEAVY: Record<string, (deps: Deps) => Promise<void>> = {
  "receipt PDF": async (deps) => {
    const reference = await referenceOf(deps);
    const pdf = await receiptPdf({ shop, reference, locale: "zh-CN" }, deps);
    if (!pdf) throw new Error("There is no receipt.");
  },
  explain: async (deps) => {
    const { outcome } = await explain({ shop, figure: "closure.earliestClosing.date" }, deps);
    if (outcome !== "explained") throw new Error("Nothing was explained.");
  },
  "an unknown figure": async (deps) => {
    const { outcome } = await explain({ shop, figure: "closure.nothing" }, deps);
    if (outcome !== "unknown-figure") throw new Error("Something was explained.");
  },
  "account file": async (deps) => readAll(await exportAccount({ shop }, deps)),
  "evidence pack": async (deps) => {
    const reference = await referenceOf(deps);
    await readAll((await buildPack({ shop, reference }, deps))?.zip ?? null);
  },
  // One export of a store is made at a time; what comes meanwhile finds it under way.
  export: async (deps) => {
    if ((await startExport({ shop, locale: "en" }, deps)) !== "started") return;
    const exportId = (await deps.db.exports.latest(shop))?.id ?? "";
    let made = await makeExport({ shop, exportId }, deps);
    while (made === "goes-on") made = await makeExport({ shop, exportId }, deps);
    if (made !== "done") throw new Error(`No export was made: ${made}.`);
    await readAll((await openExport({ shop, exportId }, deps))?.zip ?? null);
  },
};

async function readAll(pieces: AsyncIterable<Uint8Array> | null): Promise<void> {
  if (pieces === null) throw new Error("There is no file.");
  for await (const _piece of pieces) await new Promise((resolve) => setImmediate(resolve));
}
