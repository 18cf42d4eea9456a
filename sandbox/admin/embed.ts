import { randomBytes } from "node:crypto";
import { type AppKeys, mintSessionToken } from "./session-token.ts";
import type { AppLanguage } from "./shop/languages.ts";
import type { Store } from "./stores.ts";

/** `host` as Shopify builds it: the admin's own place for this store, base64 without padding. */
const hostParameter = (storeName: string): string =>
  Buffer.from(`admin.shopify.com/store/${storeName}`).toString("base64").replace(/=+$/, "");

/** The iframe's address: the app's page with everything the admin tells the app on a fresh load. */
export function embedUrl(
  page: URL,
  keys: AppKeys,
  view: { store: Store; staffId: string; locale: AppLanguage },
  nowMs: number,
): string {
  const url = new URL(page);
  const added = {
    embedded: "1",
    shop: view.store.domain,
    host: hostParameter(view.store.name),
    locale: view.locale,
    session: randomBytes(32).toString("hex"),
    timestamp: String(Math.floor(nowMs / 1000)),
    id_token: mintSessionToken(keys, { domain: view.store.domain, staffId: view.staffId }, nowMs),
  };
  for (const [key, value] of Object.entries(added)) url.searchParams.set(key, value);
  return url.href;
}
