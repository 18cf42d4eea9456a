import { describe, expect, it } from "vitest";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { showExit } from "#app/services/exit/show-exit.server.ts";
import { showKeyFacts } from "#app/services/exit/show-key-facts.server.ts";
import { aShop } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";
import { aRequest } from "#test/services/requests/a-request.ts";

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

describe("the key facts outside the admin", () => {
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
