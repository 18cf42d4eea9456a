import type { Translator } from "#app/messages/translator.ts";
import type { DraftContent } from "#app/ports/index.ts";
import type { DraftField } from "#app/services/drafts/draft-content.ts";

/** What a field of the draft is called. */
export const fieldName = (field: DraftField, t: Translator["t"]): string =>
  field === "wantedOn" || field === "claimRefund" ? t(`draft.${field}`) : t(`review.${field}`);

/** What a version says in one field, as a reader sees it. */
export function fieldText(field: DraftField, content: DraftContent, { t, date }: Translator): string {
  const value = content[field];
  if (typeof value === "boolean") return t("draft.choice", { yes: String(value) });
  if (value === null) return t(field === "subject" || field === "body" ? "draft.composed" : "draft.empty");
  return field === "wantedOn" ? date(value) : value;
}
