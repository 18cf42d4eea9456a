import { describe, expect, it } from "vitest";
import { EMPTY_DRAFT } from "#app/services/drafts/draft-content.ts";
import { saveDraft } from "#app/services/drafts/save-draft.server.ts";
import { newShopDomain } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

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
});
