import { expect, it } from "vitest";
import { isGuideAway, putGuideAway } from "#app/services/account/setup-guide.server.ts";
import { shopLocale } from "#app/services/account/shop-locale.server.ts";
import { aShop } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const shop = "acme.myshopify.com";

it("Home's question for the key facts is away for everybody once somebody put it away", async () => {
  const deps = createFakeDeps();
  expect(await isGuideAway({ shop }, deps)).toBe(false);
  const decided = { decidedAt: deps.clock.now(), decidedBy: "staff-1" };
  await deps.db.choices.save(shop, [{ name: "remind-before-fees", granted: true, ...decided }]);
  expect(await isGuideAway({ shop }, deps)).toBe(false);
  await putGuideAway({ shop, actor: "staff-2" }, deps);
  expect(await isGuideAway({ shop }, deps)).toBe(true);
  expect(await isGuideAway({ shop: "other.myshopify.com" }, deps)).toBe(false);
  expect(await deps.db.choices.all(shop)).toContainEqual(
    expect.objectContaining({ name: "setup-guide-away", granted: true, decidedBy: "staff-2" }),
  );
  await deps.db.choices.save(shop, [{ name: "setup-guide-away", granted: false, ...decided }]);
  expect(await isGuideAway({ shop }, deps)).toBe(false);
});

it("a store is read in the nearest language to what Shopify says, and in English where nobody knows it", async () => {
  const deps = createFakeDeps();
  expect(await shopLocale({ shop }, deps)).toBe("en");
  await deps.db.shops.save(aShop({ shop, locale: "de-AT" }));
  expect(await shopLocale({ shop }, deps)).toBe("de");
});
