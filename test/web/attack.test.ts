import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SHORT_STORIES } from "#scripts/attack/stories.ts";
import type { LeftStore, Target } from "#scripts/attack/target.ts";
import { SECRET, startApp, type TestApp } from "./an-app.ts";
import { visitsOf } from "./visits.ts";

/** The quick ones of `npm run attack`, in its order; docs/security.md says what they are. */
describe("a hostile story finds nothing", () => {
  let app: TestApp;
  let target: Target;
  beforeAll(async () => {
    app = await startApp();
    const visits = visitsOf(app);
    const leftStore = async (name: string): Promise<LeftStore> => {
      const shop = await visits.aGoneShop({ name });
      return {
        shop: shop.shop,
        name,
        finish: await visits.linkFor(shop),
        stop: await visits.linkFor(shop, "stop-mail"),
      };
    };
    target = {
      origin: app.origin,
      appUrl: app.container.config.SHOPIFY_APP_URL,
      apiKey: app.container.config.SHOPIFY_API_KEY,
      apiSecret: SECRET,
      mailSecret: null,
      stores: [await leftStore("Attacked Anvils"), await leftStore("Bystander Bikes")],
    };
  });
  afterAll(() => app.stop());

  it.each(SHORT_STORIES)("$name", async ({ play }) => {
    expect(await play(target)).toEqual([]);
  });
});
