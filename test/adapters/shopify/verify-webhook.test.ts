import { createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { createWebhookVerifier } from "#app/adapters/shopify/verify-webhook.server.ts";
import { createApi } from "#app/adapters/shopify/webhook-api.server.ts";
import type { Config } from "#app/config.server.ts";
import { createFakeClock } from "#test/fakes/deps.ts";

const SECRET = "a-secret-of-the-app-0123";
const BODY = '{"id":1,"name":"Äcme"}';
const sign = (body: string, secret = SECRET) => createHmac("sha256", secret).update(body).digest("base64");
const HEADERS = {
  "x-shopify-topic": "app/uninstalled",
  "x-shopify-shop-domain": "acme.myshopify.com",
  "x-shopify-api-version": "2026-10",
  "x-shopify-webhook-id": "w1",
  "x-shopify-hmac-sha256": sign(BODY),
};
const without = (name: keyof typeof HEADERS) => ({ ...HEADERS, [name]: "" });

const config = { SHOPIFY_API_KEY: "key", SHOPIFY_APP_URL: "https://settled.example" } as Config;
const library = createApi(config, SECRET);
const verify = createWebhookVerifier({ SHOPIFY_API_SECRET: SECRET }, createFakeClock("2026-06-21T09:00:00Z"));

it.each([
  ["as Shopify sends it", BODY, HEADERS, true],
  ["signed with another secret", BODY, { ...HEADERS, "x-shopify-hmac-sha256": sign(BODY, "other") }, false],
  ["with another body", `${BODY} `, HEADERS, false],
  ["unsigned", BODY, without("x-shopify-hmac-sha256"), false],
  ["with a cut signature", BODY, { ...HEADERS, "x-shopify-hmac-sha256": sign(BODY).slice(0, -4) }, false],
  ["with nothing in it", "", { ...HEADERS, "x-shopify-hmac-sha256": sign("") }, false],
  ["without a topic", BODY, without("x-shopify-topic"), false],
  ["without a shop", BODY, without("x-shopify-shop-domain"), false],
  ["without an id", BODY, without("x-shopify-webhook-id"), false],
  ["without a version", BODY, without("x-shopify-api-version"), false],
])("judges a webhook %s as Shopify's own library does", async (_name, body, headers, isGood) => {
  const own = verify(headers, Buffer.from(body));
  const rawRequest = new Request("https://settled.example/webhooks/shopify", { method: "POST", headers });
  const theirs = await library.webhooks.validate({ rawBody: body, rawRequest });
  expect([own.outcome === "signed", theirs.valid]).toEqual([isGood, isGood]);
});
