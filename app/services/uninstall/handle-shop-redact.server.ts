import { randomUUID } from "node:crypto";
import type { ShopRow, Work } from "#app/ports/index.ts";
import { loadAccount } from "../account/load-account.server.ts";
import type { Deps } from "../deps.ts";
import { currentPseudonym } from "../pseudonym.ts";
import { eraseShop } from "./erase-shop.server.ts";
import { type KeepReason, keepReasons } from "./keep-reasons.server.ts";

export type RedactOutcome =
  | "erased"
  | "erased-except-open-request"
  | "erased-except-consent"
  | "installed-again"
  | "unknown-shop";

/**
 * Shopify's order to erase, 48 hours after an uninstall. Ignored when the shop has come back since. What an open
 * closing request or a recorded choice needs stays until that ends; the rest goes now.
 */
export async function handleShopRedact(
  input: { shop: string },
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<RedactOutcome> {
  const now = deps.clock.now();
  const closed = (await loadAccount(input, deps))?.state === "closed";
  return deps.db.transact(async (work) => {
    const shop = await work.shops.find(input.shop);
    if (!shop) return "unknown-shop";
    if (!shop.uninstalledAt) return "installed-again";
    const reasons = await keepReasons(shop, work, { nowMs: now.epochMilliseconds, closed });
    if (reasons.length === 0) {
      await eraseShop({ shop, cause: "shop-redact", notify: false }, work, { now, settings: deps.settings });
      return "erased";
    }
    const erased = await erasePart(shop, reasons, work);
    await work.erasuresDue.add({ shop: shop.shop, cause: "shop-redact", askedAt: now });
    const shopMac = await currentPseudonym("shop", shop.shop, {
      settings: deps.settings,
      store: work.deletions,
    });
    await work.deletions.add({ id: randomUUID(), shopMac, cause: "shop-redact", erased, erasedAt: now });
    return reasons.includes("reminders") || reasons.includes("watching")
      ? "erased-except-consent"
      : "erased-except-open-request";
  });
}

/** Reminders need the last figures, watching needs the token as well; an open request needs neither. */
async function erasePart(
  { shop }: ShopRow,
  reasons: KeepReason[],
  work: Work,
): Promise<Record<string, number>> {
  await work.sessions.removeAll(shop);
  const connection = await work.connections.find(shop);
  const watching = reasons.includes("watching");
  if (watching) return {};
  if (reasons.includes("reminders")) {
    await work.connections.destroyToken(shop);
    return {};
  }
  const snapshots = (await work.snapshots.all(shop)).length;
  await work.connections.remove(shop);
  await work.snapshots.removeAll(shop);
  return { connections: connection ? 1 : 0, snapshots };
}
