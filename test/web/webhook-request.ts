import { createHmac, randomUUID } from "node:crypto";
import { SECRET, type TestApp } from "./an-app.ts";

export type WebhookInput = {
  topic?: string;
  shop: string;
  body?: unknown;
  webhookId?: string;
  secret?: string;
  triggeredAt?: string;
  /** Replaces or, with null, removes a header. */
  headers?: Record<string, string | null>;
};

export const hmacOf = (body: string, secret = SECRET): string =>
  createHmac("sha256", secret).update(body, "utf8").digest("base64");

/** The body Shopify sends with a topic, as far as the app reads it. */
export function bodyOf(topic: string, shop: string): unknown {
  if (topic === "app/uninstalled")
    return {
      id: 690_933_842,
      name: "Acme Outdoor",
      email: "owner@acme-outdoor.example",
      myshopify_domain: shop,
      primary_locale: "en",
      currency: "USD",
    };
  if (topic === "app/scopes_update")
    return {
      id: 1,
      previous: [],
      current: ["read_products"],
      updated_at: "2026-11-20T09:00:00Z",
      shop_id: 1,
    };
  const whose = { shop_id: 690_933_842, shop_domain: shop };
  if (topic === "shop/redact") return whose;
  const customer = { id: 191_167, email: "john@example.com", phone: "555-625-1199" };
  if (topic === "customers/redact") return { ...whose, customer, orders_to_redact: [299_938] };
  return { ...whose, customer, orders_requested: [299_938], data_request: { id: 9_999 } };
}

/** Sends a webhook with the headers and the signature Shopify gives it. */
export function sendWebhook(app: TestApp, input: WebhookInput): Promise<Response> {
  const topic = input.topic ?? "app/uninstalled";
  const body =
    typeof input.body === "string" ? input.body : JSON.stringify(input.body ?? bodyOf(topic, input.shop));
  const headers: Record<string, string | null> = {
    "content-type": "application/json",
    "x-shopify-topic": topic,
    "x-shopify-hmac-sha256": hmacOf(body, input.secret),
    "x-shopify-shop-domain": input.shop,
    "x-shopify-api-version": "2026-10",
    "x-shopify-webhook-id": input.webhookId ?? randomUUID(),
    "x-shopify-event-id": randomUUID(),
    "x-shopify-triggered-at": input.triggeredAt ?? new Date().toISOString(),
    ...input.headers,
  };
  const kept = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === null ? [] : [[name, value]],
  );
  return app.fetch("/webhooks/shopify", { method: "POST", headers: Object.fromEntries(kept), body });
}
