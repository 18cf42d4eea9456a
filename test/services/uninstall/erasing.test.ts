import { describe, expect, it } from "vitest";
import { stopMail } from "#app/services/history/stop-mail.server.ts";
import { nightlySweep } from "#app/services/operations/sweeps.server.ts";
import { saveMailEvents } from "#app/services/outbox/save-mail-events.server.ts";
import { pseudonym } from "#app/services/pseudonym.ts";
import { deleteMyData } from "#app/services/uninstall/delete-my-data.server.ts";
import { eraseWhenFree } from "#app/services/uninstall/erase-when-free.server.ts";
import { handleShopRedact } from "#app/services/uninstall/handle-shop-redact.server.ts";
import { saveInstall } from "#app/services/uninstall/save-install.server.ts";
import { aClosing, aClosingEvent, aLink, aMail, aWebhook } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";
import { aLeftStore, textOf } from "./a-left-store.ts";

const asked = { choices: ["remind-before-fees" as const] };
const profile = {
  shopifyId: "gid://shopify/Shop/1",
  name: "Acme Outdoor",
  email: "owner@acme-outdoor.example",
  timeZone: "America/New_York",
  currency: "USD",
};
type Store = Awaited<ReturnType<typeof aLeftStore>>;

const traces = ({ deps, shop }: Store) => JSON.stringify(deps.db.rows()).includes(shop);
const recordsOf = ({ deps, shop }: Store) => deps.db.deletions.ofShop(pseudonym("shop", shop, deps.settings));
const openRequest = ({ deps, shop }: Store) =>
  deps.db.closingRequests.open(aClosing({ shop }), aClosingEvent());

describe("Shopify's order to erase", () => {
  it("leaves nothing of the store but a record that names nobody (W9)", async () => {
    const store = await aLeftStore();
    const { deps, shop } = store;
    await deps.db.mails.add(aMail({ shop }));
    await deps.db.links.add(aLink({ shop }));
    await deps.db.webhooks.add(aWebhook({ shop }));
    expect(await handleShopRedact({ shop }, deps)).toBe("erased");
    expect(traces(store)).toBe(false);
    const records = await recordsOf(store);
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      cause: "shop-redact",
      erased: { shops: 1, connections: 1, mails: 1, links: 1, webhooks: 1, statedFacts: 1 },
    });
    expect(JSON.stringify(records)).not.toMatch(/acme|myshopify/i);
    expect(deps.mailer.sent).toEqual([]);
  });

  it("erases no other store (I5)", async () => {
    const deps = createFakeDeps();
    const [mine, other] = [await aLeftStore({ deps }), await aLeftStore({ deps })];
    await handleShopRedact({ shop: mine.shop }, deps);
    expect(await deps.db.shops.find(other.shop)).toEqual(other.row);
    expect(await deps.db.connections.find(other.shop)).not.toBeNull();
  });

  it("keeps an open request and where its answer goes, and drops what was read from impact.com", async () => {
    const store = await aLeftStore();
    const { deps, shop } = store;
    await openRequest(store);
    await deps.db.snapshots.saveRead(shop, "Invoices", [], deps.clock.now());
    expect(await handleShopRedact({ shop }, deps)).toBe("erased-except-open-request");
    expect(await deps.db.closingRequests.findOpen(shop)).not.toBeNull();
    expect(await deps.db.shops.find(shop)).not.toBeNull();
    expect(await deps.db.connections.find(shop)).toBeNull();
    expect(await deps.db.snapshots.all(shop)).toEqual([]);
    expect((await recordsOf(store))[0]?.erased).toEqual({ connections: 1, snapshots: 1 });
    expect((await deps.db.erasuresDue.find(shop))?.cause).toBe("shop-redact");
  });

  it("keeps what a ticked reminder needs, without the token", async () => {
    const { deps, shop } = await aLeftStore(asked);
    expect(await handleShopRedact({ shop }, deps)).toBe("erased-except-consent");
    expect(await deps.db.choices.all(shop)).toHaveLength(1);
    expect((await deps.db.connections.find(shop))?.sealedToken).toBeNull();
  });

  it("keeps the token only for whoever ticked “keep watching”", async () => {
    const { deps, shop } = await aLeftStore({ choices: ["keep-watching"] });
    expect(await handleShopRedact({ shop }, deps)).toBe("erased-except-consent");
    expect((await deps.db.connections.find(shop))?.sealedToken).toBe(`sealed(${shop}|a-token)`);
  });

  it("given twice, or for a store that came back, changes nothing", async () => {
    const { deps, shop } = await aLeftStore(asked);
    await handleShopRedact({ shop }, deps);
    expect(await handleShopRedact({ shop }, deps)).toBe("erased-except-consent");
    await saveInstall({ shop, profile }, deps);
    expect(await handleShopRedact({ shop }, deps)).toBe("installed-again");
    expect(await deps.db.erasuresDue.find(shop)).toBeNull();
  });
});

