import "./timed-fetch.server.ts";
import { ApiVersion, AppDistribution, LogSeverity, shopifyApp } from "@shopify/shopify-app-remix/server";
import type { Config } from "#app/config.server.ts";
import type { SealedSessionStorage } from "../db/session-storage.server.ts";

/** The Admin API version the app is written for; the TOML declares the same one for webhooks. */
export const API_VERSION = ApiVersion.October26;

/** A shop with a way to ask it: what Shopify hands over after a token exchange. */
export type AuthenticatedShop = { shop: string; graphql: (query: string) => Promise<Response> };

/**
 * Shopify's own app object, with token exchange and expiring offline tokens, which new apps must use
 * (platform.md 0.2). Webhooks are not verified with it: see verify-webhook.server.ts for the reason.
 */
export function createShopifyApp(
  config: Config,
  sessionStorage: SealedSessionStorage,
  onAuthenticated: (shop: AuthenticatedShop) => Promise<void>,
) {
  return shopifyApp({
    apiKey: config.SHOPIFY_API_KEY,
    apiSecretKey: config.SHOPIFY_API_SECRET,
    apiVersion: API_VERSION,
    appUrl: config.SHOPIFY_APP_URL,
    authPathPrefix: "/auth",
    sessionStorage,
    // Its info lines say for every request that it came; what matters the app logs itself.
    logger: { level: LogSeverity.Warning },
    distribution: AppDistribution.AppStore,
    hooks: {
      afterAuth: ({ session, admin }) =>
        onAuthenticated({ shop: session.shop, graphql: (query) => admin.graphql(query) }),
    },
    future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
  });
}
