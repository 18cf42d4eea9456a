import type { Mail } from "#app/ports/index.ts";
import { handleUninstall } from "#app/services/uninstall/handle-uninstall.server.ts";
import { type WarningFacts, warningFactsSchema } from "#app/services/uninstall/warning-facts.ts";
import { at } from "#test/factories/rows.ts";
import type { createFakeDeps } from "#test/fakes/deps.ts";
import { aLeftStore } from "#test/services/uninstall/a-left-store.ts";

export const LINKS = { finish: "https://settled.example/l/a.b", stop: "https://settled.example/stop/a.b" };
export const warningFacts = (overrides: Partial<WarningFacts> = {}) =>
  warningFactsSchema.parse({
    shopName: "Acme Outdoor",
    account: "0001",
    timeZone: "America/New_York",
    currency: "USD",
    asOf: "2026-06-20T12:00:00Z",
    nextFee: { amount: "30.00", bound: "atLeast", date: "2026-07-01" },
    commissions: "75.00",
    minimum: { perMonth: "30.00", perYear: "360.00" },
    ...overrides,
  });

/** The mail a merchant gets who leaves now. */
export async function warningOf(
  change: (deps: ReturnType<typeof createFakeDeps>, shop: string) => Promise<unknown>,
) {
  const { deps, shop, deliver } = await aLeftStore({ shop: { uninstalledAt: null } });
  await change(deps, shop);
  const outcome = await handleUninstall({ shop, triggeredAt: at("2026-06-21T08:59:00Z") }, deps);
  await deliver();
  return { outcome, mail: deps.mailer.sent[0] as Mail, text: JSON.stringify(deps.mailer.sent[0]?.body) };
}
