import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createUninstallFeed } from "#app/adapters/shopify/uninstall-feed.server.ts";
import { at } from "#test/factories/rows.ts";

const URL = "https://partners.shopify.test/12345/api/2026-07/graphql.json";
const settings = {
  PARTNER_API_URL: "https://partners.shopify.test",
  PARTNER_ORGANIZATION: "12345",
  PARTNER_APP: "678",
  PARTNER_TOKEN: "prtapi_0123456789abcdef",
};
const since = at("2026-06-19T09:00:00Z");
const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const page = (shops: string[], hasNextPage = false) => ({
  data: {
    app: {
      events: {
        edges: shops.map((shop, index) => ({
          cursor: `${shop}-${index}`,
          node: { occurredAt: "2026-06-20T10:00:00.000Z", shop: { myshopifyDomain: shop } },
        })),
        pageInfo: { hasNextPage },
      },
    },
  },
});
const feed = () => {
  const created = createUninstallFeed(settings);
  if (!created) throw new Error("The feed was configured.");
  return created;
};

describe("the uninstalls the partner account knows", () => {
  it("are none without all three settings", () => {
    for (const missing of ["PARTNER_ORGANIZATION", "PARTNER_APP", "PARTNER_TOKEN"])
      expect(createUninstallFeed({ ...settings, [missing]: undefined })).toBeNull();
  });

  it("are read page by page, with the key in a header and nowhere else", async () => {
    const asked: unknown[] = [];
    server.use(
      http.post(URL, async ({ request }) => {
        expect(request.headers.get("x-shopify-access-token")).toBe(settings.PARTNER_TOKEN);
        const body = (await request.json()) as { variables: { after: string | null } };
        asked.push(body.variables);
        expect(JSON.stringify(body)).not.toContain(settings.PARTNER_TOKEN);
        return HttpResponse.json(
          body.variables.after === null ? page(["a.myshopify.com"], true) : page(["b.myshopify.com"]),
        );
      }),
    );
    const occurredAt = at("2026-06-20T10:00:00Z");
    expect(await feed().since(since)).toEqual([
      { shop: "a.myshopify.com", occurredAt },
      { shop: "b.myshopify.com", occurredAt },
    ]);
    const app = "gid://partners/App/678";
    expect(asked).toEqual([
      { app, since: since.toString(), after: null },
      { app, since: since.toString(), after: "a.myshopify.com-0" },
    ]);
  });

  it.each([
    ["a refused key", () => HttpResponse.json({ errors: "unauthorized" }, { status: 401 }), "answered 401"],
    ["errors with status 200", () => HttpResponse.json({ errors: [{ message: "no" }] }), "something else"],
    ["an app it does not know", () => HttpResponse.json({ data: { app: null } }), "something else"],
    ["a page of HTML", () => HttpResponse.html("<html></html>"), ""],
    ["no answer", () => HttpResponse.error(), ""],
  ])("are not taken for none after %s", async (_case, answer, message) => {
    server.use(http.post(URL, answer));
    await expect(feed().since(since)).rejects.toThrow(message);
  });
});
