import { describe, expect, it } from "vitest";
import { deleteByLink } from "#app/services/exit/delete-by-link.server.ts";
import { aClosing, aClosingEvent } from "#test/factories/rows.ts";
import { aLeftStore } from "#test/services/uninstall/a-left-store.ts";
import { mailedCode, NEEDS_CODE, VISIT } from "./a-visit.ts";

type Choice = "keep-until-it-ends" | "delete-too" | null;

async function left({ requested = false } = {}) {
  const store = await aLeftStore();
  const { deps, shop } = store;
  if (requested) await deps.db.closingRequests.open(aClosing({ shop }), aClosingEvent());
  return {
    ...store,
    remove: (openRequest: Choice, code = "") => deleteByLink({ ...VISIT, shop, code, openRequest }, deps),
    exists: async () => (await deps.db.shops.find(shop)) !== null,
    codesAsked: () => store.mails().filter(({ purpose }) => purpose === "exit-code").length,
  };
}

describe("deleting by a link", () => {
  it("needs the code, and deletes with it", async () => {
    const store = await left();
    expect(await store.remove(null)).toEqual(NEEDS_CODE);
    expect(await store.exists()).toBe(true);
    expect(await store.remove(null, await mailedCode(store))).toBe("erased");
    expect(await store.exists()).toBe(false);
  });

  it("asks first what becomes of a request under way, before any code is sent", async () => {
    const store = await left({ requested: true });
    expect(await store.remove(null)).toBe("choose");
    expect(store.codesAsked()).toBe(0);
    expect(await store.remove("delete-too")).toEqual(NEEDS_CODE);
    expect(await store.exists()).toBe(true);
  });

  it.each([
    ["keep-until-it-ends", "due", true],
    ["delete-too", "erased", false],
  ] as const)("does with the request what was chosen: %s", async (choice, outcome, exists) => {
    const store = await left({ requested: true });
    expect(await store.remove(choice, await mailedCode(store))).toBe(outcome);
    expect(await store.exists()).toBe(exists);
  });
});
