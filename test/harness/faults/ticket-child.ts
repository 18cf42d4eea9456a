import { Temporal } from "temporal-polyfill";
import { readConfig } from "#app/config.server.ts";
import { createContainer } from "#app/container.server.ts";
import { handOver } from "#app/services/requests/hand-over.server.ts";
import { showRequest } from "#app/services/requests/show-request.server.ts";
import { startWorker } from "#app/worker.server.ts";
import { A_REQUEST } from "./a-request.ts";
import { die, dieAt } from "./die-at.ts";
import { type ChildReport, STEPS } from "./steps.ts";

const POLL_MS = 25;

const shop = String(process.env.FAULT_SHOP);
const step = STEPS.find((each) => each === process.env.FAULT_STEP) ?? null;
const delayMs = Number(process.env.FAULT_DELAY_MS ?? 0);

const container = await createContainer(readConfig());
const deps = dieAt(container.deps, step, delayMs);
const { db } = container.deps;

await db.shops.save({
  shop,
  shopifyId: null,
  name: "Acme Outdoor",
  contactEmail: `owner@${shop}`,
  locale: "en",
  timeZone: "UTC",
  currency: "USD",
  installedAt: Temporal.Now.instant(),
  uninstalledAt: null,
  lastSeenAt: Temporal.Now.instant(),
  mailStoppedAt: null,
  storeStop: null,
  storeNewsAt: null,
});
const open = await db.closingRequests.findOpen(shop);
const page = async (reference: string) => showRequest({ shop, reference }, container.deps);
const statusBefore = open && ((await page(open.reference))?.status ?? null);

if (step === "any-time") setTimeout(die, delayMs);
// The merchant clicks again after every crash: the same request, however often.
const handed = await handOver({ shop, ...A_REQUEST }, deps);
if (!("reference" in handed)) throw new Error("The request was refused.");
await startWorker({ ...container, deps });

const request = await db.closingRequests.findByReference(shop, handed.reference);
for (;;) {
  const ticket = request && (await db.tickets.findByRequest(shop, request.id));
  if (ticket?.settledAt) break;
  await new Promise((resolve) => setTimeout(resolve, POLL_MS));
}
const shown = await page(handed.reference);
const report: ChildReport = {
  reference: handed.reference,
  statusBefore,
  status: shown?.status ?? "none",
  triggers: (shown?.events ?? []).map(({ trigger }) => trigger),
};
process.stdout.write(`${JSON.stringify(report)}\n`);
await container.close();
process.exit(0);
