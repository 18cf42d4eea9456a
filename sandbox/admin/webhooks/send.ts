import { createHmac } from "node:crypto";
import { type DeclaredApp, webhookAddress } from "../declared-app.ts";
import type { Delivery } from "../state.ts";

/** Shopify's own limit for the whole answer. */
const answerTimeoutMs = 5000;
const apiVersion = "2026-10";

export interface Outcome {
  readonly status: number | null;
  readonly error: string | null;
  readonly milliseconds: number;
}

/** One attempt to deliver a webhook, signed and with Shopify's headers. Redirects are not followed. */
export async function sendWebhook(
  delivery: Delivery,
  to: { readonly appUrl: string; readonly app: DeclaredApp; readonly apiSecret: string },
  signal: AbortSignal,
): Promise<Outcome> {
  const started = performance.now();
  const outcome = (status: number | null, error: string | null): Outcome => ({
    status,
    error,
    milliseconds: Math.round(performance.now() - started),
  });
  const address = webhookAddress(to.app, to.appUrl, delivery.topic);
  if (address === null) return outcome(null, "shopify.app.toml names no address of the app for this topic");
  try {
    const answer = await fetch(address, {
      method: "POST",
      redirect: "manual",
      signal: AbortSignal.any([signal, AbortSignal.timeout(answerTimeoutMs)]),
      headers: {
        "Content-Type": "application/json",
        "User-Agent": "Shopify-Captain-Hook",
        "X-Shopify-Topic": delivery.topic,
        "X-Shopify-Hmac-Sha256": createHmac("sha256", to.apiSecret).update(delivery.body).digest("base64"),
        "X-Shopify-Shop-Domain": delivery.domain,
        "X-Shopify-API-Version": apiVersion,
        "X-Shopify-Webhook-Id": delivery.webhookId,
        "X-Shopify-Event-Id": delivery.eventId,
        "X-Shopify-Triggered-At": delivery.triggeredAt,
        "X-Shopify-Name": delivery.name,
      },
      body: delivery.body,
    });
    await answer.body?.cancel();
    return outcome(answer.status, null);
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    const reason = cause.cause instanceof Error ? cause.cause.message : cause.message;
    return outcome(null, reason || cause.name);
  }
}
