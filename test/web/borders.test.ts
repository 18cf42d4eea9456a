import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newShopDomain } from "#test/factories/records.ts";
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

  it.each(["/exit%00", "/?shop=a%00b", "/app/requests/%00?shop=x", "/assets/%00.js"])(
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

  it("a page that Shopify's library makes runs its own script and no other", async () => {
    const path = `/auth/exit-iframe?shop=${newShopDomain()}&host=YQ&exitIframe=https%3A%2F%2Fadmin.shopify.com%2Fstore`;
    const answer = await app.fetch(path);
    const [, script = ""] = /<script>([\s\S]*?)<\/script>/.exec(await answer.text()) ?? [];
    const hash = createHash("sha256").update(script).digest("base64");
    expect(script).toContain("window.open");
    const policy = answer.headers.get("content-security-policy");
    expect(policy).toContain(`'sha256-${hash}'`);
    expect(policy).toContain("default-src 'none'");
    expect(answer.headers.get("referrer-policy")).toBe("strict-origin");
  });
});
