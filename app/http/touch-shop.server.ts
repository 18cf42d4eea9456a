import type { Locale } from "#app/messages/locales.ts";
import type { Deps } from "#app/services/deps.ts";
import { seeMerchant } from "#app/services/uninstall/see-merchant.server.ts";

/**
 * Keeps the merchant's language and the moment. A database with a full disk has everything to read: this note is not
 * worth the page.
 */
export async function touchShop(input: { shop: string; locale: Locale }, deps: Deps): Promise<void> {
  try {
    await seeMerchant(input, deps);
  } catch (error) {
    deps.log.error({ err: error }, "a visit could not be noted");
  }
}
