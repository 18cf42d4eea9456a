import { describe, expect, it } from "vitest";
import type { ShopRow } from "#app/ports/index.ts";
import { issueLink } from "#app/services/exit/issue-link.server.ts";
import { openLink, openLinkByHash } from "#app/services/exit/open-link.server.ts";
import { revokeLinks } from "#app/services/exit/revoke-links.server.ts";
import { aLink, aShop, at } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const GONE = { uninstalledAt: at("2026-06-21T08:00:00Z") };
type Purpose = "finish" | "stop-mail";

async function aLinkTo(change: Partial<ShopRow>, purpose: Purpose = "finish") {
  const deps = createFakeDeps();
  const store = aShop(change);
  const { shop } = store;
  await deps.db.shops.save(store);
  const url = await issueLink({ shop, purpose }, deps);
  const token = url.split("/").at(-1) ?? "";
  return {
    deps,
    shop,
    token,
    open: () => openLink({ token, purpose }, deps),
    revoke: () => deps.db.transact((work) => revokeLinks({ shop }, work, deps.clock.now())),
  };
}

describe("a link of ours", () => {
  it.each([
    ["finish", GONE, "open"],
    ["finish", { storeStop: "frozen" }, "open"],
    ["finish", {}, "installed-again"],
    ["stop-mail", GONE, "open"],
    ["stop-mail", { storeStop: "frozen" }, "open"],
    ["stop-mail", {}, "open"],
  ] as [Purpose, Partial<ShopRow>, string][])(
    "to %s, of a store %j: %s",
    async (purpose, change, outcome) => {
      const { open } = await aLinkTo(change, purpose);
      expect((await open()).outcome).toBe(outcome);
    },
  );

  it("names its store and its purpose to who opens it", async () => {
    const { open, shop } = await aLinkTo(GONE);
    expect(await open()).toMatchObject({
      outcome: "open",
      link: { shop, purpose: "finish", revokedAt: null },
    });
  });

  it.each([
    ["finish", GONE, "ended"],
    ["stop-mail", GONE, "ended"],
    ["stop-mail", {}, "installed-again"],
  ] as [Purpose, Partial<ShopRow>, string][])(
    "to %s, after its end, of a store %j: %s",
    async (purpose, change, outcome) => {
      const { deps, open } = await aLinkTo(change, purpose);
      deps.clock.set("2026-07-21T08:59:59Z");
      expect((await open()).outcome).toBe("open");
      deps.clock.set("2026-07-21T09:00:00Z");
      expect(await open()).toEqual({ outcome });
    },
  );

  it("opens nothing when it was changed, is unknown, or its store is erased", async () => {
    const { deps, token, open, shop } = await aLinkTo(GONE);
    expect(await openLink({ token: `${token}x`, purpose: "finish" }, deps)).toEqual({ outcome: "ended" });
    expect(await openLink({ token: "nonsense", purpose: "finish" }, deps)).toEqual({ outcome: "ended" });
    expect(await openLinkByHash({ idHash: "unknown", purpose: "finish" }, deps)).toEqual({
      outcome: "ended",
    });
    const orphan = aLink({ idHash: "orphan" });
    await deps.db.links.add(orphan);
    expect(await openLinkByHash({ idHash: "orphan", purpose: "finish" }, deps)).toEqual({ outcome: "ended" });
    expect((await open()).outcome).toBe("open");
    expect(shop).not.toBe(orphan.shop);
  });

  it("ends at once with all others of its store, and with none of another store", async () => {
    const { deps, open, revoke } = await aLinkTo(GONE);
    const other = aShop(GONE);
    await deps.db.shops.save(other);
    await deps.db.links.add(aLink({ shop: other.shop, idHash: "others" }));
    expect(await revoke()).toBe("revoked");
    expect(await open()).toEqual({ outcome: "ended" });
    const others = await openLinkByHash({ idHash: "others", purpose: "finish" }, deps);
    expect(others.outcome).toBe("open");
  });

  it("cannot be ended for a store that nobody knows", async () => {
    const { deps, open } = await aLinkTo(GONE);
    const revoked = deps.db.transact((work) =>
      revokeLinks({ shop: "never-seen.myshopify.com" }, work, deps.clock.now()),
    );
    expect(await revoked).toBe("unknown-shop");
    expect((await open()).outcome).toBe("open");
  });
});
