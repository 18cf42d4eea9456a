import { describe, expect, it } from "vitest";
import type { DraftContent } from "#app/ports/index.ts";
import { chooseDraft } from "#app/services/drafts/choose-draft.server.ts";
import { EMPTY_DRAFT } from "#app/services/drafts/draft-content.ts";
import { saveDraft } from "#app/services/drafts/save-draft.server.ts";
import { showDraft } from "#app/services/drafts/show-draft.server.ts";
import { nightlySweep } from "#app/services/operations/sweeps.server.ts";
import { handOver } from "#app/services/requests/hand-over.server.ts";
import { aShop, NAMED_ONLY } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const { shop } = aShop();
const [anna, ben] = ["staff-anna", "staff-ben"];

async function aTeam() {
  const deps = createFakeDeps();
  await deps.db.shops.save(aShop({ shop }));
  const write = (actor: string, seen: number, saveKey: string, content: Partial<DraftContent>) =>
    saveDraft({ shop, actor, seen, saveKey, content: { ...EMPTY_DRAFT, ...content } }, deps);
  const show = (actor: string) => showDraft({ shop, actor }, deps);
  return { deps, write, show };
}

describe("a draft", () => {
  it("goes on where a colleague left it, and says who saved and when", async () => {
    const { write, show } = await aTeam();
    await write(anna, 0, "a1", { reason: "Too dear", wantedOn: "2026-07-31", claimRefund: false });
    expect(await show(ben)).toEqual({
      version: 1,
      content: { ...EMPTY_DRAFT, reason: "Too dear", wantedOn: "2026-07-31", claimRefund: false },
      saved: { at: "2026-06-21T09:00:00Z", by: "colleague" },
      conflict: null,
      others: [],
    });
    expect((await show(anna)).saved?.by).toBe("you");
  });

  it("offers five of the versions that were replaced, and keeps the others all the same", async () => {
    const { deps, show } = await aTeam();
    for (let hour = 0; hour < 7; hour += 1) {
      const savedAt = deps.clock.now().add({ hours: hour });
      const version = { id: `v${hour}`, content: { ...EMPTY_DRAFT, reason: `text ${hour}` }, savedAt };
      await deps.db.drafts.setAside(shop, { ...version, savedBy: ben, decidedAt: savedAt });
    }
    const reasons = (await show(anna)).others.map(({ content }) => content.reason);
    expect(reasons).toEqual(["text 6", "text 5", "text 4", "text 3", "text 2"]);
    expect(await deps.db.drafts.asides(shop)).toHaveLength(7);
  });

  it("is saved once when its answer got lost or the same text comes twice", async () => {
    const { deps, write } = await aTeam();
    const both = await Promise.all([1, 2].map(() => write(anna, 0, "a1", { reason: "x" })));
    expect(both.map(({ outcome }) => outcome)).toEqual(["saved", "saved"]);
    expect(await write(anna, 0, "a2", { reason: "x" })).toMatchObject({ outcome: "saved", version: 1 });
    expect(await write(anna, 1, "a3", { reason: "y" })).toMatchObject({ outcome: "saved", version: 2 });
    expect(deps.db.rows().draftAsides).toEqual([]);
  });

  it("keeps both texts when two write at once, and shows both to either of them", async () => {
    const { write, show } = await aTeam();
    await write(anna, 0, "a1", { body: "Anna's text" });
    expect(await write(ben, 0, "b1", { body: "Ben's text" })).toEqual({ outcome: "conflict" });
    for (const reader of [anna, ben]) {
      const { content, conflict } = await show(reader);
      expect([content.body, conflict?.content.body]).toEqual(["Anna's text", "Ben's text"]);
    }
    // The lost answer of the late save changes nothing.
    expect(await write(ben, 0, "b1", { body: "Ben's text" })).toEqual({ outcome: "conflict" });
    expect((await show(ben)).others).toEqual([]);
  });

  it.each([
    ["aside", "Ben's text", "Anna's text"],
    ["current", "Anna's text", "Ben's text"],
  ] as const)(
    "goes on with the one that is chosen (%s) and can put the other one back",
    async (take, kept, other) => {
      const { deps, write, show } = await aTeam();
      await write(anna, 0, "a1", { body: "Anna's text" });
      await write(ben, 0, "b1", { body: "Ben's text" });
      const choice = { shop, actor: anna, asideId: "b1", take, seen: 1 };
      expect(await chooseDraft(choice, deps)).toBe("chosen");
      expect(await chooseDraft(choice, deps)).toBe("chosen");
      const view = await show(anna);
      expect([view.content.body, view.conflict]).toEqual([kept, null]);
      const back = view.others.find(({ content }) => content.body === other);
      const restore = {
        shop,
        actor: ben,
        asideId: back?.id ?? "",
        take: "aside",
        seen: view.version,
      } as const;
      expect(await chooseDraft(restore, deps)).toBe("chosen");
      expect((await show(ben)).content.body).toBe(other);
      expect((await show(ben)).others.map(({ content }) => content.body)).toContain(kept);
    },
  );

  it("is not overwritten by a choice made over an older version", async () => {
    const { deps, write, show } = await aTeam();
    await write(anna, 0, "a1", { body: "first" });
    await write(ben, 0, "b1", { body: "late" });
    await write(anna, 1, "a2", { body: "second" });
    const choice = { shop, actor: ben, asideId: "b1", take: "aside", seen: 1 } as const;
    expect(await chooseDraft(choice, deps)).toBe("changed");
    expect((await show(ben)).content.body).toBe("second");
    expect(await chooseDraft({ ...choice, asideId: "no such" }, deps)).toBe("gone");
  });

  it("loses no text in any order of saves and choices of two people", async () => {
    const { deps, write, show } = await aTeam();
    const texts = ["1", "2", "3", "4", "5", "6"];
    let version = 0;
    for (const [index, body] of texts.entries()) {
      const saved = await write(index % 2 ? ben : anna, index % 3 === 0 ? version : 0, `k${body}`, { body });
      if (saved.outcome === "saved") version = saved.version;
    }
    const { drafts, draftAsides } = deps.db.rows();
    const kept = [...drafts, ...draftAsides].map(({ content }) => content.body);
    // Only what somebody wrote over who had seen it may be gone.
    for (const body of texts.filter((each) => !kept.includes(each))) expect(["1"]).toContain(body);
    expect((await show(anna)).content.body).toBe("4");
  });

  it("never holds a card number or a token", async () => {
    const { deps, write } = await aTeam();
    const answer = await write(anna, 0, "a1", { reason: "card 4111 1111 1111 1111" });
    expect(answer).toMatchObject({
      outcome: "refused",
      findings: [{ field: "reason", problem: "card-number" }],
    });
    expect(deps.db.rows().drafts).toEqual([]);
  });

  it("is not begun by a form sent as it came", async () => {
    const { deps, write } = await aTeam();
    expect(await write("signed-link", 0, "s1", {})).toMatchObject({ outcome: "saved", version: 0 });
    expect(deps.db.rows().drafts).toEqual([]);
  });

  it("belongs to its shop alone", async () => {
    const { deps, write } = await aTeam();
    await write(anna, 0, "a1", { reason: "ours" });
    const other = await showDraft({ shop: aShop().shop, actor: anna }, deps);
    expect([other.version, other.content, other.others]).toEqual([0, EMPTY_DRAFT, []]);
  });

  it("becomes the request at the hand-over, with the wanted day, and can be put back after a withdrawal", async () => {
    const { deps, write, show } = await aTeam();
    await write(anna, 0, "a1", { body: "My own words", wantedOn: "2026-07-31" });
    const request = {
      shop,
      actor: anna,
      route: "starter-ticket",
      subject: "Close it",
      openItems: [],
      ...NAMED_ONLY,
    };
    await handOver({ ...request, body: "My own words", reason: null, wantedOn: "2026-07-31" }, deps);
    const handed = await deps.db.closingRequests.findOpen(shop);
    expect(handed?.wantedOn).toBe("2026-07-31");
    expect(handed?.body).toBe("My own words\n\nRequested closing date: Fri, Jul 31, 2026");
    const { version, others } = await show(ben);
    expect([version, others.map(({ content }) => content.body)]).toEqual([0, ["My own words"]]);
    const back = { shop, actor: ben, asideId: others[0]?.id ?? "", take: "aside", seen: 0 } as const;
    expect(await chooseDraft(back, deps)).toBe("chosen");
    expect((await show(ben)).content.wantedOn).toBe("2026-07-31");
  });

  it("goes 90 days after it was saved", async () => {
    const { deps, write, show } = await aTeam();
    await write(anna, 0, "a1", { reason: "x" });
    deps.clock.set("2026-09-19T08:00:00Z");
    await nightlySweep(deps);
    expect((await show(anna)).version).toBe(1);
    deps.clock.set("2026-09-19T10:00:00Z");
    await nightlySweep(deps);
    expect((await show(anna)).version).toBe(0);
  });
});
