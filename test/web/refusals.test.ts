import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLinkToken } from "#app/services/exit/link-token.ts";
import { startApp, type TestApp } from "./an-app.ts";
import { visitsOf } from "./visits.ts";

const BURST = 60;
const form = (fields: Record<string, string>) => ({ method: "POST", body: new URLSearchParams(fields) });

describe("what is refused", () => {
  let app: TestApp;
  let visits: ReturnType<typeof visitsOf>;
  beforeAll(async () => {
    app = await startApp({ burst: BURST });
    visits = visitsOf(app);
  });
  afterAll(() => app.stop());

  /** What every answer must say, whatever went wrong; a page may say more. */
  const guarded = (response: Response, what: string) => {
    const header = (name: string) => response.headers.get(name);
    const isPage = header("content-type")?.startsWith("text/html") ?? false;
    expect({ what, status: response.status, ...Object.fromEntries(response.headers) }).toMatchObject({
      what,
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
      "x-robots-tag": "noindex, nofollow",
      "referrer-policy": "no-referrer",
      "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
    });
    expect(header("content-security-policy")).toContain(isPage ? "style-src 'self'" : "default-src 'none'");
    expect(header("x-powered-by")).toBeNull();
  };

  it.each<[string, number, string, RequestInit]>([
    ["a page that does not exist", 404, "/no-such-page", {}],
    ["a part of the stand-alone page that does not exist", 404, "/exit/no-such-page", {}],
    ["an address that cannot be read", 400, "/%E0%A4%A", {}],
    ["a file that does not exist", 404, "/assets/none.js", {}],
    ["data of a route that does not exist", 403, "/exit?_data=routes%2Fnope", {}],
    ["a form for a page that takes none", 405, "/exit", form({ a: "b" })],
    ["a form for a link", 405, "/l/a.b", form({ a: "b" })],
    ["a form that is none", 415, "/exit/link", { method: "POST", body: "shop" }],
    ["a form beyond the limit", 413, "/exit/link", form({ shop: "a".repeat(200_000) })],
    ["an unsigned webhook", 401, "/webhooks/shopify", { method: "POST", body: "{}" }],
    ["a webhook that is no POST", 405, "/webhooks/shopify", {}],
    ["a webhook beyond the limit", 413, "/webhooks/shopify", { method: "POST", body: "x".repeat(300_000) }],
    ["bounces nobody asked for", 404, "/webhooks/mail", { method: "POST", body: "{}" }],
    ["a method nobody has", 405, "/exit/link", { method: "PROPFIND" }],
  ])("%s: %i, with everything a browser must be told", async (what, status, path, init) => {
    const response = await app.fetch(path, init);
    expect([what, response.status]).toEqual([what, status]);
    guarded(response, what);
  });

  it("so is what fails by our own fault", async () => {
    const { links } = app.db;
    const find = links.find;
    const { cookie } = await visits.visit(await visits.aGoneShop());
    const { ready } = app.container;
    links.find = () => Promise.reject(new Error("the database is away"));
    Object.assign(app.container, { ready: () => Promise.reject(new Error("the database is away")) });
    const link = createLinkToken("finish", app.container.deps.settings.secrets.links[0]).token;
    for (const [path, status] of [
      ["/exit", 500],
      [`/l/${link}`, 500],
      ["/readyz", 503],
    ] as const) {
      const response = await app.fetch(path, { headers: { cookie } });
      expect([path, response.status]).toEqual([path, status]);
      guarded(response, path);
    }
    links.find = find;
    Object.assign(app.container, { ready });
  });

  it("and what failed is logged without the link that was opened (L7)", async () => {
    const { links } = app.db;
    const { log } = app.container;
    const find = links.find;
    const logged: unknown[] = [];
    const { createLogger } = await import("#app/adapters/log/logger.server.ts");
    const toList = createLogger("error", { write: (line: string) => void logged.push(JSON.parse(line)) });
    links.find = () => Promise.reject(new Error("the database is away"));
    Object.assign(app.container, { log: toList });
    const secret = app.container.deps.settings.secrets.links[0];
    const [open, stop] = [
      createLinkToken("finish", secret).token,
      createLinkToken("stop-mail", secret).token,
    ];
    for (const path of [`/l/${open}`, `/stop/${stop}`]) await app.fetch(path);
    links.find = find;
    Object.assign(app.container, { log });
    expect(logged).toMatchObject([
      { path: "/l/…", msg: "request failed" },
      { path: "/stop/…", msg: "request failed" },
    ]);
    for (const token of [open, stop]) expect(JSON.stringify(logged)).not.toContain(token.slice(0, 20));
  });

  it("what anybody can ask wrongly is logged as refused, not as a fault that calls somebody at night", async () => {
    const { log } = app.container;
    const logged: unknown[] = [];
    const note = (level: string) => (facts: object, words: string) => logged.push({ level, words, ...facts });
    Object.assign(app.container, { log: { ...log, error: note("error"), warn: note("warn") } });
    expect((await app.fetch("/app/close/check")).status).toBe(400);
    expect((await app.fetch("/no-such-page")).status).toBe(404);
    Object.assign(app.container, { log });
    expect(logged).toContainEqual({
      level: "warn",
      words: "refused",
      status: 400,
      method: "GET",
      path: "/app/close/check",
    });
    expect(logged).not.toContainEqual(expect.objectContaining({ level: "error" }));
  });

  it("so is a flood", async () => {
    const flood = () => app.fetch("/webhooks/shopify", { method: "POST", body: "x" });
    const answers = await Promise.all(Array.from({ length: BURST + 1 }, flood));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    for (const response of refused) guarded(response, "a flood");
  });

  it.each<Record<string, string>>([
    { origin: "https://evil.example" },
    { origin: "https://localhost.evil.example" },
    { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
    { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
    // What a page in a sandboxed frame, or one that tells no address, sends.
    { origin: "null", "sec-fetch-site": "cross-site" },
    { origin: "null", "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "whatever comes next" },
  ])("is every form and every call for data that comes with %j, cookie or not", async (sender) => {
    const shop = await visits.aGoneShop();
    const { cookie } = await visits.visit(shop);
    const stop = await visits.linkFor(shop, "stop-mail");
    const forms: [string, Record<string, string>][] = [
      ["/exit/route", { account: "partner" }],
      ["/exit/route?_data=routes%2Fexit.route", { account: "partner" }],
      ["/exit/stop?_data=routes%2Fexit.stop", { confirm: "yes" }],
      [`${stop}?_data=routes%2Fstop.%24token`, { confirm: "yes" }],
      ["/exit/delete", { sure: "yes" }],
      ["/exit/delete?_data=routes%2Fexit.delete", { sure: "yes" }],
    ];
    const answers = [];
    for (const [path, fields] of forms) answers.push(await visits.post(path, fields, { cookie, ...sender }));
    expect(answers.map(({ status }) => status)).toEqual(forms.map(() => 403));
    for (const response of answers) guarded(response, JSON.stringify(sender));
    expect(await app.db.shops.find(shop.shop)).toEqual(shop);
    expect(await app.db.statedFacts.all(shop.shop)).toEqual([]);
  });

  it("is a form for the app in the admin from a page without an address", async () => {
    const hidden = { origin: "null" };
    const said = { ...hidden, "sec-fetch-site": "cross-site" };
    for (const sender of [hidden, said])
      expect((await visits.post("/app/setup", { a: "b" }, sender)).status).toBe(403);
  });
});
