import { isShopDomain } from "#app/services/shop-domain.ts";

const ENDING = ".myshopify.com";

/**
 * A store's address as people write it: with or without "https://", a path or the ending. Null for what can be none,
 * such as the shop's own domain, which we do not know.
 */
export function readStoreAddress(data: FormData): string | null {
  const text = String(data.get("shop") ?? "")
    .trim()
    .toLowerCase();
  const host = text.replace(/^https?:\/\//, "").replace(/[/?#].*$/, "");
  const shop = host.includes(".") ? host : `${host}${ENDING}`;
  return isShopDomain(shop) ? shop : null;
}
