import type { AlertLimits } from "#app/domain/index.ts";
import type { ActionItem } from "#app/ports/index.ts";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { saveAlerts } from "#app/services/alerts/save-alerts.server.ts";
import { checkEverything } from "#app/services/watch/check-everything.server.ts";
import { aShop } from "#test/factories/rows.ts";
import { aMerchant, shop } from "../sync/a-merchant.ts";

export const NONE: AlertLimits = {
  currency: "USD",
  monthlyFee: null,
  weeklyCommissions: null,
  overdue: false,
  movedDays: null,
};

/** A connected merchant on 21 June 2026 with limits, whose next fee is at least the minimum they enter. */
export async function anAlerted({
  byMail = false,
  locale = "en",
  limits = { ...NONE, monthlyFee: "35" } as AlertLimits,
  items = [] as ActionItem[],
} = {}) {
  const { deps, impact } = await aMerchant(items);
  await deps.db.shops.save(aShop({ shop, locale, contactEmail: "owner@acme.example" }));
  const connection = await deps.db.connections.find(shop);
  if (connection) await deps.db.connections.save({ ...connection, sealedToken: deps.seal.seal(shop, "t") });
  await saveFacts({ shop, actor: "staff-1", facts: { signedUpOn: "2026-05-12", edition: "starter" } }, deps);
  await checkEverything({ shop }, deps);
  await saveAlerts({ shop, actor: "staff-1", limits, byMail }, deps);
  return {
    deps,
    impact,
    minimum: (minimumFee: string) => saveFacts({ shop, actor: "staff-1", facts: { minimumFee } }, deps),
    events: () =>
      deps.db.rows().outboundEvents.flatMap(({ event }) => (event.type === "alert-crossed" ? [event] : [])),
    mails: () => deps.db.rows().mails.filter(({ purpose }) => purpose === "alert"),
  };
}
