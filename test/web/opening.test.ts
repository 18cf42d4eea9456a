import { readdirSync, readFileSync } from "node:fs";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mintSessionToken } from "#sandbox/admin/session-token.ts";
import { installedShop, SECRET, startApp, type TestApp } from "./an-app.ts";
import { visitsOf } from "./visits.ts";

const SHOP = "acme-outdoor.myshopify.com";
/** base64 of admin.shopify.com/store/acme-outdoor, as Shopify writes it */
const HOST = "YWRtaW4uc2hvcGlmeS5jb20vc3RvcmUvYWNtZS1vdXRkb29y";
const TITLE = { en: "Open Settled from your Shopify admin", zh: "请从 Shopify 后台打开 Settled" };
/** What a library says to the developer of an app, or a fault to its operator. */
const INSIDES = /developer|login path|Unexpected|TypeError|node_modules|Application Error/i;

const titleOf = (page: string) => /<title>([^<]*)<\/title>/.exec(page)?.[1];

describe("where Settled opens", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.stop());

  /** Follows redirects of the app's own, as a browser does. */
  async function arrive(path: string, headers: Record<string, string> = {}) {
    const via: string[] = [];
    for (let where = path; ; ) {
      const response = await app.fetch(where, { headers });
      const next = response.headers.get("location");
      if (response.status !== 302 || !next?.startsWith("/")) return { response, via, where };
      via.push(next);
      where = next;
    }
  }

  it("in the app, with everything that Shopify's admin says when it loads application_url", async () => {
    const query = `embedded=1&shop=${SHOP}&host=${HOST}&id_token=a.b.c&locale=zh-CN&session=s&timestamp=1&hmac=h`;
    const response = await app.fetch(`/?${query}`);
    expect([response.status, response.headers.get("location")]).toEqual([302, `/app?${query}`]);
    expect(response.headers.get("content-security-policy")).toContain(
      `frame-ancestors https://${SHOP} https://admin.shopify.com`,
    );
  });

  it("on its first page, for a merchant whom the admin signed in", async () => {
    const { shop } = await installedShop(app, { shop: SHOP });
    const keys = { apiKey: "web-test-key", apiSecret: SECRET };
    const token = mintSessionToken(keys, { domain: shop, staffId: "42" }, Date.now());
    const { response, via } = await arrive(
      `/?embedded=1&shop=${shop}&host=${HOST}&id_token=${token}&locale=en`,
    );
    expect([response.status, via.length]).toEqual([200, 1]);
    expect(await response.text()).toContain("Settled");
    expect(response.headers.get("content-security-policy")).toContain(`https://${shop}`);
  });

  it.each([
    "/",
    "/?shop=",
    "/?shop=evil.example",
    "/?shop=acme-outdoor.myshopify.com.evil.example",
    "/?shop=acme%0d%0aset-cookie:a=b.myshopify.com",
    "/?shop=a.myshopify.com%3B%20script-src%20*",
    "/auth",
    "/auth/",
    "/auth/login",
    "/auth/login?shop=evil.example",
    "/auth/callback",
    "/auth/callback?code=1&shop=acme-outdoor.myshopify.com&state=2&hmac=3",
    "/auth/session-token",
    "/auth/session-token?shop=evil.example%3B%20script-src%20*",
    "/auth/session-token?shop=a%0d%0ab",
    "/app",
    "/app?shop=evil.example",
    "/app?shop=evil.example&host=x",
    // A shop that could be one, and a host that no library of Shopify's can read.
    `/app?shop=${SHOP}`,
    `/app?shop=${SHOP}&host=x`,
    `/app?shop=${SHOP}&host=IA==`,
    `/app/setup?shop=${SHOP}&host=${"A".repeat(600)}`,
    "/app/fees?embedded=1",
    "/app/no-such-page",
  ])("is said to whoever comes by %j, in both languages and without a form", async (path) => {
    for (const [language, title] of [
      ["en-GB,en;q=0.9", TITLE.en],
      ["zh-CN,zh;q=0.9,en;q=0.5", TITLE.zh],
    ] as const) {
      const { response } = await arrive(path, { "accept-language": language });
      const page = await response.text();
      expect([path, response.status, titleOf(page)]).toEqual([path, 200, title]);
      expect(page).toContain(`<h1>${title}</h1>`);
      expect(page).not.toMatch(/<form|<input|<script/);
      expect(page).not.toMatch(INSIDES);
      const policy = response.headers.get("content-security-policy") ?? "";
      expect(policy).toMatch(
        /^default-src 'none'; .*frame-ancestors ('none'|https:\/\/acme-outdoor\.myshopify\.com https:\/\/admin\.shopify\.com)$/,
      );
      expect(response.headers.get("set-cookie")).toBeNull();
    }
  });

  it("is said in the language that the address asks for", async () => {
    for (const path of ["/?locale=zh-CN", "/app?locale=zh-CN"]) {
      const { response } = await arrive(path, { "accept-language": "en" });
      expect(titleOf(await response.text())).toBe(TITLE.zh);
    }
  });

  it("is one press away in the admin of the store that the address names", async () => {
    const page = await (await arrive(`/app?shop=${SHOP}`)).response.text();
    expect(page).toContain('href="https://admin.shopify.com/store/acme-outdoor/apps/web-test-key"');
    expect(await (await arrive("/")).response.text()).toContain('href="https://admin.shopify.com"');
  });

  it("is nowhere that Shopify's sign-in pages answer by hand", async () => {
    for (const path of ["/auth/exit-iframe?exitIframe=https://evil.example", "/auth/nothing"]) {
      const response = await app.fetch(`${path}${path.includes("?") ? "&" : "?"}shop=${SHOP}`);
      expect([path, response.status]).toEqual([path, 404]);
      expect(await response.text()).not.toMatch(INSIDES);
    }
  });

  it("comes back with a new session token through a page with a title and the store's frame policy", async () => {
    const response = await app.fetch(`/auth/session-token?shop=${SHOP}&host=${HOST}&locale=zh-CN`);
    const page = await response.text();
    expect([response.status, titleOf(page)]).toEqual([200, "Settled"]);
    expect(page).toContain('<html lang="zh-CN">');
    expect(page).toContain('data-api-key="web-test-key"');
    expect(response.headers.get("content-security-policy")).toContain(`frame-ancestors https://${SHOP}`);
  });
});

