import type { ShopProfile } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";

type Input = { shop: string; profile: ShopProfile };

/**
 * Records what must be known after an uninstall, when the shop can no longer be asked. Shopify runs this at every
 * token exchange, about hourly; only a first install or a reinstall begins a new install epoch.
 */
export async function recordInstall(
  input: Input,
  deps: Pick<Deps, "db" | "clock">,
): Promise<"new" | "known"> {
  const now = deps.clock.now();
  return deps.db.transact(async (work) => {
    const known = await work.shops.find(input.shop);
    const running = known !== null && known.uninstalledAt === null;
    // Whoever comes back is found as they left: an order to erase of the time before no longer holds.
    await work.erasuresDue.remove(input.shop);
    await work.shops.save({
      shop: input.shop,
      shopifyId: input.profile.shopifyId,
      name: input.profile.name,
      contactEmail: input.profile.email ?? known?.contactEmail ?? null,
      locale: known?.locale ?? "en",
      timeZone: input.profile.timeZone,
      currency: input.profile.currency,
      installedAt: running ? known.installedAt : now,
      uninstalledAt: null,
      lastSeenAt: now,
      mailStoppedAt: known?.mailStoppedAt ?? null,
    });
    return running ? "known" : "new";
  });
}
