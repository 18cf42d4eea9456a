import type { DraftAside, Stores } from "#app/ports/index.ts";
import { LINK_ACTOR } from "#app/services/link-actor.ts";

/** More than anybody reads; a page that is sent on and on must not fill the table. */
export const MOST_ASIDES = 20;

/**
 * Keeps a version aside. When as many are kept as may be, an older one makes room: one of the same author's, settled ones
 * first; of a link's for somebody of the store; or else, for one that is settled itself, a settled one. False, and
 * nothing, where only other people's stand: nobody pushes those out.
 */
export async function keepAside(
  shop: string,
  aside: DraftAside,
  { drafts }: Pick<Stores, "drafts">,
): Promise<boolean> {
  const kept = (await drafts.asides(shop)).filter(({ id }) => id !== aside.id);
  const oldestFirst = kept.toReversed();
  const isOwn = ({ savedBy }: DraftAside) => savedBy === aside.savedBy;
  const isSettled = ({ decidedAt }: DraftAside) => decidedAt !== null;
  const goes =
    oldestFirst.find((each) => isOwn(each) && isSettled(each)) ??
    oldestFirst.find(isOwn) ??
    oldestFirst.find(({ savedBy }) => savedBy === LINK_ACTOR && aside.savedBy !== LINK_ACTOR) ??
    oldestFirst.find((each) => isSettled(each) && aside.decidedAt !== null);
  if (kept.length >= MOST_ASIDES) {
    if (!goes) return false;
    await drafts.dropAside(shop, goes.id);
  }
  await drafts.setAside(shop, aside);
  return true;
}
