import type { TicketChoices } from "#app/services/drafts/ticket-lines.ts";
import { readContent, readShown } from "./read-draft-form.ts";
import { readRequestForm } from "./read-request-form.ts";

/** The stand-alone review as its form holds it, to be shown again as it was entered. */
export type ReviewForm = {
  subject: string;
  body: string;
  reason: string | null;
  choices: TicketChoices;
  /** The choices the text was shown with. */
  shown: TicketChoices;
  textHashes: { subject: string; body: string };
  /** Whether the text is the merchant's own and follows no choice any more. */
  edited: boolean;
};

export function readReviewForm(data: FormData): ReviewForm {
  const { wantedOn, claimRefund, body } = readContent(data);
  const choices = { wantedOn, claimRefund };
  const textOf = (name: string) => String(data.get(name) ?? "");
  return {
    ...readRequestForm(data),
    choices,
    shown: readShown(data)?.choices ?? choices,
    textHashes: { subject: textOf("subjectMark"), body: textOf("bodyMark") },
    edited: body !== null,
  };
}

/** The form with the text its choices lead to, to be read once more. */
export const withChangedText = (
  form: ReviewForm,
  { body, bodyHash }: { body: string; bodyHash: string },
): ReviewForm => ({
  ...form,
  body,
  shown: form.choices,
  textHashes: { ...form.textHashes, body: bodyHash },
});
