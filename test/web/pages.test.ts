import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aWebhook } from "#test/factories/rows.ts";
import { installedShop, startApp, type TestApp } from "./an-app.ts";

/** What only a stack trace or a library's own error page would show. */
const INSIDES = /\bat .+\(.+:\d+:\d+\)|node_modules|file:\/\/\/|\.server\.ts|Hey developer|PrismaClient/;

describe("the app's pages and probes", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.stop());

  it("says that it lives and that its database answers", async () => {
    for (const [path, text] of [
      ["/healthz", "ok"],
      ["/readyz", "ready"],
    ] as const) {
      const response = await app.fetch(path);
      expect([response.status, await response.text()]).toEqual([200, text]);
      expect(response.headers.get("cache-control")).toBe("no-store");
    }
  });

  it("tells a monitor that a webhook is stuck, and of whom it says nothing (C8)", async () => {
    const look = async () => {
      const response = await app.fetch("/stuckz");
      expect(response.headers.get("cache-control")).toBe("no-store");
      return { status: response.status, body: await response.json() };
    };
    expect(await look()).toEqual({ status: 200, body: { stuck: [], schemaDrifts: 0 } });
    const receivedAt = Temporal.Now.instant().round("second").subtract({ minutes: 6 });
    const webhook = aWebhook({ receivedAt });
    await app.db.webhooks.add(webhook);
    const stuck = [{ kind: "webhooks", count: 1, oldest: receivedAt.toString() }];
    expect(await look()).toEqual({ status: 503, body: { stuck, schemaDrifts: 0 } });
    expect((await app.fetch("/readyz")).status).toBe(200);
    await app.db.webhooks.markHandled(webhook.shop, webhook.webhookId, "warned", receivedAt);
    expect((await look()).status).toBe(200);
  });

  it.each(["/exit/link", "/no-such-page", "/exit/no-such-page", "/stop/x", "/l/x"])(
    "lets nobody frame %s, also not with a shop in the address",
    async (path) => {
      for (const query of ["", "?shop=acme-outdoor.myshopify.com"]) {
        const response = await app.fetch(`${path}${query}`);
        if (response.headers.get("content-type")?.startsWith("text/html"))
          expect(response.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
        else expect([302, 404]).toContain(response.status);
        expect(response.headers.get("link")).toBeNull();
      }
    },
  );

  it("lets the shop's own admin frame an embedded page", async () => {
    const { shop } = await installedShop(app);
    const host = Buffer.from(`admin.shopify.com/store/${shop.split(".")[0]}`).toString("base64url");
    const bounce = await app.fetch(`/auth/session-token?shop=${shop}&host=${host}&embedded=1`);
    expect(bounce.status).toBe(200);
    expect(bounce.headers.get("content-security-policy")).toContain(
      `frame-ancestors https://${shop} https://admin.shopify.com`,
    );
  });

  it("sends a visitor without a session to Shopify's own sign-in, and frames nothing for a bad shop", async () => {
    const response = await app.fetch("/app?shop=evil.example&host=x");
    expect(response.status).toBe(302);
    expect(response.headers.get("content-security-policy") ?? "frame-ancestors 'none'").not.toContain("evil");
  });

  it.each([
    ["a path that does not exist", "GET", "/no-such-page", 404],
    ["a path that is not valid", "GET", "/%E0%A4%A", 400],
    ["a file outside the app", "GET", "/assets/..%2f..%2fpackage.json", 404],
    ["a post that is no form", "POST", "/exit/link", 415],
    ["a form for a page that takes none", "FORM", "/exit", 405],
    ["a form beyond the limit", "LONG FORM", "/exit/link", 413],
    ["an unknown route id asked for as data", "GET", "/exit?_data=routes%2Fnope", 403],
  ])("shows no insides for %s", async (_case, method, path, status) => {
    const bodies: Record<string, RequestInit> = {
      GET: {},
      POST: { method: "POST", headers: { "content-type": "text/plain" }, body: "shop" },
      FORM: { method: "POST", body: new URLSearchParams({ shop: "a" }) },
      "LONG FORM": { method: "POST", body: new URLSearchParams({ shop: "a".repeat(200_000) }) },
    };
    const response = await app.fetch(path, bodies[method]);
    const text = await response.text();
    expect(text).not.toMatch(INSIDES);
    expect(response.status).toBe(status);
  });

  it("shows no insides when the database fails in the middle of a page", async () => {
    const find = app.db.links.find;
    app.db.links.find = () => Promise.reject(new Error("secret inside at file:///srv/app.server.ts"));
    const token = "x".repeat(27);
    const { createLinkToken } = await import("#app/services/exit/link-token.ts");
    const link = createLinkToken("finish", app.container.deps.settings.secrets.links[0]).token;
    for (const path of [`/l/${link}`, `/l/${token}`, `/stop/${link}`]) {
      const text = await (await app.fetch(path)).text();
      expect(text).not.toContain("secret inside");
      expect(text).not.toMatch(INSIDES);
    }
    app.db.links.find = find;
  });

  it("tells browsers not to guess types, and nobody what it is made with", async () => {
    const response = await app.fetch("/exit/link");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("x-powered-by")).toBeNull();
  });
});
