import { describe, expect, it } from "vitest";
import { sendNewLink } from "#app/services/exit/request-new-link.server.ts";
import { handleUninstall } from "#app/services/uninstall/handle-uninstall.server.ts";
import { saveInstall } from "#app/services/uninstall/save-install.server.ts";
import { aConnection, aShop, at } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const profile = {
  shopifyId: "gid://shopify/Shop/1",
  name: "Acme Outdoor",
  email: "owner@acme-outdoor.example",
  timeZone: "America/New_York",
  currency: "USD",
};
const triggeredAt = at("2026-06-21T08:59:00Z");

async function aStore(overrides = {}) {
  const deps = createFakeDeps();
  const shop = aShop(overrides);
  await deps.db.shops.save(shop);
  await deps.db.connections.save(aConnection({ shop: shop.shop }));
  return { deps, shop: shop.shop, mails: () => deps.db.rows().mails };
}

describe("a confirmed uninstall", () => {
  it("without an address, of a closed account or after a stop tells nobody, says why, and still cleans up", async () => {
    const closed = [{ id: "1", name: "Acme", state: "CLOSED" }];
    const cases = [
      [{ contactEmail: null }, [], "no-address"],
      [{ mailStoppedAt: at("2026-06-01T00:00:00Z") }, [], "mail-stopped"],
      [{}, closed, "known-closed"],
    ] as const;
    for (const [overrides, programs, outcome] of cases) {
      const { deps, shop, mails } = await aStore(overrides);
      await deps.db.snapshots.saveRead(shop, "Campaigns", programs, deps.clock.now());
      expect(await handleUninstall({ shop, triggeredAt }, deps)).toBe(outcome);
      expect(mails()).toEqual([]);
      expect((await deps.db.connections.find(shop))?.sealedToken).toBeNull();
    }
  });

  it("never takes a refused credential for a closed account (G29)", async () => {
    const { deps, shop } = await aStore();
    await deps.db.snapshots.saveFailure(shop, "Campaigns", { outcome: "unauthorized" }, deps.clock.now());
    expect(await handleUninstall({ shop, triggeredAt }, deps)).toBe("warned");
  });

  it("warns once in each install epoch (I1)", async () => {
    const { deps, shop, mails } = await aStore();
    expect(await handleUninstall({ shop, triggeredAt }, deps)).toBe("warned");
    expect(await handleUninstall({ shop, triggeredAt }, deps)).toBe("already-uninstalled");
    deps.clock.set("2026-06-23T09:00:00Z");
    expect(await saveInstall({ shop, profile }, deps)).toBe("new");
    deps.clock.set("2026-06-25T09:00:00Z");
    const second = { shop, triggeredAt: at("2026-06-25T08:59:00Z") };
    expect(await handleUninstall(second, deps)).toBe("warned");
    expect(new Set(mails().map(({ dedupeKey }) => dedupeKey)).size).toBe(2);
  });

  it("is none when the merchant came back while Shopify was being asked (W8)", async () => {
    const { deps, shop, mails } = await aStore();
    deps.access.probe = async () => {
      deps.clock.set("2026-06-21T09:30:00Z");
      await saveInstall({ shop, profile }, deps);
      return "gone";
    };
    expect(await handleUninstall({ shop, triggeredAt }, deps)).toBe("reinstalled-since");
    expect(mails()).toEqual([]);
    expect((await deps.db.shops.find(shop))?.uninstalledAt).toBeNull();
    expect((await deps.db.connections.find(shop))?.sealedToken).not.toBeNull();
  });

  it("is true four hours late, and none once the merchant is back, whatever Shopify's answer (W8)", async () => {
    const late = { triggeredAt: at("2026-06-21T05:00:00Z") };
    for (const [lastSeenAt, outcome] of [
      ["2026-06-21T04:00:00Z", "warned"],
      // A page that was open can show its token for two more minutes: no sign that the merchant is back.
      ["2026-06-21T05:02:00Z", "warned"],
      ["2026-06-21T05:02:01Z", "reinstalled-since"],
      ["2026-06-21T08:00:00Z", "reinstalled-since"],
    ] as const)
      for (const answer of ["gone", "no-token"] as const) {
        const { deps, shop, mails } = await aStore({ lastSeenAt: at(lastSeenAt) });
        deps.access.answer = answer;
        expect(await handleUninstall({ shop, ...late }, deps)).toBe(outcome);
        expect(mails()).toHaveLength(outcome === "warned" ? 1 : 0);
      }
  });

  it("is asked for again when Shopify cannot say", async () => {
    const { deps, shop, mails } = await aStore();
    deps.access.answer = "unknown";
    await expect(handleUninstall({ shop, triggeredAt }, deps)).rejects.toThrow("trying again");
    expect((await deps.db.shops.find(shop))?.uninstalledAt).toBeNull();
    expect(mails()).toEqual([]);
  });

  it("of a store never seen is nothing", async () => {
    const { deps } = await aStore();
    const input = { shop: "never.myshopify.com", triggeredAt: null };
    expect(await handleUninstall(input, deps)).toBe("unknown-shop");
  });
});

