import type { Config } from "#app/config.server.ts";
import { createApi } from "./webhook-api.server.ts";

export type SignedWebhook = {
  webhookId: string;
  eventId: string | null;
  topic: string;
  shopHeader: string;
  triggeredAt: string | null;
  rawBody: string;
};
export type WebhookCheck =
  | { outcome: "signed"; webhook: SignedWebhook }
  | { outcome: "refused"; status: 400 | 401 };

/**
 * Checks signature and headers on the raw body, with the current and, during a rotation, the previous secret.
 * It loads no session: the library's `authenticate.webhook` refreshes an expired token first, which Shopify refuses
 * after an uninstall, so that every uninstall webhook would end in a 500 (platform.md 0.1).
 */
export function createWebhookVerifier(
  config: Config,
): (request: Request, rawBody: string) => Promise<WebhookCheck> {
  const secrets = [config.SHOPIFY_API_SECRET, config.SHOPIFY_API_SECRET_PREVIOUS].filter(
    (s) => s !== undefined,
  );
  const apis = secrets.map((secret) => createApi(config, secret));
  return async (request, rawBody) => {
    let status: 400 | 401 = 401;
    for (const api of apis) {
      const check = await api.webhooks.validate({ rawBody, rawRequest: request });
      if (check.valid) {
        const header = (name: string) => request.headers.get(name);
        return {
          outcome: "signed",
          webhook: {
            webhookId: header("x-shopify-webhook-id") ?? "",
            eventId: header("x-shopify-event-id"),
            topic: (header("x-shopify-topic") ?? "").toLowerCase(),
            shopHeader: (header("x-shopify-shop-domain") ?? "").toLowerCase(),
            triggeredAt: header("x-shopify-triggered-at"),
            rawBody,
          },
        };
      }
      const unsigned = check.reason === "invalid_hmac" || check.reason === "missing_hmac";
      if (!unsigned) status = 400;
    }
    return { outcome: "refused", status };
  };
}
