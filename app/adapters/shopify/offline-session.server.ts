import type { Session } from "@shopify/shopify-api";
import type { SealedSessionStorage } from "../db/session-storage.server.ts";
import type { createApi } from "./webhook-api.server.ts";

type Api = ReturnType<typeof createApi>;

/** Tokens that end within this time are refreshed first, as Shopify's own library does. */
const REFRESH_AHEAD_MS = 5 * 60_000;

/** The shop's stored offline session; null when there is none that could still work. */
export async function loadOffline(
  shop: string,
  api: Api,
  sessions: SealedSessionStorage,
): Promise<Session | null> {
  const session = await sessions.loadSession(api.session.getOfflineId(shop));
  return session?.accessToken && !hasRunOut(session) ? session : null;
}

/** The session with a token that lasts long enough for a call. Throws what Shopify's library throws for a refusal. */
export async function refreshed(
  session: Session,
  api: Api,
  sessions: SealedSessionStorage,
): Promise<Session> {
  const ends = session.expires?.getTime() ?? Number.POSITIVE_INFINITY;
  if (ends - Date.now() > REFRESH_AHEAD_MS || !session.refreshToken) return session;
  const { session: fresh } = await api.auth.refreshToken({
    shop: session.shop,
    refreshToken: session.refreshToken,
  });
  await sessions.storeSession(fresh);
  return fresh;
}

/** Nobody opened the app for 90 days, and neither did our nightly look: the refresh token ended by itself. */
const hasRunOut = ({ expires, refreshTokenExpires }: Session): boolean =>
  expires !== undefined &&
  refreshTokenExpires !== undefined &&
  Math.max(expires.getTime(), refreshTokenExpires.getTime()) < Date.now();
