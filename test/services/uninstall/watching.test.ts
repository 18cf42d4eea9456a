import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { beginNights } from "#app/services/operations/nights.server.ts";
import { hourlySweep, nightlySweep } from "#app/services/operations/sweeps.server.ts";
import { handleUninstall } from "#app/services/uninstall/handle-uninstall.server.ts";
import { maintainUninstalledShop } from "#app/services/uninstall/maintain-uninstalled-shop.server.ts";
import { watchAccount } from "#app/services/uninstall/watch-account.server.ts";
import { aConnection, aShop, at, aWebhook } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";
import { aLeftStore } from "./a-left-store.ts";

const watching = { choices: ["keep-watching" as const] };
const triggeredAt = at("2026-06-21T08:59:00Z");

describe("an uninstall with “keep watching” ticked", () => {
  it("keeps the token; without the tick the token is destroyed at once (K5)", async () => {
    for (const [choices, kept] of [
      [["keep-watching" as const], true],
      [[], false],
    ] as const) {
      const { deps, shop } = await aLeftStore({ choices: [...choices], shop: { uninstalledAt: null } });
      expect(await handleUninstall({ shop, triggeredAt }, deps)).toBe("warned");
      expect((await deps.db.connections.find(shop))?.sealedToken !== null).toBe(kept);
    }
  });

  it("looks at the account once a day", async () => {
    const { deps, shop } = await aLeftStore(watching);
    expect(await watchAccount({ shop }, deps)).toBe("watched");
    deps.clock.set("2026-06-21T20:00:00Z");
    expect(await watchAccount({ shop }, deps)).toBe("watched-lately");
    deps.clock.set("2026-06-22T09:30:00Z");
    expect(await watchAccount({ shop }, deps)).toBe("watched");
  });

  it("ends with impact.com's own word: the token goes, then the data, with a last mail", async () => {
    const { deps, shop, deliver } = await aLeftStore(watching);
    await deps.db.erasuresDue.add({ shop, cause: "shop-redact", askedAt: deps.clock.now() });
    deps.impact.readPrograms = async () => ({
      outcome: "read",
      value: [{ id: "1000", name: "Acme", state: "CLOSED" }],
    });
    expect(await maintainUninstalledShop({ shop }, deps)).toBe("closed, not-wanted, erased");
    await deliver();
    expect(deps.mailer.sent).toHaveLength(1);
  });

  it("never takes a refused token for a closed account, and keeps the last figures (G29, P4)", async () => {
    const { deps, shop } = await aLeftStore(watching);
    await watchAccount({ shop }, deps);
    deps.impact.fail = Object.assign(deps.impact.fail, {
      readPrograms: { outcome: "unauthorized" },
      readCompany: { outcome: "unauthorized" },
    });
    deps.clock.set("2026-06-23T09:00:00Z");
    expect(await watchAccount({ shop }, deps)).toBe("watched");
    const programs = (await deps.db.snapshots.all(shop)).find(({ resource }) => resource === "Campaigns");
    expect(programs).toMatchObject({ failure: { outcome: "unauthorized" }, body: [{ state: "ACTIVE" }] });
  });

  it("is looked at again after twenty hours", async () => {
    const { deps, shop } = await aLeftStore(watching);
    await watchAccount({ shop }, deps);
    deps.clock.set("2026-06-22T04:59:59Z");
    expect(await watchAccount({ shop }, deps)).toBe("watched-lately");
    deps.clock.set("2026-06-22T05:00:00Z");
    expect(await watchAccount({ shop }, deps)).toBe("watched");
  });

  it("loses the token as soon as impact.com calls the account closed", async () => {
    const { deps, shop } = await aLeftStore(watching);
    deps.impact.readPrograms = async () => ({
      outcome: "read",
      value: [{ id: "1000", name: "Acme", state: "CLOSED" }],
    });
    expect(await watchAccount({ shop }, deps)).toBe("closed");
    expect((await deps.db.connections.find(shop))?.sealedToken).toBeNull();
  });

  it("is not watched while the app is installed, without a connection, or where nobody knows the store", async () => {
    const installed = await aLeftStore({ choices: [], shop: { uninstalledAt: null } });
    const { deps, shop } = installed;
    const sealedToken = deps.seal.seal(shop, "a-token");
    await deps.db.connections.save(aConnection({ shop, sealedToken }));
    expect(await watchAccount({ shop }, deps)).toBe("not-watching");
    expect((await deps.db.connections.find(shop))?.sealedToken).toBe(sealedToken);
    const bare = await aLeftStore(watching);
    await bare.deps.db.transact((work) => work.connections.remove(bare.shop));
    expect(await watchAccount({ shop: bare.shop }, bare.deps)).toBe("not-watching");
    expect(await watchAccount({ shop: "never.myshopify.com" }, deps)).toBe("not-watching");
  });

  it("destroys the token when the year is over", async () => {
    const { deps, shop } = await aLeftStore(watching);
    deps.clock.set("2027-06-21T09:00:00Z");
    expect(await watchAccount({ shop }, deps)).toBe("not-watching");
    expect((await deps.db.connections.find(shop))?.sealedToken).toBeNull();
  });
});

