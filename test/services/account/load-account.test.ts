import { describe, expect, it } from "vitest";
import { currencyAndZoneOf } from "#app/services/account/currency-and-zone-of.server.ts";
import { loadAccount, loadSummary } from "#app/services/account/load-account.server.ts";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { aConnection, aShop, at } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";
import { aCloser, aContract } from "../closing/a-closer.ts";
import { anItem, key, shop } from "../sync/a-merchant.ts";

async function aBrand(connected = true) {
  const deps = createFakeDeps();
  await deps.db.shops.save(aShop({ shop }));
  if (connected) await deps.db.connections.save(aConnection({ shop }));
  const view = async () => {
    const loaded = await loadAccount({ shop }, deps);
    if (!loaded) throw new Error("The shop was never seen.");
    return loaded;
  };
  return { deps, view };
}

describe("whether the account is open, by impact.com's word on its programs", () => {
  it.each([
    ["unknown", null],
    ["unknown", []],
    ["open", ["ACTIVE"]],
    ["open", ["CLOSED", "ACTIVE"]],
    ["closed", ["CLOSED"]],
    ["closed", ["CANCELLED", "DEACTIVATED"]],
    ["open", ["something new"]],
  ] as const)("is %s with programs %j", async (state, states) => {
    const { deps, view } = await aBrand();
    const programs = states?.map((each, index) => ({ id: String(index), name: "Acme", state: each }));
    if (programs) await deps.db.snapshots.saveRead(shop, "Campaigns", programs, deps.clock.now());
    expect((await view()).state).toBe(state);
  });
});

describe("what is known of an account", () => {
  it("was checked at the latest when its oldest list was read", async () => {
    const { deps, view } = await aBrand();
    expect((await view()).checkedAt).toBeNull();
    await deps.db.snapshots.saveRead(shop, "Contracts", [], at("2026-06-20T09:00:00Z"));
    await deps.db.snapshots.saveRead(shop, "Invoices", [], at("2026-06-19T09:00:00Z"));
    await deps.db.snapshots.saveRead(shop, "Catalogs", [], at("2026-06-21T09:00:00Z"));
    await deps.db.snapshots.saveFailure(shop, "Actions", { outcome: "unauthorized" }, deps.clock.now());
    expect((await view()).checkedAt?.toString()).toBe("2026-06-19T09:00:00Z");
  });

  it("names the account's company once it was read, and says of each told fact when it was told", async () => {
    const { deps, view } = await aBrand();
    expect((await view()).connection).toEqual({
      accountSid: "IRtestSid0000001",
      companyName: null,
      live: true,
    });
    const company = { name: "Acme Outdoor Inc.", currency: "USD", timeZone: null };
    await deps.db.snapshots.saveRead(shop, "CompanyInformation", company, deps.clock.now());
    await saveFacts({ shop, actor: "staff-1", facts: { edition: "starter" } }, deps);
    const { connection, statedAt } = await view();
    expect(connection?.companyName).toBe("Acme Outdoor Inc.");
    expect(statedAt.edition?.toString()).toBe("2026-06-21T09:00:00Z");
  });

  it("is that of another account by the merchant's answer, unless impact.com contradicts it", async () => {
    const tell = async (connected: boolean, closingAccount: "partner" | "other-brand" | "starter") => {
      const { deps, view } = await aBrand(connected);
      const facts = { closingAccount, edition: "starter", signedUpOn: "2026-05-12" } as const;
      await saveFacts({ shop, actor: "staff-1", facts }, deps);
      return (await view()).otherAccount;
    };
    expect(await tell(false, "partner")).toBe("partner");
    expect(await tell(true, "partner")).toBeNull();
    expect(await tell(true, "other-brand")).toBe("other-brand");
    expect(await tell(true, "starter")).toBeNull();
  });

  it("says whether its actions are being read, and for the first time", async () => {
    const { deps, view } = await aBrand();
    expect((await view()).sync).toBeNull();
    const { deps: read } = await aCloser({ items: [anItem()] });
    expect((await loadAccount({ shop }, read))?.sync).toMatchObject({ first: false, running: false });
    expect((await loadAccount({ shop: "nobody.myshopify.com" }, deps)) ?? "none").toBe("none");
  });
});

