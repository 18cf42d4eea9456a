import { describe, expect, it } from "vitest";
import { loadAccount } from "#app/services/account/load-account.server.ts";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import type { StatedFacts } from "#app/services/account/stated-facts.ts";
import { balanceView } from "#app/services/closing/balance-view.ts";
import { partnerBalance } from "#app/services/closing/partner-balance.ts";
import { aConnection, aShop } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const shop = "acme.myshopify.com";

/** A partner's account on 21 June 2026; `threshold` is what impact.com says, and null while it was not asked. */
async function aPartner(facts: StatedFacts, threshold: string | null | "no-settings" = null) {
  const deps = createFakeDeps();
  await deps.db.shops.save(aShop({ shop }));
  await deps.db.connections.save(aConnection({ shop, kind: "partner" }));
  if (threshold !== null) {
    const settings =
      threshold === "no-settings"
        ? null
        : { method: "PAYPAL", schedule: "BALANCE_THRESHOLD", threshold, day: null };
    await deps.db.snapshots.saveRead(shop, "WithdrawalSettings", { settings }, deps.clock.now());
  }
  await saveFacts({ shop, actor: "staff-1", facts }, deps);
  const view = await loadAccount({ shop }, deps);
  if (!view) throw new Error("The shop was never seen.");
  return view;
}
const balance = (amount: string): StatedFacts => ({ partnerBalance: { amount, asOf: "2026-06-20" } });

describe("a partner's balance", () => {
  it("is held against the threshold impact.com says, until the merchant tells another", async () => {
    const checked = await aPartner(balance("12.50"), "10");
    expect(partnerBalance(checked)).toEqual({
      band: "pays-out",
      payoutChoice: null,
      amount: "12.50",
      stated: { status: "open", at: "2026-06-21T09:00:00Z" },
    });
    const told = await aPartner({ ...balance("12.50"), withdrawalThreshold: "20" }, "10");
    expect(partnerBalance(told)?.band).toBe("below-threshold");
  });

  it("has no place while it was not told, or neither threshold is known", async () => {
    expect(partnerBalance(await aPartner({}, "10"))).toBeNull();
    expect(partnerBalance(await aPartner(balance("12.50")))?.band).toBe("left");
    expect(partnerBalance(await aPartner(balance("12.50"), "no-settings"))?.band).toBe("left");
  });

  it("is none where its amount cannot be compared", () => {
    const facts: StatedFacts = { ...balance("12.505"), withdrawalThreshold: "10" };
    expect(partnerBalance({ facts, statedAt: {}, partner: null })).toBeNull();
  });

  it("needs nothing more once it is given up, and does while it is wished for", async () => {
    const view = (balanceWay: "forfeit" | "withdraw") => aPartner({ ...balance("5"), balanceWay }, "10");
    expect(partnerBalance(await view("forfeit"))?.stated.status).toBe("done");
    expect(partnerBalance(await view("withdraw"))?.stated.status).toBe("open");
  });
});

describe("the form that asks for the balance", () => {
  it("shows what was told and what impact.com says of the threshold", async () => {
    const told = { ...balance("5"), withdrawalThreshold: "20", balanceWay: "paystub" as const };
    expect(balanceView(await aPartner(told, "10"))).toEqual({
      amount: "5",
      asOf: "2026-06-20",
      threshold: "20",
      checkedThreshold: "10",
      payoutChoice: "paystub",
      band: "below-threshold",
    });
  });

  it("is empty while nothing is known", async () => {
    const EMPTY = {
      amount: "",
      asOf: null,
      threshold: "",
      checkedThreshold: null,
      payoutChoice: null,
      band: null,
    };
    expect(balanceView(await aPartner({}))).toEqual(EMPTY);
    expect(balanceView(await aPartner({}, "no-settings"))).toEqual(EMPTY);
  });
});
