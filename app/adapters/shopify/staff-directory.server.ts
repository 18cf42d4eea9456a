import { RequestedTokenType } from "@shopify/shopify-api";
import type { Config } from "#app/config.server.ts";
import type { Log, StaffDirectory } from "#app/ports/index.ts";
import { createApi } from "./webhook-api.server.ts";

/** As much of a name as is kept and shown. */
const MAX_LENGTH = 100;

/**
 * Learns from Shopify who is signed in: a session token is traded for one of that person's, which comes with their name,
 * needs no further right, and is thrown away.
 */
export function createStaffDirectory(config: Config, log: Log): StaffDirectory {
  const api = createApi(config, config.SHOPIFY_API_SECRET);
  return {
    async nameOf({ shop, sessionToken }) {
      try {
        const requestedTokenType = RequestedTokenType.OnlineAccessToken;
        const { session } = await api.auth.tokenExchange({ shop, sessionToken, requestedTokenType });
        const user = session.onlineAccessInfo?.associated_user;
        const name = [user?.first_name, user?.last_name].filter(Boolean).join(" ").trim();
        return name === "" ? null : name.slice(0, MAX_LENGTH);
      } catch (error) {
        log.error(
          { shop, reason: error instanceof Error ? error.name : "unknown" },
          "Shopify did not say who is signed in",
        );
        return null;
      }
    },
  };
}
