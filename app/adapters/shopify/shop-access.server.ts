import { HttpResponseError } from "@shopify/shopify-api";
import type { Config } from "#app/config.server.ts";
import type { ShopAccess } from "#app/ports/index.ts";
import type { SealedSessionStorage } from "../db/session-storage.server.ts";
import { loadOffline, refreshed } from "./offline-session.server.ts";
import { createApi } from "./webhook-api.server.ts";

/** How Shopify says that a token is dead: 401 to a call, 400 or 401 to a refresh (invalid_grant). */
const DEAD = { call: [401], refresh: [400, 401] };

/**
 * Tries the stored offline token. "gone" needs Shopify's own refusal. Everything else, an outage as well as a fault in
 * our own query, is "unknown" and must be asked again: it is no proof of an uninstall.
 */
export function createShopAccess(config: Config, sessions: SealedSessionStorage): ShopAccess {
  const api = createApi(config, config.SHOPIFY_API_SECRET);
  return {
    async probe(shop) {
      const session = await loadOffline(shop, api, sessions);
      if (!session) return "no-token";
      let step: keyof typeof DEAD = "refresh";
      try {
        const client = new api.clients.Graphql({ session: await refreshed(session, api, sessions) });
        step = "call";
        await client.request("query SettledProbe { shop { id } }");
        return "live";
      } catch (error) {
        const refused = error instanceof HttpResponseError && DEAD[step].includes(error.response.code);
        return refused ? "gone" : "unknown";
      }
    },
  };
}
