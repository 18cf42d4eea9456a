import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { Temporal } from "temporal-polyfill";
import type { Config } from "#app/config.server.ts";
import type { Clock } from "#app/ports/index.ts";

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
 * Checks signature and headers on the raw body, with the current secret and, for two hours after a rotation, with the
 * previous. It loads no session: the library's `authenticate.webhook` refreshes an expired token first, which Shopify
 * refuses after an uninstall, so that every uninstall webhook would end in a 500 (docs/decisions/0004). The rule is the
 * library's `webhooks.validate`, on Node's own HMAC: that one makes a Request of everything, and waits twice for WebCrypto.
 */
export function createWebhookVerifier(
  config: Pick<
    Config,
    "SHOPIFY_API_SECRET" | "SHOPIFY_API_SECRET_PREVIOUS" | "SHOPIFY_API_SECRET_ROTATED_AT"
  >,
  clock: Clock,
): (headers: IncomingHttpHeaders, body: Buffer) => WebhookCheck {
  const { SHOPIFY_API_SECRET_PREVIOUS: previous, SHOPIFY_API_SECRET_ROTATED_AT: rotatedAt } = config;
  const old = previous && rotatedAt ? { secret: previous, rotatedAt } : null;
  const oldCounts = ({ rotatedAt: at }: { rotatedAt: Temporal.Instant }) =>
    Temporal.Instant.compare(clock.now(), at.add({ hours: OLD_SECRET_HOURS })) < 0;
  const isSigned = (body: Buffer, signature: string) =>
    isSignedWith(config.SHOPIFY_API_SECRET, body, signature) ||
    (old !== null && oldCounts(old) && isSignedWith(old.secret, body, signature));
  return (headers, body) => {
    const header = (name: string) => one(headers[`x-shopify-${name}`]);
    // Whoever sends nothing has signed nothing: only a signed body may hear which header it lacks.
    if (body.length === 0 || !isSigned(body, header("hmac-sha256")))
      return { outcome: "refused", status: 401 };
    const [topic, shop, webhookId] = [header("topic"), header("shop-domain"), header("webhook-id")];
    if (!topic || !shop || !webhookId || !header("api-version")) return { outcome: "refused", status: 400 };
    return {
      outcome: "signed",
      webhook: {
        webhookId,
        eventId: header("event-id") || null,
        topic: topic.toLowerCase(),
        shopHeader: shop.toLowerCase(),
        triggeredAt: header("triggered-at") || null,
        rawBody: body.toString("utf8"),
      },
    };
  };
}

const one = (value: string | string[] | undefined): string => (typeof value === "string" ? value : "");

function isSignedWith(secret: string, body: Buffer, signature: string): boolean {
  const expected = Buffer.from(createHmac("sha256", secret).update(body).digest("base64"));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