describe("the actions of an account", () => {
  const items = [
    anItem({ id: "p1", locksOn: "2026-07-01" }),
    anItem({ id: "u1", state: "APPROVED", trackedOn: "2026-04-01", locksOn: "2026-05-20", payout: "8.00" }),
  ];
  const facts = { signedUpOn: "2026-03-12", edition: "starter" } as const;

  it("are known by what they come to once they were read, with where they are kept", async () => {
    const { deps } = await aCloser({ items, facts });
    const view = await loadAccount({ shop }, deps);
    expect(view?.assembled).toMatchObject({
      outcome: "ready",
      stored: key,
      account: { actions: { tracked: 2 } },
    });
    const assembled = view?.assembled.outcome === "ready" ? view.assembled : null;
    expect(assembled?.signedUpOn.toString()).toBe("2026-03-12");
    const summary = await loadSummary({ shop }, deps);
    expect(summary?.assembled).toMatchObject({ outcome: "ready", stored: key });
    expect(assembled?.totals).toEqual(await deps.db.actions.totals(key));
  });

  it("are not known before they were read, nor in another currency than the account's now", async () => {
    const unread = await loadAccount({ shop }, (await aCloser({ facts })).deps);
    const NONE = { outcome: "ready", stored: null, totals: null, account: { actions: null } };
    expect(unread?.assembled).toMatchObject(NONE);
    const { deps } = await aCloser({ items, facts });
    const company = { name: "Acme", currency: "EUR", timeZone: "America/New_York" };
    await deps.db.snapshots.saveRead(shop, "CompanyInformation", company, deps.clock.now());
    expect((await loadAccount({ shop }, deps))?.assembled).toMatchObject(NONE);
  });

  it("are known as far as they were read without the sign-up date too", async () => {
    const lists = {
      Contracts: [aContract("c1", { partner: "id of Blog" }), aContract("c2", { partner: "id of X" })],
    };
    const { deps } = await aCloser({ items, lists, facts: {} });
    expect((await loadAccount({ shop }, deps))?.assembled).toMatchObject({
      outcome: "facts-missing",
      // Contracts give their partner's id only, and the actions its name.
      read: { actions: { tracked: 2 }, contracts: [{ partner: "Blog" }, { partner: "id of X" }] },
    });
    const told = await aCloser({ items, lists, facts });
    expect((await loadAccount({ shop }, told.deps))?.assembled).toMatchObject({
      account: { contracts: [{ partner: "Blog" }, { partner: "id of X" }] },
    });
  });

  it("are nothing of an account that is not connected", async () => {
    const { view } = await aBrand(false);
    expect((await view()).assembled).toEqual({ outcome: "facts-missing", read: null });
  });
});

describe("currency and zone of an account", () => {
  it("are impact.com's, else the merchant's, else the shop's, else the dollar and UTC", async () => {
    const { deps } = await aBrand();
    const known = () => currencyAndZoneOf(shop, deps);
    expect(await currencyAndZoneOf("nobody.myshopify.com", deps)).toEqual({
      currency: "USD",
      timeZone: "UTC",
    });
    await deps.db.shops.save(aShop({ shop, currency: "CAD", timeZone: "America/Toronto" }));
    expect(await known()).toEqual({ currency: "CAD", timeZone: "America/Toronto" });
    const facts = { currency: "GBP", timeZone: "Europe/London" } as const;
    await saveFacts({ shop, actor: "staff-1", facts }, deps);
    expect(await known()).toEqual({ currency: "GBP", timeZone: "Europe/London" });
    const company = { name: "Acme", currency: "EUR", timeZone: null };
    await deps.db.snapshots.saveRead(shop, "CompanyInformation", company, deps.clock.now());
    expect(await known()).toEqual({ currency: "EUR", timeZone: "Europe/London" });
  });
});
