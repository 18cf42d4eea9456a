import type { chooseDraft } from "./choose-draft.server.ts";
import type { saveDraft } from "./save-draft.server.ts";
import type { DraftView } from "./show-draft.server.ts";

/** What a page learns after it saved its draft, or chose between two versions. */
export type DraftAnswer = {
  result: Awaited<ReturnType<typeof saveDraft>> | { outcome: Awaited<ReturnType<typeof chooseDraft>> };
  savedDraft: DraftView;
};
