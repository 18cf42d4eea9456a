import { randomUUID } from "node:crypto";
import type { Deps } from "../deps.ts";
import { keepAside } from "./keep-aside.ts";

type Input = {
  shop: string;
  actor: string;
  /** The version that was kept aside, and whether it takes the draft's place. */
  asideId: string;
  take: "aside" | "current";
  /** The draft's version that was shown beside it. */
  seen: number;
};

/** `changed`: somebody saved while the two were being read; the page shows the newer one. */
export type ChooseOutcome = "chosen" | "changed" | "gone";

/** Settles which of two versions counts. The other one stays aside, so that it can be put back. */
export async function chooseDraft(
  { shop, actor, asideId, take, seen }: Input,
  deps: Pick<Deps, "db" | "clock">,
): Promise<ChooseOutcome> {
  const now = deps.clock.now();
  return deps.db.transact(async (work) => {
    const aside = (await work.drafts.asides(shop)).find(({ id }) => id === asideId);
    if (!aside) return "gone";
    if (take === "current") {
      await work.drafts.decide(shop, asideId, now);
      return "chosen";
    }
    const saveKey = `choice:${asideId}:${seen}`;
    const current = await work.drafts.find(shop);
    // The same choice sent twice.
    if (current?.saveKey === saveKey) return "chosen";
    if ((current?.version ?? 0) !== seen) return "changed";
    if (current) {
      const { content, savedAt, savedBy } = current;
      const replaced = { id: randomUUID(), content, savedAt, savedBy, decidedAt: now };
      await keepAside(shop, replaced, work);
    }
    const next = { shop, version: seen + 1, saveKey, content: aside.content, savedAt: now, savedBy: actor };
    if (!(await work.drafts.save(next, seen))) return "changed";
    await work.drafts.decide(shop, asideId, now);
    return "chosen";
  });
}
