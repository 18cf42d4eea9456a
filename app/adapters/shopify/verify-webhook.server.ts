import { Temporal } from "temporal-polyfill";
import type { Config } from "#app/config.server.ts";
import type { Clock } from "#app/ports/index.ts";
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

/** Shopify signs with the old secret for up to an hour after a rotation; twice that, then it is nobody's (W11). */
const OLD_SECRET_HOURS = 2;

/**
 * Checks signature and headers on the raw body, with the current secret and, for two hours after a rotation, with the previous.
 * It loads no session: the library's `authenticate.webhook` refreshes an expired token first, which Shopify refuses
 * after an uninstall, so that every uninstall webhook would end in a 500 (platform.md 0.1).
 */
export function createWebhookVerifier(
  config: Config,
  clock: Clock,
): (request: Request, rawBody: string) => Promise<WebhookCheck> {
  const { SHOPIFY_API_SECRET_PREVIOUS: previous, SHOPIFY_API_SECRET_ROTATED_AT: rotatedAt } = config;
  const current = createApi(config, config.SHOPIFY_API_SECRET);
  const old = previous && rotatedAt ? { api: createApi(config, previous), rotatedAt } : null;
  const oldCounts = ({ rotatedAt: at }: { rotatedAt: Temporal.Instant }) =>
    Temporal.Instant.compare(clock.now(), at.add({ hours: OLD_SECRET_HOURS })) < 0;
  return async (request, rawBody) => {
    let status: 400 | 401 = 401;
    for (const api of old && oldCounts(old) ? [current, old.api] : [current]) {
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
      // Whoever sends nothing has signed nothing: only a signed body may hear which header it lacks.
      if (check.reason === "missing_headers") status = 400;
    }
    return { outcome: "refused", status };
  };
}
