import "./timed-fetch.server.ts";
import { LogSeverity, shopifyApi } from "@shopify/shopify-api";
import type { Config } from "#app/config.server.ts";
import { API_VERSION } from "./shopify-app.server.ts";

/** A bare API object for one secret; `shopifyApp()` does not expose its own. */
export const createApi = (config: Config, secret: string) =>
  shopifyApi({
    apiKey: config.SHOPIFY_API_KEY,
    apiSecretKey: secret,
    hostName: new URL(config.SHOPIFY_APP_URL).host,
    apiVersion: API_VERSION,
    isEmbeddedApp: true,
    logger: { level: LogSeverity.Error },
    _logDisabledFutureFlags: false,
  });
