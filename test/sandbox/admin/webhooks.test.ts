import { createHmac } from "node:crypto";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { startSandbox } from "#sandbox/start.ts";
import { UNTIL } from "#test/patience.ts";
import { anApp, aSandbox, domain, keys, postForm, settingsFor } from "./a-sandbox.ts";

const header = "x-shopify-webhook-id";

describe("app/uninstalled", () => {
  it("is sent with Shopify's headers and a valid signature", async () => {
    const app = await anApp();
    const { url } = await aSandbox({ appUrl: app.url });
    await postForm(`${url}/store/acme-outdoor/uninstall`);
    await vi.waitFor(() => expect(app.received).toHaveLength(1), UNTIL);
    const { headers, body } = app.received[0] ?? { headers: {}, body: "" };
    expect(headers).toMatchObject({
      "content-type": "application/json",
      "x-shopify-topic": "app/uninstalled",
      "x-shopify-shop-domain": domain,
      "x-shopify-api-version": "2026-10",
      "x-shopify-webhook-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
      "x-shopify-event-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
      // The sandbox's clock, not the machine's: the demo begins on 12 May 2026.
      "x-shopify-triggered-at": expect.stringMatching(/^2026-05-12T13:\d\d:\d\d\.\d{9}Z$/),
      "x-shopify-name": "app-uninstalled",
      "x-shopify-hmac-sha256": createHmac("sha256", keys.apiSecret).update(body).digest("base64"),
    });
  });

  it("carries the shop resource in the language the merchant chose", async () => {
    const app = await anApp();
    const { url } = await aSandbox({ appUrl: app.url });
    await postForm(`${url}/store/busy-bikes/language`, { locale: "zh-CN" });
    await postForm(`${url}/store/busy-bikes/uninstall`);
    await vi.waitFor(() => expect(app.received).toHaveLength(1), UNTIL);
    expect(JSON.parse(app.received[0]?.body ?? "")).toMatchObject({
      myshopify_domain: "busy-bikes.myshopify.com",
      email: "owner@busy-bikes.example",
      primary_locale: "zh-CN",
      currency: "EUR",
      iana_timezone: "Europe/Berlin",
    });
  });

  it("is tried again with the same ids and body until the app takes it", async () => {
    const app = await anApp([500, 302, 503]);
    const { url } = await aSandbox({ appUrl: app.url });
    await postForm(`${url}/store/acme-outdoor/uninstall`);
    await vi.waitFor(() => expect(app.received).toHaveLength(4), UNTIL);
    const distinct = (name: string) => new Set(app.received.map((r) => r.headers[name])).size;
    expect([distinct(header), distinct("x-shopify-event-id")]).toEqual([1, 1]);
    expect(new Set(app.received.map((r) => r.body)).size).toBe(1);
  });

  it("is given up after the first try and 8 more", async () => {
    const app = await anApp(Array.from({ length: 20 }, () => 500));
    const { url } = await aSandbox({ appUrl: app.url });
    await postForm(`${url}/store/acme-outdoor/uninstall`);
    const log = async () => (await fetch(`${url}/store/acme-outdoor/webhooks`)).text();
    await vi.waitFor(async () => expect(await log()).toContain("Given up"), UNTIL);
    expect(app.received).toHaveLength(9);
  });

  it("can be sent again by hand with the same webhook id", async () => {
    const app = await anApp();
    const { url } = await aSandbox({ appUrl: app.url });
    await postForm(`${url}/store/acme-outdoor/uninstall`);
    await vi.waitFor(() => expect(app.received).toHaveLength(1), UNTIL);
    const id = String(app.received[0]?.headers[header]);
    await postForm(`${url}/store/acme-outdoor/webhooks/${id}/again`);
    await vi.waitFor(() => expect(app.received).toHaveLength(2), UNTIL);
    expect(app.received[1]?.headers[header]).toBe(id);
  });

  it("survives a restart of the sandbox while the app is down", async () => {
    const settings = settingsFor({ partnerToken: "sandbox-partner-token", webhookRetryMs: 60_000 });
    const first = await startSandbox(settings);
    await postForm(`${first.url}/store/acme-outdoor/uninstall`);
    await first.stop();
    const app = await anApp();
    const second = await startSandbox({ ...settings, appUrl: app.url });
    onTestFinished(() => second.stop());
    const page = await (await fetch(`${second.url}/store/acme-outdoor/webhooks`)).text();
    const id = /data-webhook-id="([^"]+)"/.exec(page)?.[1];
    await postForm(`${second.url}/store/acme-outdoor/webhooks/${id}/again`);
    await vi.waitFor(() => expect(app.received[0]?.headers[header]).toBe(id), UNTIL);
  });
});

describe("shop/redact", () => {
  /** Topics in the delivery log, newest first. A webhook is in the log before the form that caused it answers. */
  const logged = async (url: string) => {
    const page = await (await fetch(`${url}/store/acme-outdoor/webhooks`)).text();
    return [...page.matchAll(/<h2>([\w/]+) <span/g)].map((m) => m[1]);
  };

  it("follows 48 hours of the sandbox's clock after the uninstall, once", async () => {
    const app = await anApp();
    const { url } = await aSandbox({ appUrl: app.url });
    await postForm(`${url}/store/acme-outdoor/uninstall`);
    await postForm(`${url}/clock`, { by: "day" });
    expect(await logged(url)).toEqual(["app/uninstalled"]);
    await postForm(`${url}/clock`, { by: "day" });
    expect(await logged(url)).toEqual(["shop/redact", "app/uninstalled"]);
    await postForm(`${url}/clock`, { by: "week" });
    expect(await logged(url)).toEqual(["shop/redact", "app/uninstalled"]);
  });

  it("is not sent when the app was installed again", async () => {
    const app = await anApp();
    const { url } = await aSandbox({ appUrl: app.url });
    await postForm(`${url}/store/acme-outdoor/uninstall`);
    await postForm(`${url}/store/acme-outdoor/install`);
    await postForm(`${url}/clock`, { by: "week" });
    expect(await logged(url)).toEqual(["app/uninstalled"]);
  });

  it("can be sent by hand, like the other compliance topics", async () => {
    const app = await anApp();
    const { url } = await aSandbox({ appUrl: app.url });
    await postForm(`${url}/store/acme-outdoor/webhooks`, { topic: "customers/data_request" });
    await vi.waitFor(() => expect(app.received).toHaveLength(1), UNTIL);
    expect(JSON.parse(app.received[0]?.body ?? "")).toMatchObject({
      shop_domain: domain,
      customer: { email: "customer@buyer.example" },
      data_request: { id: 9999 },
    });
  });
});
