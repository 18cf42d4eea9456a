import { notesOf } from "#app/domain/index.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import { currentRequest } from "#app/services/account/current-request.server.ts";
import type { Deps } from "../deps.ts";
import { type DraftView, showDraft } from "../drafts/show-draft.server.ts";
import { type ReopenedTask, showReopened } from "./show-reopened.server.ts";

export type Progress = {
  saved: DraftView["saved"];
  reopened: ReopenedTask[];
  /** For impact.com, in English; null while nothing is open again or no request is under way. */
  note: string | null;
};

/** How far a merchant and their team have come with closing, besides what impact.com says. */
export async function showProgress(
  input: { shop: string; actor: string },
  deps: Pick<Deps, "db">,
): Promise<Progress> {
  const { saved } = await showDraft(input, deps);
  const reopened = await showReopened(input, deps);
  const request = await currentRequest(input.shop, deps.db);
  const { t, note } = translatorFor("en");
  const leftovers = reopened
    .flatMap((task) => notesOf(task.leftovers).map((each) => `- ${note(each)}`))
    .join("\n");
  return {
    saved,
    reopened,
    note:
      request && reopened.length > 0
        ? t("watch.noteText", { reference: request.reference, leftovers })
        : null,
  };
}
