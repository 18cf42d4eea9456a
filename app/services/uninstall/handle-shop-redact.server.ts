import type { Deps } from "../deps.ts";

/**
 * Shopify's order to erase, 48 hours after an uninstall. Ignored when the shop has come back since. An open closing
 * request keeps what it needs until it ends: its own rows, and the address its answers go to.
 */
export async function handleShopRedact(
  input: { shop: string },
  deps: Pick<Deps, "db" | "clock">,
): Promise<"erased" | "erased-except-open-request" | "installed-again" | "unknown-shop"> {
  const { shop } = input;
  return deps.db.transact(async (work) => {
    const known = await work.shops.find(shop);
    if (!known) return "unknown-shop";
    if (!known.uninstalledAt) return "installed-again";
    const open = await work.closings.findOpen(shop);
    await work.sessions.removeAll(shop);
    await work.connections.remove(shop);
    await work.snapshots.removeAll(shop);
    if (open) return "erased-except-open-request";
    await work.links.revokeAll(shop, deps.clock.now());
    await work.erasure.eraseShop(shop);
    return "erased";
  });
}
