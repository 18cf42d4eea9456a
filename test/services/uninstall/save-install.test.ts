import { describe, expect, it } from "vitest";
import { saveMailEvents } from "#app/services/outbox/save-mail-events.server.ts";
import { showSuppression } from "#app/services/outbox/suppression.server.ts";
import { saveInstall } from "#app/services/uninstall/save-install.server.ts";
import { seeMerchant } from "#app/services/uninstall/see-merchant.server.ts";
import { aLink, aShop, at } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const profile = {
  shopifyId: "gid://shopify/Shop/7",
  name: "Acme Trail",
  email: "owner@acme-outdoor.example",
  timeZone: "Europe/Paris",
  currency: "EUR",
};

/** A store on file with a link of an earlier mail; `install` is what Shopify says of it at a token exchange. */
async function aStore(row: Parameters<typeof aShop>[0] = {}) {
  const deps = createFakeDeps();
  const known = aShop(row);
  const { shop } = known;
  await deps.db.shops.save(known);
  await deps.db.links.add(aLink({ shop }));
  return {
    deps,
    shop,
    install: (email: string | null = profile.email) =>
      saveInstall({ shop, profile: { ...profile, email } }, deps),
    found: () => deps.db.shops.find(shop),
    linkEndedAt: () => deps.db.rows().links[0]?.revokedAt?.toString() ?? null,
  };
}

const LEFT = { uninstalledAt: at("2026-06-20T08:00:00Z") };
const NOW = "2026-06-21T09:00:00Z";

describe("what is known of a store at its install", () => {
  it("is all Shopify says, in English until the merchant is seen", async () => {
    const deps = createFakeDeps();
    const shop = "first.myshopify.com";
    expect(await saveInstall({ shop, profile }, deps)).toBe("new");
    expect(await deps.db.shops.find(shop)).toEqual({
      shop: "first.myshopify.com",
      shopifyId: "gid://shopify/Shop/7",
      name: "Acme Trail",
      contactEmail: "owner@acme-outdoor.example",
      locale: "en",
      timeZone: "Europe/Paris",
      currency: "EUR",
      installedAt: at(NOW),
      uninstalledAt: null,
      lastSeenAt: at(NOW),
      mailStoppedAt: null,
      storeStop: null,
      storeNewsAt: null,
    });
  });

  it("has no address where Shopify gives none, or gives what is none", async () => {
    for (const email of [null, "not an address"]) {
      const deps = createFakeDeps();
      await saveInstall({ shop: "first.myshopify.com", profile: { ...profile, email } }, deps);
      expect((await deps.db.shops.find("first.myshopify.com"))?.contactEmail).toBeNull();
    }
  });

  it("follows Shopify's name, zone and currency while the app runs on, and keeps the rest", async () => {
    const stopped = { mailStoppedAt: at("2026-06-10T08:00:00Z"), storeNewsAt: at("2026-06-11T08:00:00Z") };
    const { install, found } = await aStore({ ...stopped, locale: "de" });
    expect(await install()).toBe("known");
    expect(await found()).toMatchObject({
      ...{ name: "Acme Trail", timeZone: "Europe/Paris", currency: "EUR", locale: "de" },
      ...{ ...stopped, installedAt: at("2026-05-12T13:00:00Z"), lastSeenAt: at(NOW) },
    });
  });

  it("begins anew when the merchant comes back: no stop, no news and no order to erase of before", async () => {
    const before = { mailStoppedAt: at("2026-06-10T08:00:00Z"), storeNewsAt: at("2026-06-11T08:00:00Z") };
    const { deps, shop, install, found } = await aStore({ ...LEFT, ...before, storeStop: "paused" });
    await deps.db.erasuresDue.add({ shop, cause: "shop-redact", askedAt: at("2026-06-20T09:00:00Z") });
    expect(await install()).toBe("new");
    expect(await found()).toMatchObject({
      installedAt: at(NOW),
      uninstalledAt: null,
      mailStoppedAt: null,
      storeStop: null,
      storeNewsAt: null,
    });
    expect(await deps.db.erasuresDue.find(shop)).toBeNull();
  });

  it.each([
    ["paused", "paused"],
    ["frozen", null],
    ["closed", null],
    [null, null],
  ] as const)(
    "takes a running store that was %s for %s: into a frozen or closed one nobody gets",
    async (storeStop, after) => {
      const { install, found } = await aStore({ storeStop });
      await install();
      expect((await found())?.storeStop).toBe(after);
    },
  );
});

describe("the links of earlier mails", () => {
  it.each([
    ["the app runs on with the same address", {}, "owner@acme-outdoor.example", null],
    ["Shopify names the address in another spelling", {}, "Owner@Acme-Outdoor.example", null],
    ["Shopify names no address", {}, null, null],
    ["another address takes its place", {}, "new@acme-outdoor.example", NOW],
    ["the first address comes to a store without one", { contactEmail: null }, profile.email, null],
    ["the merchant comes back", LEFT, "owner@acme-outdoor.example", NOW],
  ] as const)("when %s", async (_when, row, email, endedAt) => {
    const { install, linkEndedAt } = await aStore(row);
    await install(email);
    expect(linkEndedAt()).toBe(endedAt);
  });
});

describe("an address that bounced", () => {
  it("gets mail again when the merchant put another in its place; the one that stays does not", async () => {
    const { deps, install } = await aStore();
    const address = "owner@acme-outdoor.example";
    await saveMailEvents({ events: [{ type: "bounce", permanent: true, address }] }, deps);
    await install(address);
    expect(await showSuppression(address, deps)).not.toBeNull();
    await install("new@acme-outdoor.example");
    expect(await showSuppression(address, deps)).toBeNull();
  });
});

describe("a merchant who opens a page", () => {
  it("is written to in the language of that page, and was there at that moment", async () => {
    const { deps, shop, found } = await aStore();
    const seen = await seeMerchant({ shop, locale: "fr" }, deps);
    expect(seen).toMatchObject({ shop, locale: "fr", lastSeenAt: at(NOW), name: "Acme Outdoor" });
    expect(await found()).toEqual(seen);
  });

  it("of a store that was never recorded is nobody", async () => {
    const deps = createFakeDeps();
    expect(await seeMerchant({ shop: "never.myshopify.com", locale: "fr" }, deps)).toBeNull();
    expect(await deps.db.shops.find("never.myshopify.com")).toBeNull();
  });
});
