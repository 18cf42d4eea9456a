import type { Temporal } from "temporal-polyfill";
import type { DraftContent } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { LINK_ACTOR } from "../link-actor.ts";
import { EMPTY_DRAFT } from "./draft-content.ts";

export type DraftAuthor = "you" | "colleague" | "link";
export type SavedVersion = { id: string; content: DraftContent; at: string; by: DraftAuthor };

export type DraftView = {
  /** 0 while nothing was saved. */
  version: number;
  content: DraftContent;
  saved: { at: string; by: DraftAuthor } | null;
  /** A version that came when somebody else had saved; a person has to choose. */
  conflict: SavedVersion | null;
  /** Versions that were replaced, newest first; each can be put back. */
  others: SavedVersion[];
};

/** How many replaced versions are offered; older ones are kept all the same. */
const MOST_SHOWN = 5;

type Version = { content: DraftContent; savedAt: Temporal.Instant; savedBy: string };

/** The shop's draft as one person sees it. */
export async function showDraft(
  { shop, actor }: { shop: string; actor: string },
  deps: Pick<Deps, "db">,
): Promise<DraftView> {
  const savedDraft = await deps.db.drafts.find(shop);
  const asides = await deps.db.drafts.asides(shop);
  const asSaved = ({ id, ...version }: Version & { id: string }): SavedVersion => ({
    id,
    content: version.content,
    at: version.savedAt.toString(),
    by: authorOf(version.savedBy, actor),
  });
  // Without a draft there is nothing to choose between: what was kept aside can be put back.
  const open = savedDraft ? asides.find(({ decidedAt }) => decidedAt === null) : undefined;
  return {
    version: savedDraft?.version ?? 0,
    content: savedDraft?.content ?? EMPTY_DRAFT,
    saved: savedDraft && { at: savedDraft.savedAt.toString(), by: authorOf(savedDraft.savedBy, actor) },
    conflict: open ? asSaved(open) : null,
    others: asides
      .filter(({ decidedAt }) => savedDraft === null || decidedAt !== null)
      .slice(0, MOST_SHOWN)
      .map(asSaved),
  };
}

function authorOf(savedBy: string, actor: string): DraftAuthor {
  if (savedBy === LINK_ACTOR) return "link";
  return savedBy === actor ? "you" : "colleague";
}