describe("every page has a title", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.stop());

  it.each([
    ["/no-such-page", "en", 404, "Page not found"],
    ["/no-such-page", "zh", 404, "找不到页面"],
    ["/exit/no-such-page", "en", 404, "Page not found · Settled"],
    ["/exit/no-such-page", "zh", 404, "找不到页面 · Settled"],
    ["/exit/tasks/no-such-task", "en", 404, "Page not found · Settled"],
  ])("%s in %s", async (path, language, status, title) => {
    const visits = visitsOf(app);
    const headers = { "accept-language": language };
    const visitor = path.includes("/tasks/") ? await visits.visit(await visits.aGoneShop()) : null;
    const response = await app.fetch(path, {
      headers: { ...headers, ...(visitor && { cookie: visitor.cookie }) },
    });
    expect([response.status, titleOf(await response.text())]).toEqual([status, title]);
  });

  it.each([
    ["en", "Page not found"],
    ["zh-CN", "找不到页面"],
  ])("an address of the app in the admin that is none, in %s", async (locale, title) => {
    const { shop } = await installedShop(app, { shop: SHOP, lastSeenAt: Temporal.Now.instant() });
    const keys = { apiKey: "web-test-key", apiSecret: SECRET };
    const token = mintSessionToken(keys, { domain: shop, staffId: "42" }, Date.now());
    const query = `embedded=1&shop=${shop}&host=${HOST}&id_token=${token}&locale=${locale}`;
    for (const path of ["/app/no-such-page", "/app/close/requests/SET-NONE-NONE"]) {
      const response = await app.fetch(`${path}?${query}`);
      expect([path, response.status, titleOf(await response.text())]).toEqual([path, 404, title]);
    }
  });

  it("a page that fails by our own fault", async () => {
    const visits = visitsOf(app);
    const { cookie } = await visits.visit(await visits.aGoneShop());
    const { find } = app.db.links;
    app.db.links.find = () => Promise.reject(new Error("the database is away"));
    const response = await app.fetch("/exit", { headers: { cookie, "accept-language": "en" } });
    app.db.links.find = find;
    expect([response.status, titleOf(await response.text())]).toEqual([
      500,
      "This page could not be shown · Settled",
    ]);
  });

  it("and no page of the app is written without one", () => {
    const pages = readdirSync("app/routes").filter((file) => file.endsWith(".tsx"));
    const untitled = pages.filter((file) => {
      const source = readFileSync(`app/routes/${file}`, "utf8");
      // These two throw; the page around them says what is missing and has the title.
      return !/\bmeta\b/.test(source) && !["$.tsx", "exit.$.tsx"].includes(file);
    });
    expect(untitled).toEqual([]);
  });
});
