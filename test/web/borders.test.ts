import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newShopDomain } from "#test/factories/rows.ts";
import { startApp, type TestApp } from "./an-app.ts";
import { visitsOf } from "./visits.ts";
import { hmacOf, sendWebhook } from "./webhook-request.ts";

describe("at the borders", () => {
  let app: TestApp;
  let visits: ReturnType<typeof visitsOf>;
  beforeAll(async () => {
    app = await startApp();
    visits = visitsOf(app);
  });
  afterAll(() => app.stop());

  it.each(["/exit%00", "/?shop=a%00b", "/app/close/requests/%00?shop=x", "/assets/%00.js"])(
    "an address with U+0000 is refused: %s",
    async (path) => {
      expect((await app.fetch(path)).status).toBe(400);
    },
  );

  it.each([
    ["broken", "--x\r\nnothing of a form", "multipart/form-data; boundary=x"],
    ["without its boundary", "a", "multipart/form-data"],
  ])("a form that is %s is refused with 400, with a page", async (_what, body, type) => {
    const { cookie } = await visits.visit(await visits.aGoneShop());
    for (const path of ["/exit/route", "/exit/stop", "/exit/facts", "/exit/link"]) {
      const answer = await app.fetch(path, {
        method: "POST",
        body,
        headers: { "content-type": type, cookie },
      });
      expect([path, answer.status]).toEqual([path, 400]);
    }
  });

  it("an empty webhook with a bad signature, or with none, is 401", async () => {
    const shop = newShopDomain();
    for (const signature of ["bad", hmacOf("other"), null])
      expect(
        (await sendWebhook(app, { shop, body: "", headers: { "x-shopify-hmac-sha256": signature } })).status,
      ).toBe(401);
  });

  it("the page for a new session token runs Shopify's script and no other", async () => {
    const shop = newShopDomain();
    const path = `/auth/session-token?shop=${shop}&host=YQ&shopify-reload=https%3A%2F%2Flocalhost%2Fapp`;
    const answer = await app.fetch(path);
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(answer.status).toBe(200);
    expect(policy).toContain("default-src 'none'; script-src 'self' https://cdn.shopify.com");
    expect(policy).toContain(`frame-ancestors https://${shop}`);
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
    expect(answer.headers.get("referrer-policy")).toBe("strict-origin");
  });
});
