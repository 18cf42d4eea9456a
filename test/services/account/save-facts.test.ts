import { describe, expect, it } from "vitest";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import type { StatedFacts } from "#app/services/account/stated-facts.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const shop = "acme.myshopify.com";
const KEY_FACTS: StatedFacts = {
  signedUpOn: "2026-05-12",
  edition: "starter",
  trialEndsOn: null,
  cardEverCharged: null,
  fundingBalance: { amount: "40.00", asOf: "2026-06-01" },
  minimumFee: null,
};

describe("what a form says anew", () => {
  const started = async () => {
    const deps = createFakeDeps();
    const tell = (actor: string, facts: StatedFacts) => saveFacts({ shop, actor, facts }, deps);
    await tell("staff-1", KEY_FACTS);
    deps.clock.set("2026-06-22T09:00:00Z");
    const byLink = async () =>
      (await deps.db.statedFacts.all(shop)).filter(({ statedBy }) => statedBy === "signed-link");
    const rows = async () => {
      const all = await deps.db.statedFacts.all(shop);
      const order = Object.keys(KEY_FACTS);
      return all.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
    };
    return { tell, byLink, rows };
  };

  it("is nothing when the form comes as it was shown, and keeps who said it and when", async () => {
    const { tell, byLink } = await started();
    expect(await tell("signed-link", KEY_FACTS)).toEqual({ outcome: "nothing-new" });
    expect(await byLink()).toEqual([]);
  });

  it.each<[string, StatedFacts]>([
    ["another day", { signedUpOn: "2026-05-13" }],
    ["the same balance on a later day", { fundingBalance: { amount: "40.00", asOf: "2026-06-21" } }],
    ["a balance taken back", { fundingBalance: null }],
    ["a question answered", { cardEverCharged: false }],
  ])("is %s alone, with its time and the link that brought it", async (_case, change) => {
    const { tell, byLink } = await started();
    expect(await tell("signed-link", { ...KEY_FACTS, ...change })).toEqual({ outcome: "saved" });
    const [saved, ...others] = await byLink();
    expect({ [saved?.name ?? ""]: saved?.value }).toEqual(change);
    expect(saved?.statedAt.toString()).toBe("2026-06-22T09:00:00Z");
    expect(others).toEqual([]);
  });

  it("keeps the day and the person of what the admin's form sends unchanged, and stamps what it changes", async () => {
    const { tell, rows } = await started();
    await tell("staff-2", { ...KEY_FACTS, cardEverCharged: true });
    expect((await rows()).map(({ name, statedBy }) => [name, statedBy])).toEqual([
      ["signedUpOn", "staff-1"],
      ["edition", "staff-1"],
      ["trialEndsOn", "staff-1"],
      ["cardEverCharged", "staff-2"],
      ["fundingBalance", "staff-1"],
      ["minimumFee", "staff-1"],
    ]);
  });

  it("is an answer where a person in the admin saves what the form shows", async () => {
    const deps = createFakeDeps();
    expect(await saveFacts({ shop, actor: "staff-1", facts: { edition: "starter" } }, deps)).toEqual({
      outcome: "saved",
    });
  });

  it("is nothing where nothing was told and the form says no more", async () => {
    const { tell } = await started();
    expect(await tell("signed-link", { closingAccounts: [] })).toEqual({ outcome: "nothing-new" });
    expect(await tell("signed-link", {})).toEqual({ outcome: "nothing-new" });
  });
});