describe("an uninstall that is none", () => {
  it("is that of a store whose token Shopify still takes", async () => {
    const { deps, shop, mails } = await aStore();
    deps.access.answer = "live";
    expect(await handleUninstall({ shop, triggeredAt }, deps)).toBe("still-installed");
    expect((await deps.db.shops.find(shop))?.uninstalledAt).toBeNull();
    expect(mails()).toEqual([]);
  });

  it("asks Shopify nothing of a store that left, or came back since", async () => {
    const left = await aStore({ uninstalledAt: at("2026-06-20T08:00:00Z") });
    const back = await aStore({ lastSeenAt: at("2026-06-21T09:02:00Z") });
    left.deps.access.answer = "unknown";
    back.deps.access.answer = "unknown";
    expect(await handleUninstall({ shop: left.shop, triggeredAt }, left.deps)).toBe("already-uninstalled");
    expect(await handleUninstall({ shop: back.shop, triggeredAt }, back.deps)).toBe("reinstalled-since");
  });

  it("counts when Shopify refuses the token of a store that stopped before", async () => {
    const { deps, shop } = await aStore({ storeStop: "frozen" });
    expect(await handleUninstall({ shop, triggeredAt: null, mustBeRefused: true }, deps)).toBe("warned");
  });

  it("is not done again where another delivery did it, or the store was erased, meanwhile", async () => {
    const twice = await aStore();
    twice.deps.access.probe = async () => {
      twice.deps.access.probe = async () => "gone";
      await handleUninstall({ shop: twice.shop, triggeredAt }, twice.deps);
      return "gone";
    };
    expect(await handleUninstall({ shop: twice.shop, triggeredAt }, twice.deps)).toBe("already-uninstalled");
    expect(twice.mails()).toHaveLength(1);

    const erased = await aStore();
    erased.deps.access.probe = async () => {
      await erased.deps.db.transact((work) => work.erasure.eraseShop(erased.shop));
      return "gone";
    };
    expect(await handleUninstall({ shop: erased.shop, triggeredAt }, erased.deps)).toBe("unknown-shop");
    expect(erased.mails()).toEqual([]);
  });
});

describe("a running install", () => {
  it("begins no new epoch at each hourly token exchange, and keeps what only we know", async () => {
    const { deps, shop } = await aStore({ locale: "zh-CN" });
    expect(await saveInstall({ shop, profile: { ...profile, email: null } }, deps)).toBe("known");
    expect(await deps.db.shops.find(shop)).toMatchObject({
      installedAt: at("2026-05-12T13:00:00Z"),
      locale: "zh-CN",
      contactEmail: "owner@acme-outdoor.example",
      lastSeenAt: deps.clock.now(),
    });
  });
});

describe("asking for a new link", () => {
  it("sends one an hour, to the address on file, and only after an uninstall", async () => {
    const { deps, shop, mails } = await aStore();
    await sendNewLink({ shop }, deps);
    expect(mails()).toEqual([]);
    await handleUninstall({ shop, triggeredAt }, deps);
    for (let time = 0; time < 5; time += 1) await sendNewLink({ shop }, deps);
    const asked = () => mails().filter(({ purpose }) => purpose === "new-link");
    expect(asked()).toMatchObject([{ recipient: "owner@acme-outdoor.example" }]);
    deps.clock.set("2026-06-21T10:00:01Z");
    await sendNewLink({ shop }, deps);
    expect(asked()).toHaveLength(2);
    deps.clock.set("2026-06-21T11:00:01Z");
    await sendNewLink({ shop }, deps);
    expect(asked()).toHaveLength(3);
  });

  it("sends at most five in 24 hours, however often somebody asks, and one again the day after (L8)", async () => {
    const { deps, shop, mails } = await aStore();
    await handleUninstall({ shop, triggeredAt }, deps);
    const links = () => mails().filter(({ purpose }) => purpose === "new-link").length;
    const start = at("2026-06-21T09:00:00Z");
    for (let quarter = 0; quarter < 96; quarter += 1) {
      deps.clock.set(start.add({ minutes: quarter * 15 }).toString());
      await sendNewLink({ shop }, deps);
    }
    expect(links()).toBe(5);
    deps.clock.set("2026-06-22T09:30:00Z");
    expect(await sendNewLink({ shop }, deps)).toBe("written");
    expect(links()).toBe(6);
  });
});
