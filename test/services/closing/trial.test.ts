import { describe, expect, it } from "vitest";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { showTrial } from "#app/services/closing/show-trial.server.ts";
import { saveTrialAnswer } from "#app/services/closing/trial-answer.server.ts";
import { aShop } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";
import { aMerchant, shop } from "#test/services/sync/a-merchant.ts";

/** A Starter account of ten days, whose lists impact.com has answered with nothing in them. */
async function aTrialAccount() {
  const { deps, sync } = await aMerchant([]);
  await deps.db.shops.save(aShop({ shop }));
  await sync();
  for (const resource of ["Contracts", "Invoices", "Catalogs"] as const)
    await deps.db.snapshots.saveRead(shop, resource, [], deps.clock.now());
  const tell = (facts: Parameters<typeof saveFacts>[0]["facts"]) =>
    saveFacts({ shop, actor: "staff-1", facts }, deps);
  await tell({ signedUpOn: "2026-06-11" });
  return { deps, tell, trial: () => showTrial({ shop }, deps) };
}

describe("the way out of the trial", () => {
  it("asks two questions when they alone are missing, and then knows", async () => {
    const { tell, trial } = await aTrialAccount();
    expect(await trial()).toMatchObject({ status: "unknown", asks: true });
    expect((await trial())?.unmet.map(({ id }) => id)).toEqual([
      "core.trial.endUnknown",
      "core.trial.cardUnknown",
    ]);
    await tell({ trialEndsOn: "2026-07-11", cardEverCharged: false });
    expect(await trial()).toMatchObject({ status: "yes", asks: false, unmet: [] });
  });

  it("names the condition that fails", async () => {
    const { tell, trial } = await aTrialAccount();
    await tell({ trialEndsOn: "2026-07-11", cardEverCharged: true });
    expect(await trial()).toMatchObject({
      status: "no",
      asks: false,
      unmet: [{ id: "core.trial.cardCharged" }],
    });
  });

  it("is unknown, without a question that could decide it, while nothing is known of the account", async () => {
    const deps = createFakeDeps();
    await deps.db.shops.save(aShop({ shop }));
    expect(await showTrial({ shop }, deps)).toMatchObject({
      ...{ status: "unknown", asks: false, answer: null, seen: null, unmet: [], conditions: [] },
    });
    expect(await showTrial({ shop: "nobody.myshopify.com" }, deps)).toBeNull();
  });

  it("keeps the merchant's confirmation with its time, and the latest one", async () => {
    const { deps, trial } = await aTrialAccount();
    await saveTrialAnswer({ shop, actor: "staff-1", answer: "not-shown", words: "" }, deps);
    deps.clock.set("2026-06-22T09:00:00Z");
    await saveTrialAnswer({ shop, actor: "staff-1", answer: "cancelled", words: "Cancelled." }, deps);
    expect((await trial())?.answer).toEqual({
      answer: "cancelled",
      words: "Cancelled.",
      at: "2026-06-22T09:00:00Z",
    });
  });

  it("goes by what the merchant saw on the page, whatever the conditions say (G13)", async () => {
    const { deps, tell, trial } = await aTrialAccount();
    expect((await trial())?.seen).toBeNull();
    await tell({ edition: "starter", cancelButton: "not-sure" });
    expect(await trial()).toMatchObject({ asks: true, seen: null, answer: null });
    await tell({ cancelButton: "shown" });
    expect(await trial()).toMatchObject({ asks: false, seen: "shown", route: "trial-cancel" });
    const seen = { shop, actor: "staff-1", words: "" };
    expect(await saveTrialAnswer({ ...seen, answer: "not-shown" }, deps)).toEqual({ outcome: "saved" });
    expect(await trial()).toMatchObject({ asks: false, seen: "not-shown", route: "starter-ticket" });
    expect(await saveTrialAnswer({ ...seen, answer: "cancelled" }, deps)).toEqual({ outcome: "saved" });
    expect(await trial()).toMatchObject({ seen: "shown", route: "trial-cancel" });
  });

  it("shows every condition with how it stands", async () => {
    const { tell, trial } = await aTrialAccount();
    await tell({ trialEndsOn: "2026-07-11", cardEverCharged: true });
    expect((await trial())?.conditions).toEqual([
      { key: "in-trial", state: "met" },
      { key: "card-untouched", state: "not-met" },
      { key: "no-actions", state: "met" },
    ]);
  });

  it("keeps no card number as evidence", async () => {
    const { deps, trial } = await aTrialAccount();
    const input = { shop, actor: "staff-1", answer: "cancelled" as const, words: "4111 1111 1111 1111" };
    expect((await saveTrialAnswer(input, deps)).outcome).toBe("refused");
    expect((await trial())?.answer).toBeNull();
  });
});