describe("the round of a store that left", () => {
  it("notes the next charge of an account that was looked at, and of no other", async () => {
    const watched = await aLeftStore(watching);
    expect(await maintainUninstalledShop({ shop: watched.shop }, watched.deps)).toBe(
      "watched, not-wanted, kept",
    );
    expect(await watched.deps.db.chargeSnapshots.find(watched.shop)).not.toBeNull();
    const left = await aLeftStore();
    expect(await maintainUninstalledShop({ shop: left.shop }, left.deps)).toBe(
      "not-watching, not-wanted, not-yet",
    );
    expect(await left.deps.db.chargeSnapshots.find(left.shop)).toBeNull();
  });
});

describe("the rounds", () => {
  it("tend each store that left and probe each that did not, across pages", async () => {
    const deps = createFakeDeps();
    for (let index = 0; index < 201; index += 1) await deps.db.shops.save(aShop());
    const left = await aLeftStore({ deps });
    expect(await hourlySweep(deps)).toEqual({ left: 1, reported: 0, checks: 0, exports: 0 });
    expect(await beginNights(deps)).toEqual({ probed: 201, read: 0 });
    const probed = deps.db.jobs.filter(({ name }) => name === "confirm-uninstall");
    expect(new Set(probed.map(({ data }) => data.shop)).size).toBe(201);
    expect(deps.db.jobs[0]).toEqual({ name: "tend-left-shop", data: { shop: left.shop } });
  });

  it("confirm an uninstall whose webhook never came, and tell nobody twice (W10)", async () => {
    const { deps, shop, mails } = await aLeftStore({ shop: { uninstalledAt: null } });
    const events = [
      { shop, occurredAt: triggeredAt, kind: "uninstalled" as const },
      { shop: "never.myshopify.com", occurredAt: triggeredAt, kind: "uninstalled" as const },
    ];
    const feed = { ...deps, uninstallFeed: { since: async () => events } };
    expect(await hourlySweep(feed)).toEqual({ left: 0, reported: 1, checks: 0, exports: 0 });
    expect(deps.db.jobs).toEqual([
      { name: "confirm-uninstall", data: { shop, triggeredAt: triggeredAt.toString() } },
    ]);
    expect(await handleUninstall({ shop, triggeredAt }, deps)).toBe("warned");
    expect(await handleUninstall({ shop, triggeredAt: null }, deps)).toBe("already-uninstalled");
    expect(await hourlySweep(feed)).toEqual({ left: 1, reported: 0, checks: 0, exports: 0 });
    expect(mails()).toHaveLength(1);
  });

  it("ask Shopify for the uninstalls of two whole days, so that none of a long outage of ours is missed", async () => {
    const { deps, shop } = await aLeftStore({ shop: { uninstalledAt: null } });
    const events = ["2026-06-19T08:59:59Z", "2026-06-19T09:00:00Z"].map((iso) => ({
      shop,
      occurredAt: at(iso),
      kind: "uninstalled" as const,
    }));
    const uninstallFeed = {
      since: async (from: Temporal.Instant) =>
        events.filter(({ occurredAt }) => Temporal.Instant.compare(occurredAt, from) >= 0),
    };
    await hourlySweep({ ...deps, uninstallFeed });
    expect(deps.db.jobs).toEqual([
      { name: "confirm-uninstall", data: { shop, triggeredAt: "2026-06-19T09:00:00Z" } },
    ]);
  });

  it("take a missing token for no proof when nothing else said that the app is gone", async () => {
    const { deps, shop, mails } = await aLeftStore({ shop: { uninstalledAt: null } });
    deps.access.answer = "no-token";
    const look = { shop, triggeredAt: null, mustBeRefused: true };
    expect(await handleUninstall(look, deps)).toBe("not-confirmed");
    expect(mails()).toEqual([]);
    expect(await handleUninstall({ shop, triggeredAt }, deps)).toBe("warned");
  });

  it("prune handled webhooks after 90 days and keep what is still to do", async () => {
    const deps = createFakeDeps();
    const [old, open, fresh] = [
      aWebhook({ handledAt: at("2026-03-23T08:59:59Z") }),
      aWebhook({ receivedAt: at("2026-01-01T00:00:00Z") }),
      aWebhook({ handledAt: at("2026-03-23T09:00:00Z") }),
    ];
    for (const webhook of [old, open, fresh]) await deps.db.webhooks.add(webhook);
    await nightlySweep(deps);
    expect(deps.db.rows().webhooks).toEqual([open, fresh]);
  });
});
