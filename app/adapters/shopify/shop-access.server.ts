import { HttpResponseError, type Session } from "@shopify/shopify-api";
import type { Config } from "#app/config.server.ts";
import type { ShopAccess } from "#app/ports/index.ts";
import type { SealedSessionStorage } from "../db/session-storage.server.ts";
import { createApi } from "./webhook-api.server.ts";

/** Tokens that end within this time are refreshed first, as Shopify's own library does. */
const REFRESH_AHEAD_MS = 5 * 60_000;

/**
 * Tries the stored offline token. "gone" needs Shopify's own refusal (401, or a refused refresh); an answer that never
 * came is "unknown" and must be asked again.
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
      try {
        const client = new api.clients.Graphql({ session: await refreshed(session) });
        await client.request("query SettledProbe { shop { id } }");
        return "live";
      } catch (error) {
        if (error instanceof HttpResponseError && [400, 401, 403, 404].includes(error.response.code))
          return "gone";
        return "unknown";
      }
    },
  };
}

/** Nobody opened the app for 90 days, and neither did our nightly look: the refresh token ended by itself. */
const hasRunOut = ({ expires, refreshTokenExpires }: Session): boolean =>
  expires !== undefined &&
  refreshTokenExpires !== undefined &&
  Math.max(expires.getTime(), refreshTokenExpires.getTime()) < Date.now();
