import { randomUUID } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import type { Stores } from "#app/ports/index.ts";
import { keepAside } from "./keep-aside.ts";

/** The draft became a request: it is no draft any more, and can be put back should the request be withdrawn. */
export async function archiveDraft(
  shop: string,
  work: Pick<Stores, "drafts">,
  now: Temporal.Instant,
): Promise<void> {
  const savedDraft = await work.drafts.find(shop);
  if (!savedDraft) return;
  const { content, savedAt, savedBy } = savedDraft;
  await keepAside(shop, { id: randomUUID(), content, savedAt, savedBy, decidedAt: now }, work);
  await work.drafts.remove(shop);
}
