import { describe, expect, it } from "vitest";
import { EMPTY_DRAFT } from "#app/services/drafts/draft-content.ts";
import { keepAside } from "#app/services/drafts/keep-aside.ts";
import { saveDraft } from "#app/services/drafts/save-draft.server.ts";
import { newShopDomain } from "#test/factories/rows.ts";
import { createFakeDeps, type FakeDeps } from "#test/fakes/deps.ts";

async function aStore() {
  const deps = createFakeDeps();
  const shop = newShopDomain();
  let saves = 0;
  /** Saves over a version that is no longer the last: it is set aside. */
  const late = (actor: string, body: string) => {
    saves += 1;
    deps.clock.set(`2026-06-21T09:${String(saves).padStart(2, "0")}:00Z`);
    return saveDraft(
      { shop, actor, seen: 7, saveKey: `${actor}-${saves}`, content: { ...EMPTY_DRAFT, body } },
      deps,
    );
  };
  await saveDraft(
    { shop, actor: "owner", seen: 0, saveKey: "first", content: { ...EMPTY_DRAFT, body: "Mine" } },
    deps,
  );
  const kept = async () => (await deps.db.drafts.asides(shop)).map(({ content }) => content.body);
  return { deps, shop, late, kept };
}

describe("versions of a draft that are set aside", () => {
  it("are twenty at most; an author's own oldest makes room, another's never", async () => {
    const { late, kept } = await aStore();
    await late("owner", "the owner's");
    for (let round = 1; round <= 30; round += 1)
      expect((await late("signed-link", `forwarded ${round}`)).outcome).toBe("conflict");
    const bodies = await kept();
    expect(bodies).toHaveLength(20);
    expect(bodies).toContain("the owner's");
    expect(bodies).toContain("forwarded 30");
    expect(bodies).not.toContain("forwarded 11");
  });

  it("are refused in words when only other people's stand there", async () => {
    const { late, kept } = await aStore();
    for (let round = 1; round <= 20; round += 1) await late("colleague", `theirs ${round}`);
    expect((await late("owner", "the owner's")).outcome).toBe("too-many");
    expect(await kept()).toHaveLength(20);
  });

  it("of a link make room for the owner's", async () => {
    const { late, kept } = await aStore();
    for (let round = 1; round <= 20; round += 1) await late("signed-link", `forwarded ${round}`);
    expect((await late("owner", "the owner's")).outcome).toBe("conflict");
    const bodies = await kept();
    expect([bodies.length, bodies.includes("the owner's"), bodies.includes("forwarded 1")]).toEqual([
      20,
      true,
      false,
    ]);
  });

  it("push out an author's own that are settled before one that waits, however old it is", async () => {
    const { deps, shop, late, kept } = await aStore();
    for (let round = 1; round <= 20; round += 1) await late("owner", `mine ${round}`);
    await settle(deps, shop, "mine 5");
    expect((await late("owner", "mine 21")).outcome).toBe("conflict");
    const bodies = await kept();
    expect([bodies.length, bodies.includes("mine 1"), bodies.includes("mine 5")]).toEqual([20, true, false]);
  });

  it("of a link are not pushed out by a link's for somebody else, nor a colleague's that wait by a new one", async () => {
    const { deps, shop, late, kept } = await aStore();
    for (let round = 1; round <= 20; round += 1) await late("colleague", `theirs ${round}`);
    await settle(deps, shop, "theirs 7");
    expect((await late("signed-link", "forwarded")).outcome).toBe("too-many");
    expect((await late("owner", "the owner's")).outcome).toBe("too-many");
    expect(await kept()).toHaveLength(20);
  });

  it("that are settled themselves push out settled ones of other people, and only those", async () => {
    const { deps, shop, late, kept } = await aStore();
    for (let round = 1; round <= 20; round += 1) await late("colleague", `theirs ${round}`);
    const [first] = await deps.db.drafts.asides(shop);
    if (!first) throw new Error("Nothing was set aside.");
    const settled = { ...first, id: "own", savedBy: "owner", decidedAt: deps.clock.now() };
    expect(await keepAside(shop, settled, deps.db)).toBe(false);
    await settle(deps, shop, "theirs 7");
    expect(await keepAside(shop, settled, deps.db)).toBe(true);
    const bodies = await kept();
    expect([bodies.length, bodies.includes("theirs 7"), bodies.includes("theirs 1")]).toEqual([
      20,
      false,
      true,
    ]);
  });

  it("take their own place when the same one is set aside again", async () => {
    const { deps, shop, late, kept } = await aStore();
    for (let round = 1; round <= 20; round += 1) await late("owner", `mine ${round}`);
    const [newest] = await deps.db.drafts.asides(shop);
    if (newest) expect(await keepAside(shop, newest, deps.db)).toBe(true);
    expect(await kept()).toHaveLength(20);
  });
});

/** Somebody has decided on this version. */
async function settle(deps: FakeDeps, shop: string, body: string): Promise<void> {
  const aside = (await deps.db.drafts.asides(shop)).find(({ content }) => content.body === body);
  if (!aside) throw new Error("There is no such version.");
  await deps.db.drafts.decide(shop, aside.id, deps.clock.now());
}
