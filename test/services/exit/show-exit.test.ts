import { describe, expect, it } from "vitest";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { showExit } from "#app/services/exit/show-exit.server.ts";
import { showKeyFacts } from "#app/services/exit/show-key-facts.server.ts";
import { showNamedAccounts } from "#app/services/exit/show-named-accounts.server.ts";
import { aConnection, aShop, at } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";
import { aRequest } from "#test/services/requests/a-request.ts";
import { aLeftStore } from "#test/services/uninstall/a-left-store.ts";

describe("what the stand-alone page says", () => {
  it("calls an account closed once the request's history does, with a new charge as well, and open again once that is taken back", async () => {
    const { deps, shop, tell, leave } = await aRequest();
    await leave();
    const closed = async () => (await showExit({ shop }, deps))?.closed;
    expect(await closed()).toBeNull();
    await tell("told-closed");
    expect(await closed()).toBe("noted");
    await tell("told-refunded");
    expect(await closed()).toBe("noted");
    await tell("told-charged");
    expect(await closed()).toBe("noted");
    await tell("told-not-closed");
    expect(await closed()).toBeNull();
  });

  it("tells the merchant's word alone from a note with impact.com's words", async () => {
    const { deps, shop, tell } = await aRequest();
    await tell("told-closed", { statement: "On the phone." });
    expect((await showExit({ shop }, deps))?.closed).toBe("told");
  });

  it("tells impact.com's own word from a note", async () => {
    const { deps, shop, tell } = await aRequest();
    const program = { id: "1000", name: "Acme", state: "CLOSED" };
    await deps.db.snapshots.saveRead(shop, "Campaigns", [program], deps.clock.now());
    await tell("told-closed");
    expect((await showExit({ shop }, deps))?.closed).toBe("checked");
  });
});

describe("what the stand-alone page knows", () => {
  it("names store and account, and the days by the account's clock", async () => {
    const { deps, shop } = await aLeftStore({ shop: { uninstalledAt: at("2026-06-21T02:00:00Z") } });
    await deps.db.snapshots.saveRead(shop, "Campaigns", [], at("2026-06-20T03:00:00Z"));
    expect(await showExit({ shop }, deps)).toMatchObject({
      shopName: "Acme Outdoor",
      account: "…0001",
      closed: null,
      isAgency: false,
      timeZone: "America/New_York",
      watched: false,
      refused: false,
      checkedAt: "2026-06-20T03:00:00Z",
      checkedOn: "2026-06-19",
      today: "2026-06-21",
      uninstalledOn: "2026-06-20",
      stopped: null,
      keyFacts: true,
      signedUpOn: "2026-05-12",
      namesAccounts: false,
      stated: { account: null, button: null },
      request: null,
      isUnderWay: false,
    });
  });

  it("says that nobody looked and nothing is connected, where that is so", async () => {
    const deps = createFakeDeps();
    const { shop } = aShop();
    await deps.db.shops.save(aShop({ shop, storeStop: "frozen" }));
    expect(await showExit({ shop }, deps)).toMatchObject({
      account: null,
      watched: false,
      refused: false,
      checkedAt: null,
      checkedOn: null,
      uninstalledOn: null,
      stopped: "frozen",
      signedUpOn: null,
      namesAccounts: true,
      earliest: null,
    });
    expect(await showExit({ shop: "never-seen.myshopify.com" }, deps)).toBeNull();
  });

  it("says whether Settled looks on, and whether impact.com still lets it", async () => {
    const { deps, shop } = await aLeftStore({ choices: ["keep-watching"] });
    expect(await showExit({ shop }, deps)).toMatchObject({ watched: true, refused: false });
    await deps.db.snapshots.saveFailure(shop, "Campaigns", { outcome: "unauthorized" }, deps.clock.now());
    expect(await showExit({ shop }, deps)).toMatchObject({ watched: true, refused: true });
    // Without a token nobody looks, and nobody is refused.
    await deps.db.connections.save(aConnection({ shop, sealedToken: null }));
    expect(await showExit({ shop }, deps)).toMatchObject({ watched: false, refused: false });
  });

  it("knows an agency, and what was answered on the way out", async () => {
    const { deps, shop } = await aLeftStore();
    const facts = { closingAccount: "other-brand", cancelButton: "not-shown" } as const;
    await saveFacts({ shop, actor: "staff-1", facts }, deps);
    expect(await showExit({ shop }, deps)).toMatchObject({
      stated: { account: "other-brand", button: "not-shown" },
    });
    await deps.db.connections.save(aConnection({ shop, kind: "agency", sealedToken: null }));
    expect(await showExit({ shop }, deps)).toMatchObject({ isAgency: true, keyFacts: false });
  });

  it("follows a request from hand-over to its end", async () => {
    const { deps, shop, tell, leave, reference } = await aRequest();
    await leave();
    const shown = async () => {
      const page = await showExit({ shop }, deps);
      return { request: page?.request, isUnderWay: page?.isUnderWay, sendBy: page?.sendBy };
    };
    const request = { reference, isPutAway: false };
    expect(await shown()).toEqual({
      request: { ...request, phase: "sent", nextOn: "2026-06-24", waits: true },
      isUnderWay: true,
      sendBy: null,
    });
    await tell("told-rejected", { statement: "No." });
    expect(await shown()).toMatchObject({
      request: { ...request, phase: "rejected", waits: false },
      isUnderWay: false,
    });
  });

  it("waits for nobody once the account is closed", async () => {
    const { deps, shop, tell, leave, reference } = await aRequest();
    await leave();
    await tell("told-closed");
    expect((await showExit({ shop }, deps))?.request).toEqual({
      reference,
      phase: "closed",
      nextOn: "2026-07-06",
      waits: false,
      isPutAway: false,
    });
  });
});

