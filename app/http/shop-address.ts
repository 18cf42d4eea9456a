import { isShopDomain } from "#app/services/shop-domain.ts";

/** Of `host`, which names the admin's own address of the store: longer ones are nobody's. */
const MAX_HOST = 512;

/** The store that an address of ours names, where it can be one. Nothing else may get into a header. */
export function shopNamedIn(url: URL): string | null {
  const shop = url.searchParams.get("shop");
  return shop !== null && isShopDomain(shop) ? shop : null;
}

/**
 * Whether an address could be one that the admin opens: it names a store, and the admin in a form that Shopify's library
 * can read, which answers a `host` that names no address with a fault.
 */
export function comesFromAdmin(url: URL): boolean {
  return shopNamedIn(url) !== null && isReadable(url.searchParams.get("host") ?? "");
}

function isReadable(host: string): boolean {
  if (host.length > MAX_HOST || !/^[0-9a-zA-Z+/]+={0,2}$/.test(host)) return false;
  try {
    return URL.canParse(`https://${atob(host)}`);
  } catch {
    return false;
  }
}
