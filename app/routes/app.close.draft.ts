import type { ActionFunctionArgs } from "@remix-run/node";
import { readDraftForm } from "#app/http/read-draft-form.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { chooseDraft } from "#app/services/drafts/choose-draft.server.ts";
import type { DraftAnswer } from "#app/services/drafts/draft-answer.ts";
import { saveDraft } from "#app/services/drafts/save-draft.server.ts";
import { showDraft } from "#app/services/drafts/show-draft.server.ts";

/** Saves the draft as it is entered, or settles which of two versions goes on; answers with how it stands then. */
export async function action(args: ActionFunctionArgs): Promise<DraftAnswer> {
  const { shop, actor, deps } = await requireShop(args);
  const form = readDraftForm(await readForm(args.request));
  if (!form) throw new Response(null, { status: 400 });
  const result =
    form.intent === "save"
      ? await saveDraft({ shop, actor, ...form }, deps)
      : { outcome: await chooseDraft({ shop, actor, ...form }, deps) };
  return { result, savedDraft: await showDraft({ shop, actor }, deps) };
}

export { routeHeaders as headers } from "#app/components/page/route-boundary.tsx";
