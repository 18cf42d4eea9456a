import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { mintSessionToken } from "#sandbox/admin/session-token.ts";
import { newShopDomain } from "#test/factories/rows.ts";
import { startApp, type TestApp } from "./an-app.ts";
import { visitsOf } from "./visits.ts";
import { sendWebhook } from "./webhook-request.ts";

const OPERATOR_TOKEN = "an-operator-token-of-this-test-0123456789";
const NETWORK = "203.0.113.77";
/** pino's number for it. */
const WARN = 40;
const from = { "x-forwarded-for": NETWORK };

let app: TestApp;
let visits: ReturnType<typeof visitsOf>;
const log: string[] = [];
beforeAll(async () => {
  app = await startApp({ logTo: (line) => void log.push(line) });
  app.container.config.OPERATOR_TOKEN = OPERATOR_TOKEN;
  visits = visitsOf(app);
});
afterAll(() => app.stop());
beforeEach(() => void log.splice(0));

/** What the log says of what was refused, without what every line has. */
const warnings = () =>
  log
    .map((line) => JSON.parse(line))
    .filter(({ level }) => level === WARN)
    .map(({ level, time, pid, hostname, request, msg, ...facts }) => [msg, facts]);

it("a session token that Shopify did not make leaves a line without it", async () => {
  const shop = newShopDomain();
  const token = mintSessionToken(
    { apiKey: "web-test-key", apiSecret: "guessed" },
    { domain: shop, staffId: "42" },
    Date.now(),
  );
  const answer = await app.fetch("/app/setup?_data=routes%2Fapp.setup", {
    headers: { ...from, authorization: `Bearer ${token}` },
  });
  expect(answer.status).toBe(401);
  expect(warnings()).toEqual([["a session token was refused", {}]]);
  expect(log.join("")).not.toContain(token.split(".")[1]);
});

it("a wrong code leaves a line with its store, and neither code, mailbox nor network", async () => {
  const shop = await visits.aGoneShop();
  const visitor = await visits.visit(shop);
  const code = await visits.codeOf(shop, visitor);
  const wrong = code === "123457" ? "123458" : "123457";
  log.splice(0);
  const ticket = { subject: "x", body: "x", reason: "", read: "yes", code: wrong };
  expect((await visits.post("/exit/review", ticket, { ...visitor, ...from })).status).toBe(422);
  expect(warnings()).toEqual([["a wrong or ended code was entered", { shop: shop.shop, triesLeft: 4 }]]);
  for (const kept of [wrong, code, shop.contactEmail ?? "", NETWORK])
    expect(log.join("").replaceAll(/"(time|pid)":\d+/g, "")).not.toContain(kept);
});

it("a wrong link, a wrong operator's token and an unsigned webhook leave a line each, and name nobody", async () => {
  await app.fetch("/l/guess-1.guess-2", { headers: from });
  const basic = Buffer.from("kim:a-guessed-password").toString("base64");
  expect(
    (await app.fetch("/operator", { headers: { ...from, authorization: `Basic ${basic}` } })).status,
  ).toBe(401);
  const shop = newShopDomain();
  await sendWebhook(app, { shop, headers: { ...from, "x-shopify-hmac-sha256": "bad" } });
  expect(warnings()).toEqual([
    ["a link opened nothing", { purpose: "finish" }],
    ["a wrong operator's token", {}],
    ["webhook refused", { status: 401 }],
  ]);
  for (const kept of ["guess", basic, shop, NETWORK]) expect(log.join("")).not.toContain(kept);
});

it("a limit that is reached leaves one line, however often it is passed, and not who passed it", async () => {
  for (let asked = 0; asked < 13; asked += 1)
    await visits.post("/exit/link", { shop: "nobody.myshopify.com" }, from);
  expect(warnings()).toEqual([["a limit was reached", { limit: "new-link", seconds: expect.any(Number) }]]);
  for (const kept of [NETWORK, "nobody"]) expect(log.join("")).not.toContain(kept);
});
