import type { Temporal } from "temporal-polyfill";
import type { Stores } from "#app/ports/index.ts";

/** The draft became a request: it is no draft any more, and can be put back should the request be withdrawn. */
export async function putAwayDraft(
  shop: string,
  work: Pick<Stores, "drafts">,
  now: Temporal.Instant,
): Promise<void> {
  const draft = await work.drafts.find(shop);
  if (!draft) return;
  const { saveKey, content, savedAt, savedBy, version } = draft;
  await work.drafts.setAside(shop, {
    id: `${saveKey}@${version}`,
    content,
    savedAt,
    savedBy,
    decidedAt: now,
  });
  await work.drafts.remove(shop);
}
