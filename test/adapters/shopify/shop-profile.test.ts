import { describe, expect, it } from "vitest";
import { readShopProfile } from "#app/adapters/shopify/shop-profile.server.ts";

const shop = {
  id: "gid://shopify/Shop/1",
  name: "Acme Outdoor",
  email: "owner@acme-outdoor.example",
  ianaTimezone: "America/New_York",
  currencyCode: "USD",
};
const answer = (body: unknown) => async () => Response.json(body);

describe("the shop's profile", () => {
  it("is what the shop says about itself", async () => {
    expect(await readShopProfile(answer({ data: { shop } }))).toEqual({
      shopifyId: "gid://shopify/Shop/1",
      name: "Acme Outdoor",
      email: "owner@acme-outdoor.example",
      timeZone: "America/New_York",
      currency: "USD",
    });
  });

  it("has no address when the shop has none", async () => {
    expect((await readShopProfile(answer({ data: { shop: { ...shop, email: null } } }))).email).toBeNull();
  });

  it.each([
    ["an error in place of data", { errors: [{ message: "Throttled" }] }],
    ["no shop", { data: { shop: null } }],
    ["a shop without a time zone", { data: { shop: { ...shop, ianaTimezone: null } } }],
  ])("is not made up from %s", async (_case, body) => {
    await expect(readShopProfile(answer(body))).rejects.toThrow();
  });

  it("asks for nothing that needs a scope", async () => {
    let asked = "";
    await readShopProfile(async (query) => {
      asked = query;
      return Response.json({ data: { shop } });
    });
    expect(asked).not.toMatch(/customers|orders|products/);
  });
});
