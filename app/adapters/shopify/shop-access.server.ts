import { HttpResponseError, type Session } from "@shopify/shopify-api";
import type { Config } from "#app/config.server.ts";
import type { ShopAccess } from "#app/ports/index.ts";
import type { SealedSessionStorage } from "../db/session-storage.server.ts";
import { createApi } from "./webhook-api.server.ts";

/** Tokens that end within this time are refreshed first, as Shopify's own library does. */
const REFRESH_AHEAD_MS = 5 * 60_000;

/** How Shopify says that a token is dead: 401 to a call, 400 or 401 to a refresh (invalid_grant). */
const DEAD = { call: [401], refresh: [400, 401] };

/**
 * Tries the stored offline token. "gone" needs Shopify's own refusal. Everything else, an outage as well as a fault in
 * our own query, is "unknown" and must be asked again: it is no proof of an uninstall.
 */
export function createShopAccess(config: Config, sessions: SealedSessionStorage): ShopAccess {
  const api = createApi(config, config.SHOPIFY_API_SECRET);
  const refreshed = async (session: Session): Promise<Session> => {
    const ends = session.expires?.getTime() ?? Number.POSITIVE_INFINITY;
    if (ends - Date.now() > REFRESH_AHEAD_MS || !session.refreshToken) return session;
    const { session: fresh } = await api.auth.refreshToken({
      shop: session.shop,
      refreshToken: session.refreshToken,
    });
    await sessions.storeSession(fresh);
    return fresh;
  };
  return {
    async probe(shop) {
      const session = await sessions.loadSession(api.session.getOfflineId(shop));
      if (!session?.accessToken || hasRunOut(session)) return "no-token";
      let step: keyof typeof DEAD = "refresh";
      try {
        const client = new api.clients.Graphql({ session: await refreshed(session) });
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

/** Nobody opened the app for 90 days, and neither did our nightly look: the refresh token ended by itself. */
const hasRunOut = ({ expires, refreshTokenExpires }: Session): boolean =>
  expires !== undefined &&
  refreshTokenExpires !== undefined &&
  Math.max(expires.getTime(), refreshTokenExpires.getTime()) < Date.now();
