import { describe, expect, it } from "vitest";
import type { DraftContent } from "#app/ports/index.ts";
import { EMPTY_DRAFT } from "#app/services/drafts/draft-content.ts";
import { saveDraft } from "#app/services/drafts/save-draft.server.ts";
import { showDraft } from "#app/services/drafts/show-draft.server.ts";
import { LINK_ACTOR } from "#app/services/link-actor.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const shop = "acme.myshopify.com";

function aDraft() {
  const deps = createFakeDeps();
  const save = (seen: number, saveKey: string, content: Partial<DraftContent>, actor = "staff-1") =>
    saveDraft({ shop, actor, seen, saveKey, content: { ...EMPTY_DRAFT, ...content } }, deps);
  return { save, show: () => showDraft({ shop, actor: "staff-1" }, deps) };
}

describe("saving a draft", () => {
  it("keeps a text that is half written or emptied", async () => {
    const { save, show } = aDraft();
    expect(await save(0, "a", { subject: "", body: "Dear" })).toMatchObject({ outcome: "saved", version: 1 });
    expect(await save(1, "b", { subject: "Close", body: "" })).toMatchObject({
      outcome: "saved",
      version: 2,
    });
    expect((await show()).content).toMatchObject({ subject: "Close", body: "" });
  });

  it.each(["subject", "body", "reason"] as const)("keeps no card number in the %s", async (part) => {
    const { save, show } = aDraft();
    expect((await save(0, "a", { [part]: "4111 1111 1111 1111" })).outcome).toBe("refused");
    expect((await show()).version).toBe(0);
  });

  it("says of a save that is repeated that it was saved, whatever came after it in the form", async () => {
    const { save, show } = aDraft();
    await save(0, "a", { body: "One" });
    expect(await save(0, "a", { body: "One and more" })).toMatchObject({ outcome: "saved", version: 1 });
    expect((await show()).content.body).toBe("One");
  });

  it("says who saved it, a link's holder too", async () => {
    const { save, show } = aDraft();
    await save(0, "a", { body: "One" }, LINK_ACTOR);
    expect((await show()).saved?.by).toBe("link");
    await save(1, "b", { body: "Two" }, "staff-2");
    expect((await show()).saved?.by).toBe("colleague");
  });
});
