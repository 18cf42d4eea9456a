import type { ShopRow } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";

/**
 * Called when a page opens with a valid session token: keeps the merchant's language for later mails and the moment,
 * which tells a late uninstall webhook from a true one. Null when the shop was never recorded.
 */
export async function seeMerchant(
  input: { shop: string; locale: string },
  deps: Pick<Deps, "db" | "clock">,
): Promise<ShopRow | null> {
  const known = await deps.db.shops.find(input.shop);
  if (!known) return null;
  const seen = { ...known, locale: input.locale, lastSeenAt: deps.clock.now() };
  await deps.db.shops.save(seen);
  return seen;
}