describe("what was kept for a reason", () => {
  it("goes when the reason ends, with one last mail whose row goes too (E6)", async () => {
    const store = await aLeftStore(asked);
    const { deps, shop, deliver } = store;
    await handleShopRedact({ shop }, deps);
    expect(await eraseWhenFree({ shop }, deps)).toBe("kept");
    deps.clock.set("2027-06-22T09:00:00Z");
    expect(await eraseWhenFree({ shop }, deps)).toBe("erased");
    await deliver();
    expect(deps.mailer.sent.map(({ subject }) => subject)).toEqual([
      "Your data at Settled is deleted (Acme Outdoor)",
    ]);
    expect(textOf(deps)).toContain("This did not close your impact.com account.");
    expect(deps.mailer.sent[0]?.headers["List-Unsubscribe"]).toBeUndefined();
    expect(traces(store)).toBe(false);
  });

  it("goes in silence when the merchant wants no more e-mails", async () => {
    const store = await aLeftStore(asked);
    const { deps, shop, mails } = store;
    await handleShopRedact({ shop }, deps);
    await stopMail({ shop, actor: "signed-link" }, deps);
    expect(await eraseWhenFree({ shop }, deps)).toBe("erased");
    expect(mails()).toEqual([]);
  });

  it("goes after a month although Shopify's order never came, and not before", async () => {
    const { deps, shop, mails } = await aLeftStore();
    deps.clock.set("2026-07-21T07:59:59Z");
    expect(await eraseWhenFree({ shop }, deps)).toBe("not-yet");
    deps.clock.set("2026-07-21T08:00:00Z");
    expect(await eraseWhenFree({ shop }, deps)).toBe("erased");
    expect(mails()).toEqual([]);
  });
});

describe("a merchant who asks to be forgotten", () => {
  it("is forgotten at once and told so", async () => {
    const store = await aLeftStore(asked);
    const { deps, shop, deliver } = store;
    expect(await deleteMyData({ shop, openRequest: null }, deps)).toBe("erased");
    await deliver();
    expect(textOf(deps)).toContain("You asked Settled to delete the data of Acme Outdoor.");
    expect(traces(store)).toBe(false);
    expect(await deleteMyData({ shop, openRequest: null }, deps)).toBe("unknown-shop");
    expect(await recordsOf(store)).toHaveLength(1);
  });

  it("leaves no last mail behind that may not go, or that no provider ever took", async () => {
    const store = await aLeftStore();
    const { deps, shop, deliver } = store;
    const bounced = { type: "bounce", permanent: true, address: "owner@acme-outdoor.example" } as const;
    await saveMailEvents({ events: [bounced] }, deps);
    await deleteMyData({ shop, openRequest: null }, deps);
    await deliver();
    expect(deps.mailer.sent).toEqual([]);
    expect(traces(store)).toBe(false);

    const other = await aLeftStore();
    await deleteMyData({ shop: other.shop, openRequest: null }, other.deps);
    other.deps.clock.set("2026-06-28T08:59:59Z");
    await nightlySweep(other.deps);
    expect(other.mails()).toHaveLength(1);
    other.deps.clock.set("2026-06-28T09:00:01Z");
    await nightlySweep(other.deps);
    expect(traces(other)).toBe(false);
  });

  it("decides about an open request; nothing is assumed", async () => {
    const store = await aLeftStore(asked);
    const { deps, shop } = store;
    await openRequest(store);
    expect(await deleteMyData({ shop, openRequest: null }, deps)).toBe("choose");
    expect(await deps.db.connections.find(shop)).not.toBeNull();
    expect(await deleteMyData({ shop, openRequest: "keep-until-it-ends" }, deps)).toBe("due");
    expect(await deps.db.connections.find(shop)).toBeNull();
    expect((await deps.db.choices.all(shop)).some(({ granted }) => granted)).toBe(false);
    expect(await eraseWhenFree({ shop }, deps)).toBe("kept");
    expect(await deleteMyData({ shop, openRequest: "delete-too" }, deps)).toBe("erased");
    expect(await deps.db.closingRequests.findOpen(shop)).toBeNull();
  });

  it("with the app installed is not erased, because the app would record them again at once", async () => {
    const { deps, shop } = await aLeftStore({ shop: { uninstalledAt: null } });
    expect(await deleteMyData({ shop, openRequest: null }, deps)).toBe("still-installed");
    expect(await deps.db.shops.find(shop)).not.toBeNull();
  });
});
