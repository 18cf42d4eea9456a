import { afterAll, beforeAll, expect, it } from "vitest";
import { aClosing, aClosingEvent, aShop } from "#test/factories/rows.ts";
import { startApp, type TestApp } from "./an-app.ts";

const TOKEN = "an-operator-token-of-this-test-0123456789";
let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const look = (password: string | null, from: string) =>
  app.fetch("/operator", {
    headers: {
      "x-forwarded-for": from,
      ...(password !== null && {
        authorization: `Basic ${Buffer.from(`kim:${password}`).toString("base64")}`,
      }),
    },
  });

it("does not exist without a token of its own", async () => {
  expect((await look(TOKEN, "203.0.113.1")).status).toBe(404);
});

it("shows how cases stand to whoever has the token, names no store, and stops guesses of a network", async () => {
  app.container.config.OPERATOR_TOKEN = TOKEN;
  const shop = aShop({ name: "Acme Outdoor" });
  await app.db.shops.save(shop);
  const request = aClosing({ shop: shop.shop, state: "needs-something" });
  await app.db.closingRequests.open(request, aClosingEvent());

  const asked = await look(null, "203.0.113.2");
  expect(asked.status).toBe(401);
  expect(await asked.text()).toContain("<body></body>");
  expect(asked.headers.get("www-authenticate")).toMatch(/^Basic realm=/);

  const page = await look(TOKEN, "203.0.113.2");
  const html = await page.text();
  expect(page.status).toBe(200);
  expect(page.headers.get("cache-control")).toBe("no-store");
  expect(html).toContain("impact.com asked something");
  expect(html).toContain("<title>Operator’s page · Settled</title>");
  expect(html).not.toMatch(/acme|myshopify|IRtest|<form|<script/i);
  // Also not in the address, nor as another scheme.
  expect((await app.fetch(`/operator?token=${TOKEN}`)).status).toBe(401);
  expect((await app.fetch("/operator", { headers: { authorization: `Bearer ${TOKEN}` } })).status).toBe(401);

  for (let guess = 0; guess < 10; guess += 1)
    expect((await look(`${TOKEN.slice(0, -1)}${guess === 9 ? 8 : guess}`, "203.0.113.3")).status).toBe(401);
  const refused = await look(TOKEN, "203.0.113.3");
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await look(TOKEN, "203.0.113.4")).status).toBe(200);
});
