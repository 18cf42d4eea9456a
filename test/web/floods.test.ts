import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPort } from "#app/port.server.ts";
import { mintSessionToken } from "#sandbox/admin/session-token.ts";
import { PATIENCE_MS } from "#test/patience.ts";
import { installedShop, SECRET, startApp, type TestApp } from "./an-app.ts";
import { visitsOf } from "./visits.ts";
import { sendWebhook } from "./webhook-request.ts";

/** Fewer than the app's own 600, so that the test is quick; test/stores/exit-guards.test.ts holds the number. */
const BURST = 30;
/** As two proxies of ours write it: the sender the first of them saw, then that first one. */
const from = (address: string) => ({ "x-forwarded-for": `${address}, 10.1.1.1` });

describe("too much, too slow, too often", () => {
  let app: TestApp;
  let visits: ReturnType<typeof visitsOf>;
  beforeAll(async () => {
    app = await startApp({ proxies: 2, burst: BURST });
    visits = visitsOf(app);
  });
  afterAll(() => app.stop());

  it("answers 429 to a burst of one address before it reads, and takes everybody else's webhooks (W12)", async () => {
    const { shop } = await installedShop(app);
    const flood = () =>
      app.fetch("/webhooks/shopify", { method: "POST", body: "x", headers: from("203.0.113.66") });
    const statuses = (await Promise.all(Array.from({ length: BURST + 20 }, flood))).map(
      ({ status }) => status,
    );
    expect(statuses.filter((status) => status === 429)).toHaveLength(20);
    expect(statuses.filter((status) => status === 401)).toHaveLength(BURST);
    const late = await flood();
    expect(Number(late.headers.get("retry-after"))).toBeLessThanOrEqual(600);
    const webhook = await sendWebhook(app, { shop, headers: from("198.51.100.9") });
    expect(webhook.status).toBe(200);
  });

  it("believes no address that its own proxy did not write", async () => {
    const answers = await Promise.all(
      Array.from({ length: BURST + 1 }, (_, index) =>
        app.fetch("/webhooks/mail", {
          method: "POST",
          headers: from(`10.0.0.${index % 250}, 203.0.113.99`),
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
  });

  it.each([
    ["head", "POST /webhooks/shopify HTTP/1.1\r\nhost: a\r\nx-slow: "],
    ["body", "POST /webhooks/shopify HTTP/1.1\r\nhost: a\r\ncontent-length: 9000\r\n\r\n{"],
  ])("ends a request whose %s never comes, while others are served (W12)", async (_what, start) => {
    const { startHttp } = await import("#app/http.server.ts");
    const impatient = await openPort(0, { head: 1_000, whole: 2_000, look: 100, drain: 100 });
    await startHttp(app.container, impatient);
    const origin = `http://localhost:${impatient.port}`;
    const slow = dribble(origin, start);
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    expect(await slow).toEqual(Array(20).fill("HTTP/1.1 408 Request Timeout"));
    await impatient.close();
  });

  it("tells the staff of a store that asked 600 times in ten seconds to wait, and no other store's", async () => {
    const [busy, calm] = [await installedShop(app), await installedShop(app)];
    const savedBy = ({ shop }: { shop: string }) => {
      const keys = { apiKey: "web-test-key", apiSecret: SECRET };
      const token = mintSessionToken(keys, { domain: shop, staffId: "42" }, Date.now());
      const body = new URLSearchParams({ balance: "12.00" });
      const headers = { authorization: `Bearer ${token}` };
      return app.fetch("/app/setup?_data=routes%2Fapp.setup", { method: "POST", body, headers });
    };
    for (let asked = 0; asked < 600; asked += 1) await app.container.storeRateLimit.count(busy.shop);
    const refused = await savedBy(busy);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    // By which the page knows that nothing was read, and keeps what was entered for another try.
    expect(refused.headers.get("x-remix-catch")).toBe("yes");
    expect(await app.db.statedFacts.all(busy.shop)).toEqual([]);
    // The form's own answer: not all of it was filled in.
    expect((await savedBy(calm)).status).toBe(422);
  });

  it("tells a network that tried 60 wrong links to wait, and still opens every good one (L8)", async () => {
    const guesser = from("203.0.113.5");
    const shop = await visits.aGoneShop();
    const guess = (path = "/l/none.none") => app.fetch(path, { headers: guesser });
    for (let round = 0; round < 59; round += 1) await guess(round % 2 ? "/stop/a.b" : "/l/a.b");
    expect((await app.fetch("/exit/link", { headers: guesser })).status).toBe(200);
    expect((await visits.visit(shop, guesser)).cookie).not.toBe("");
    await guess();
    const right = await guess(await visits.linkFor(shop));
    expect([right.status, right.headers.get("location")]).toEqual([302, "/exit"]);
    expect((await guess(await visits.linkFor(shop, "stop-mail"))).status).toBe(200);
    const page = await app.fetch("/exit/link", { headers: guesser });
    expect([page.status, Number(page.headers.get("retry-after")) > 500]).toEqual([429, true]);
    expect(await page.text()).toMatch(/Too many links.*10 minutes.*Sign in at app\.impact\.com/s);
    expect((await visits.visit(shop, from("203.0.113.6"))).cookie).not.toBe("");
  });

  it("sends no eleventh new link within an hour for one network, and says why", async () => {
    const asker = from("2001:db8:7:7::1");
    const ask = (headers: Record<string, string>) =>
      visits.post("/exit/link", { shop: "nobody.myshopify.com" }, headers);
    for (let round = 0; round < 10; round += 1) expect((await ask(asker)).status).toBe(200);
    const shop = await visits.aGoneShop();
    const refused = await visits.post("/exit/link", { shop: shop.shop }, from("2001:db8:7:7:aaaa::2"));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(3_500);
    expect(await refused.text()).toContain("asked for many links within an hour");
    const wishes = await app.container.boss.findJobs("send-new-link", { data: { shop: shop.shop } });
    expect(wishes).toEqual([]);
    expect((await ask(from("2001:db8:7:8::1"))).status).toBe(200);
  });
});

/** What the server said to each of 20 slow senders before it hung up. */
async function dribble(origin: string, start: string): Promise<string[]> {
  const script = ["test/web/dribble.ts", new URL(origin).port, "20", JSON.stringify(start)];
  const { stdout } = await promisify(execFile)(process.execPath, script, { timeout: PATIENCE_MS });
  return JSON.parse(stdout);
}
