import { describe, expect, it } from "vitest";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import type { StatedFacts } from "#app/services/account/stated-facts.ts";
import { saveFactsByLink } from "#app/services/exit/save-facts-by-link.server.ts";
import { aLeftStore } from "#test/services/uninstall/a-left-store.ts";
import { mailedCode, NEEDS_CODE, use, usesOf, VISIT } from "./a-visit.ts";

/** A store that left, which told in the admin that it signed up on 12 May. */
async function left() {
  const store = await aLeftStore();
  const { deps, shop } = store;
  return {
    ...store,
    save: (facts: StatedFacts, { code = "", task }: { code?: string; task?: string } = {}) =>
      saveFactsByLink({ ...VISIT, shop, code, facts, ...(task && { task }) }, deps),
    inAdmin: (facts: StatedFacts) => saveFacts({ shop, actor: "staff-1", facts }, deps),
    known: async (name: string) => {
      const row = (await deps.db.statedFacts.all(shop)).find((each) => each.name === name);
      return row && [row.value, row.statedBy];
    },
    codesAsked: () => store.mails().filter(({ purpose }) => purpose === "exit-code").length,
  };
}

describe("the facts that come by a link", () => {
  it.each([
    ["signedUpOn", { signedUpOn: "2026-01-01" }],
    ["edition", { edition: "essentials" }],
    ["minimumFee", { minimumFee: "50" }],
    ["closingAccounts", { closingAccounts: ["IRtestSid0000002"] }],
  ] as [string, StatedFacts][])("need the code where figures rest on them: %s", async (name, facts) => {
    const store = await left();
    const before = await store.known(name);
    expect(await store.save(facts)).toEqual(NEEDS_CODE);
    expect(await store.known(name)).toEqual(before);
    expect(await usesOf(store)).toEqual([]);
  });

  it("are kept with the code, as the link's, and its owner hears that facts changed", async () => {
    const store = await left();
    const code = await mailedCode(store);
    expect(await store.save({ signedUpOn: "2026-01-01" }, { code })).toEqual({ outcome: "saved" });
    expect(await store.known("signedUpOn")).toEqual(["2026-01-01", "signed-link"]);
    expect(await usesOf(store)).toEqual([use("facts")]);
    expect(store.mails().filter(({ purpose }) => purpose === "account-news")).toHaveLength(1);
  });

  it.each([
    { closingAccount: "partner" },
    { cancelButton: "not-shown" },
    { partnerBalance: { amount: "10.00", asOf: "2026-06-21" } },
    { withdrawalThreshold: "25.00" },
    { balanceWay: "forfeit" },
  ] as StatedFacts[])("need no code where they only answer on the way out: %j", async (facts) => {
    const store = await left();
    expect(await store.save(facts)).toEqual({ outcome: "saved" });
    expect(await store.known(Object.keys(facts)[0] ?? "")).toEqual([Object.values(facts)[0], "signed-link"]);
    expect(await usesOf(store)).toEqual([use("answers")]);
    expect(store.codesAsked()).toBe(0);
  });

  it("need the code where they take the place of what somebody told in the admin, not of the link's own", async () => {
    const store = await left();
    await store.inAdmin({ closingAccount: "starter" });
    expect(await store.save({ closingAccount: "partner" })).toEqual(NEEDS_CODE);
    expect(await store.known("closingAccount")).toEqual(["starter", "staff-1"]);
    const own = await left();
    await own.save({ closingAccount: "starter" });
    expect(await own.save({ closingAccount: "partner" })).toEqual({ outcome: "saved" });
    expect(await own.known("closingAccount")).toEqual(["partner", "signed-link"]);
  });

  it("need the code as soon as one of several does, and are facts then", async () => {
    const store = await left();
    const both: StatedFacts = { closingAccount: "partner", signedUpOn: "2026-01-01" };
    expect(await store.save(both)).toEqual(NEEDS_CODE);
    expect(await store.known("closingAccount")).toBeUndefined();
    expect(await store.save(both, { code: await mailedCode(store) })).toEqual({ outcome: "saved" });
    expect(await usesOf(store)).toEqual([use("facts")]);
  });

  it("are asked for nothing where they say nothing new, as a mail scanner sends them", async () => {
    const store = await left();
    for (const facts of [{}, { signedUpOn: "2026-05-12" }, { edition: "starter" }] as StatedFacts[])
      expect(await store.save(facts)).toEqual({ outcome: "nothing-new" });
    expect(store.codesAsked()).toBe(0);
    expect(await usesOf(store)).toEqual([]);
  });
});

describe("an answer on a task that comes by a link", () => {
  const done: StatedFacts = { "told.refund-form": "done" };
  const task = "refund-form";

  it("needs no code, and is an answer", async () => {
    const store = await left();
    expect(await store.save(done, { task })).toEqual({ outcome: "saved" });
    expect(await store.known("told.refund-form")).toEqual(["done", "signed-link"]);
    expect(await usesOf(store)).toEqual([use("answers")]);
    expect(await store.save(done, { task })).toEqual({ outcome: "nothing-new" });
  });

  it("needs the code against somebody's word in the admin", async () => {
    const store = await left();
    await store.inAdmin({ "told.refund-form": "open" });
    expect(await store.save(done, { task })).toEqual(NEEDS_CODE);
    expect(await store.known("told.refund-form")).toEqual(["open", "staff-1"]);
  });

  it("says nothing about a task that is none of the store's", async () => {
    const store = await left();
    expect(await store.save(done, { task: "dance" })).toEqual({ outcome: "nothing-new" });
    expect(await store.known("told.refund-form")).toBeUndefined();
  });
});
