import { createHmac } from "node:crypto";
import { Session } from "@shopify/shopify-api";
import { Temporal } from "temporal-polyfill";
import type { Container } from "#app/container.server.ts";

/** Shopify gives up on an answer after this long, and sends the webhook again later. */
export const SHOPIFY_WAITS_MS = 5_000;

export const addressOf = (shop: string) => `owner@${shop.replace("myshopify.com", "example")}`;

/** An installed store with a session and a connected account. */
export async function seedShop(judge: Container, shop: string): Promise<void> {
  const installedAt = Temporal.Now.instant().round("millisecond").subtract({ hours: 24 });
  const { db, seal } = judge.deps;
  const facts = { shopifyId: null, name: "Acme Outdoor", locale: "en", timeZone: "UTC", currency: "USD" };
  const times = {
    installedAt,
    lastSeenAt: installedAt,
    uninstalledAt: null,
    mailStoppedAt: null,
    storeStop: null,
    storeNewsAt: null,
  };
  await db.shops.save({ shop, contactEmail: addressOf(shop), ...facts, ...times });
  await judge.shopify.sessionStorage.storeSession(
    new Session({
      id: `offline_${shop}`,
      shop,
      state: "",
      isOnline: false,
      scope: "",
      accessToken: "shpat_of_a_fault_round",
    }),
  );
  const sealedToken = seal.seal(shop, "an-impact-token");
  const connection = {
    kind: "brand" as const,
    accountSid: "IRfaults00000001",
    connectedAt: installedAt,
    connectedBy: "staff-1",
  };
  await db.connections.save({ shop, sealedToken, ...connection });
}

/** Sends the webhook of an uninstall; what the app said, or null when the line broke or nothing came in time. */
export async function deliver(
  port: number,
  shop: string,
  webhookId: string,
  secret: string,
): Promise<number | null> {
  const body = JSON.stringify({ id: 1, name: "Acme Outdoor", myshopify_domain: shop });
  const headers = {
    "content-type": "application/json",
    "x-shopify-topic": "app/uninstalled",
    "x-shopify-hmac-sha256": createHmac("sha256", secret).update(body).digest("base64"),
    "x-shopify-shop-domain": shop,
    "x-shopify-api-version": "2026-10",
    "x-shopify-webhook-id": webhookId,
    "x-shopify-event-id": webhookId,
    "x-shopify-triggered-at": new Date().toISOString(),
  };
  const init = { method: "POST", headers, body, signal: AbortSignal.timeout(SHOPIFY_WAITS_MS) };
  return fetch(`http://localhost:${port}/webhooks/shopify`, init).then(
    ({ status }) => status,
    () => null,
  );
}
