import { isShopDomain } from "#app/services/shop-domain.ts";

/** The address of a page in the admin is far shorter. */
const LONGEST = 2_000;
const ENDING = ".myshopify.com";

/**
 * A store's address as people write it: with or without "https://", a path or the ending. Null for what can be none,
 * such as the shop's own domain, which we do not know.
 */
export function readStoreAddress(data: FormData): string | null {
  const given = String(data.get("shop") ?? "");
  if (given.length > LONGEST) return null;
  const text = given.trim().toLowerCase();
  const host = text.replace(/^https?:\/\//, "").split(/[/?#]/, 1)[0] ?? "";
  const shop = host.includes(".") ? host : `${host}${ENDING}`;
  return isShopDomain(shop) ? shop : null;
}
