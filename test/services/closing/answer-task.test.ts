import { describe, expect, it } from "vitest";
import type { TaskKey } from "#app/domain/index.ts";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import type { StatedFacts } from "#app/services/account/stated-facts.ts";
import { answerTask } from "#app/services/closing/answer-task.server.ts";
import { aConnection, aShop } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const shop = "acme.myshopify.com";
const SAVED = { outcome: "saved" };
const NOTHING = { outcome: "nothing-new" };

/** A store that left, with what it told while the app was there. */
async function aVisitor(stated: StatedFacts, connected = true) {
  const deps = createFakeDeps();
  await deps.db.shops.save(aShop({ shop, uninstalledAt: deps.clock.now() }));
  if (connected) await deps.db.connections.save(aConnection({ shop, sealedToken: null }));
  await saveFacts({ shop, actor: "staff-1", facts: { signedUpOn: "2026-05-12", ...stated } }, deps);
  deps.clock.set("2026-06-22T09:00:00Z");
  return {
    deps,
    answer: (key: TaskKey, facts: StatedFacts) =>
      answerTask({ shop, actor: "signed-link", key, facts }, deps),
    by: async (name: string) =>
      (await deps.db.statedFacts.all(shop)).find((each) => each.name === name)?.statedBy,
  };
}

describe("the word on a task", () => {
  it("is kept when it is new, and not when it is what the task rests on", async () => {
    const { answer, by } = await aVisitor({ "told.refund-form": "open" });
    expect(await answer("refund-form", { "told.refund-form": "open" })).toEqual(NOTHING);
    expect(await by("told.refund-form")).toBe("staff-1");
    expect(await answer("refund-form", { "told.refund-form": "done" })).toEqual(SAVED);
    expect(await by("told.refund-form")).toBe("signed-link");
    expect(await answer("refund-form", { "told.refund-form": "done" })).toEqual(NOTHING);
  });

  it("counts again, word for word, once a check has come in between", async () => {
    const { deps, answer, by } = await aVisitor({ "told.delete-catalogs": "done" });
    const catalog = { id: "C-1", name: "Main", status: "ACTIVE" };
    await deps.db.snapshots.saveRead(shop, "Catalogs", [catalog], deps.clock.now());
    deps.clock.set("2026-06-23T09:00:00Z");
    expect(await answer("delete-catalogs", { "told.delete-catalogs": "done" })).toEqual(SAVED);
    expect(await by("told.delete-catalogs")).toBe("signed-link");
    expect(await answer("delete-catalogs", { "told.delete-catalogs": "done" })).toEqual(NOTHING);
  });

  it("is for a partner's balance new when amount, day, threshold or wish is", async () => {
    const balance: StatedFacts = {
      partnerBalance: { amount: "12.50", asOf: "2026-06-01" },
      withdrawalThreshold: "20",
      balanceWay: "withdraw",
    };
    const { answer } = await aVisitor({ closingAccount: "partner", ...balance }, false);
    expect(await answer("partner-balance", balance)).toEqual(NOTHING);
    for (const change of [
      { partnerBalance: { amount: "12.50", asOf: "2026-06-22" } },
      { withdrawalThreshold: null },
      { balanceWay: "forfeit" as const },
    ])
      expect(await answer("partner-balance", { ...balance, ...change })).toEqual(SAVED);
  });

  it("is refused for a task that this way out does not have", async () => {
    const { answer, by } = await aVisitor({});
    expect(await answer("partner-upcoming", { "told.partner-upcoming": "done" })).toEqual({
      outcome: "no-task",
    });
    expect(await by("told.partner-upcoming")).toBeUndefined();
  });
});