describe("the accounts a request names outside the admin", () => {
  it("are any number for a partner, one a line", async () => {
    const { deps, shop } = await aLeftStore();
    await deps.db.connections.save(aConnection({ shop, kind: "partner", sealedToken: null }));
    const closingAccounts = ["IRtestSid0000002", "IRtestSid0000003"];
    await saveFacts({ shop, actor: "staff-1", facts: { closingAccounts } }, deps);
    expect(await showNamedAccounts({ shop }, deps)).toEqual({
      kind: "partner",
      fields: "many",
      connected: "IRtestSid0000001",
      accounts: "IRtestSid0000002\nIRtestSid0000003",
    });
  });

  it("are the one of a brand that never connected, and none of a store never seen", async () => {
    const deps = createFakeDeps();
    const { shop } = aShop();
    await deps.db.shops.save(aShop({ shop }));
    expect(await showNamedAccounts({ shop }, deps)).toEqual({
      kind: "brand",
      fields: "one",
      connected: null,
      accounts: "",
    });
    expect(await showNamedAccounts({ shop: "never-seen.myshopify.com" }, deps)).toBeNull();
  });
});

describe("the key facts outside the admin", () => {
  it("say what was told and when any of it was told last, and that impact.com knows the currency", async () => {
    const { deps, shop } = await aLeftStore({ signedUpOn: null });
    expect(await showKeyFacts({ shop }, deps)).toMatchObject({ facts: {}, lastStatedAt: null });
    deps.clock.set("2026-06-21T10:00:00Z");
    await saveFacts({ shop, actor: "staff-1", facts: { edition: "essentials" } }, deps);
    deps.clock.set("2026-06-21T10:30:00Z");
    await saveFacts({ shop, actor: "staff-1", facts: { minimumFee: "50" } }, deps);
    deps.clock.set("2026-06-21T11:00:00Z");
    await saveFacts({ shop, actor: "staff-1", facts: { signedUpOn: "2026-05-12" } }, deps);
    deps.clock.set("2026-06-21T12:00:00Z");
    await saveFacts({ shop, actor: "staff-1", facts: { cancelButton: "shown" } }, deps);
    expect(await showKeyFacts({ shop }, deps)).toMatchObject({
      facts: { edition: "essentials", minimumFee: "50", signedUpOn: "2026-05-12" },
      lastStatedAt: "2026-06-21T11:00:00Z",
      timeZone: "America/New_York",
      currency: "USD",
      checkedCurrency: "USD",
    });
  });

  const shop = "acme.myshopify.com";
  it("are for a brand's account only", async () => {
    const deps = createFakeDeps();
    await deps.db.shops.save(aShop({ shop, currency: "EUR" }));
    expect(await showKeyFacts({ shop }, deps)).toMatchObject({ currency: "EUR", checkedCurrency: null });
    await saveFacts({ shop, actor: "signed-link", facts: { closingAccount: "partner" } }, deps);
    expect(await showKeyFacts({ shop }, deps)).toBeNull();
    expect(await showKeyFacts({ shop: "unknown.myshopify.com" }, deps)).toBeNull();
  });
});
