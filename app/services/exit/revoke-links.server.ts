import type { Deps } from "../deps.ts";
import { isShopDomain } from "../shop-domain.ts";

/** Ends every link of one store at once, and with them all visits they opened; what their holders wrote down stays. */
export async function revokeLinks(
  { shop }: { shop: string },
  { db, clock }: Pick<Deps, "db" | "clock">,
): Promise<"revoked" | "unknown-shop" | "no-store-address"> {
  if (!isShopDomain(shop)) return "no-store-address";
  return db.transact(async (work) => {
    if (!(await work.shops.find(shop))) return "unknown-shop";
    await work.links.revokeAll(shop, clock.now());
    return "revoked";
  });
}
