import { randomUUID } from "node:crypto";
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installedShop, OLD_SECRET, startApp, type TestApp } from "./an-app.ts";
import { fillDisk } from "./full-disk.ts";
import { bodyOf, hmacOf, sendWebhook, type WebhookInput } from "./webhook-request.ts";

describe("the webhook route", () => {
  let app: TestApp;
  let shop: string;
  beforeAll(async () => {
    app = await startApp();
    shop = (await installedShop(app)).shop;
  });
  afterAll(() => app.stop());
  const jobsFor = (webhookId: string) =>
    app.container.boss.findJobs("handle-webhook", { data: { webhookId } });
  const send = async (input: Partial<WebhookInput> = {}) => {
    const webhookId = input.webhookId ?? randomUUID();
    const response = await sendWebhook(app, { shop, ...input, webhookId });
    return {
      status: response.status,
      text: await response.text(),
      stored: await app.db.webhooks.find(input.shop ?? shop, webhookId),
      jobs: (await jobsFor(webhookId)).length,
    };
  };
  const refused = (status: number) => ({ status, text: "", stored: null, jobs: 0 });

  it.each([
    "app/uninstalled",
    "app/scopes_update",
    "customers/data_request",
    "customers/redact",
    "shop/redact",
  ])("stores a signed %s and enqueues its job before it answers 200", async (topic) => {
    const result = await send({ topic });
    expect(result).toMatchObject({
      status: 200,
      text: "",
      stored: { topic, shop, handledAt: null },
      jobs: 1,
    });
  });

  it("stores nothing of the body that it does not need", async () => {
    const { stored } = await send();
    expect(JSON.stringify(stored)).not.toContain("owner@acme-outdoor.example");
  });

  it.each([
    "0001-01-01T00:00:00Z",
    "+275760-09-13T00:00:00Z",
    "-271821-04-20T00:00:00Z",
    "9999-12-31T23:59:59Z",
    "2026-06-21T08:59:00",
    "yesterday",
    null,
  ])(
    "takes an uninstall triggered at %s for one without a moment, and asks Shopify as ever",
    async (moment) => {
      const result = await send({ headers: { "x-shopify-triggered-at": moment } });
      expect(result).toMatchObject({ status: 200, stored: { triggeredAt: null }, jobs: 1 });
    },
  );

  it("refuses an id no index can hold, and does without such an event's id", async () => {
    const long = Array.from({ length: 100 }, () => randomUUID()).join("");
    expect(await send({ webhookId: long })).toEqual(refused(400));
    const stored = await send({ headers: { "x-shopify-event-id": long } });
    expect(stored).toMatchObject({ status: 200, stored: { eventId: null }, jobs: 1 });
    const name = `${long.slice(0, 3_000)}.myshopify.com`;
    expect(await send({ topic: "app/scopes_update", shop: name })).toEqual(refused(400));
  });

  it("refuses a signature made with another secret (W2)", async () => {
    expect(await send({ secret: "some-other-secret" })).toEqual(refused(401));
  });

  it("refuses a missing signature (W2)", async () => {
    expect(await send({ headers: { "x-shopify-hmac-sha256": null } })).toEqual(refused(401));
  });

  it("refuses a truncated, an empty and a hex signature (W2)", async () => {
    const body = JSON.stringify(bodyOf("app/uninstalled", shop));
    const hmac = hmacOf(body);
    const hex = Buffer.from(hmac, "base64").toString("hex");
    for (const bad of [hmac.slice(0, -4), "", hex])
      expect(await send({ body, headers: { "x-shopify-hmac-sha256": bad } })).toEqual(refused(401));
  });

  it("refuses a body that was parsed and written again (W2)", async () => {
    const sent = JSON.stringify(bodyOf("app/uninstalled", shop), null, 2);
    const compact = JSON.stringify(JSON.parse(sent));
    expect(await send({ body: compact, headers: { "x-shopify-hmac-sha256": hmacOf(sent) } })).toEqual(
      refused(401),
    );
  });

  it.each(["x-shopify-topic", "x-shopify-shop-domain", "x-shopify-webhook-id", "x-shopify-api-version"])(
    "refuses a signed webhook without %s",
    async (name) => {
      expect(await send({ headers: { [name]: null } })).toEqual(refused(400));
    },
  );

  it("does not know a topic that the app never asked for", async () => {
    expect(await send({ topic: "orders/create" })).toEqual(refused(404));
    expect(await send({ topic: "__proto__" })).toEqual(refused(404));
  });

  it("refuses a signed body that is not JSON, is empty, or is no object", async () => {
    for (const body of ["not json", "", "null", "[]", '"app/uninstalled"'])
      expect((await send({ body })).status, body).toBeGreaterThanOrEqual(400);
    expect(await send({ body: "not json" })).toEqual(refused(400));
  });

  it("refuses the signed body of another topic (W6)", async () => {
    expect(await send({ body: { shop_id: 1, shop_domain: shop } })).toEqual(refused(400));
    expect(await send({ topic: "shop/redact", body: bodyOf("app/uninstalled", shop) })).toEqual(refused(400));
  });

  it("erases no store by a customer's request that was captured and sent again as the store's (W6)", async () => {
    for (const captured of ["customers/data_request", "customers/redact"])
      expect(await send({ topic: "shop/redact", body: bodyOf(captured, shop) })).toEqual(refused(400));
    expect(await send({ topic: "customers/redact", body: bodyOf("shop/redact", shop) })).toEqual(
      refused(400),
    );
  });

  it("refuses a header that names another shop than the signed body (W5)", async () => {
    const other = (await installedShop(app)).shop;
    expect(await send({ shop: other, body: bodyOf("app/uninstalled", shop) })).toEqual(refused(400));
    expect(await send({ shop: other, topic: "shop/redact", body: bodyOf("shop/redact", shop) })).toEqual(
      refused(400),
    );
  });

  it("refuses a shop that is no Shopify domain", async () => {
    for (const bad of ["evil.example", "a.myshopify.com.evil.example", "a_b.myshopify.com"])
      expect((await send({ shop: bad, body: bodyOf("app/uninstalled", shop) })).status).toBe(400);
  });

  it("takes the shop from the header when the signed body leaves it null", async () => {
    const body = { ...Object(bodyOf("app/uninstalled", shop)), myshopify_domain: null };
    expect(await send({ body })).toMatchObject({ status: 200, stored: { shop }, jobs: 1 });
  });

  it("answers 200 to 50 copies at once and keeps one row and one job (W3)", async () => {
    const webhookId = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => sendWebhook(app, { shop, webhookId })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200));
    expect(await jobsFor(webhookId)).toHaveLength(1);
  });

  it("accepts the previous secret for two hours after the rotation, the current one always (W11)", async () => {
    const hours = (count: number) => app.moveClock(count / 24);
    for (const after of [0, 1.9]) {
      hours(after);
      expect(await send({ secret: OLD_SECRET }), `${after} h`).toMatchObject({ status: 200, jobs: 1 });
    }
    hours(2);
    expect(await send({ secret: OLD_SECRET })).toEqual(refused(401));
    expect(await send()).toMatchObject({ status: 200, jobs: 1 });
    hours(0);
  });

  it("answers 200 although the stored token has expired and Shopify refuses to refresh it", async () => {
    const expired = await installedShop(app, {}, { tokenEnds: new Date(Date.now() - 60_000) });
    app.shopify.setTokenState(expired.shop, "revoked");
    expect(await send({ shop: expired.shop })).toMatchObject({ status: 200, jobs: 1 });
    expect(app.shopify.callsOf(expired.shop)).toEqual([]);
  });

  it("keeps a delivery whose moment it cannot read", async () => {
    expect(await send({ triggeredAt: "yesterday" })).toMatchObject({
      status: 200,
      stored: { triggeredAt: null },
    });
  });

  it("refuses a body beyond the limit before it is checked (W12)", async () => {
    const body = JSON.stringify({ ...Object(bodyOf("app/uninstalled", shop)), padding: "x".repeat(300_000) });
    expect(await send({ body })).toEqual(refused(413));
  });

  it("refuses an endless body of unknown length (W12)", async () => {
    expect(await sendEndless(new URL("/webhooks/shopify", app.origin))).toBe(413);
  });

  it.each(['"WebhookDelivery"', "pgboss.job"])(
    "answers 503 when the disk is full at %s, stores nothing by half, and takes the retry (C7)",
    async (table) => {
      const webhookId = randomUUID();
      const makeRoom = await fillDisk(app, table);
      const failed = await send({ webhookId });
      await makeRoom();
      expect(failed).toEqual(refused(503));
      expect(await send({ webhookId })).toMatchObject({ status: 200, jobs: 1 });
    },
  );

  it("answers 405 to everything but POST", async () => {
    for (const method of ["GET", "HEAD", "PUT", "DELETE"]) {
      const response = await app.fetch("/webhooks/shopify", { method });
      expect([method, response.status]).toEqual([method, 405]);
    }
  });
});

/** Writes chunks without a Content-Length until an answer comes. */
function sendEndless(url: URL): Promise<number> {
  return new Promise((resolve, reject) => {
    const upload = request(url, { method: "POST", headers: { "content-type": "application/json" } });
    let answered = false;
    upload.on("response", (response) => {
      answered = true;
      response.resume();
      upload.destroy();
      resolve(response.statusCode ?? 0);
    });
    upload.on("error", (error) => (answered ? undefined : reject(error)));
    const write = (): void => {
      if (answered || upload.destroyed) return;
      upload.write("x".repeat(16_384), () => setImmediate(write));
    };
    write();
  });
}
