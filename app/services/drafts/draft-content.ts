import type { DraftContent } from "#app/ports/index.ts";

/** Nothing chosen yet: the app's own text, as soon as possible, with the refund. */
export const EMPTY_DRAFT: DraftContent = {
  subject: null,
  body: null,
  reason: null,
  wantedOn: null,
  claimRefund: true,
  byHand: false,
};

export const DRAFT_FIELDS = ["subject", "body", "reason", "wantedOn", "claimRefund", "byHand"] as const;
export type DraftField = (typeof DRAFT_FIELDS)[number];

/** In what two versions differ. */
export const differences = (a: DraftContent, b: DraftContent): DraftField[] =>
  DRAFT_FIELDS.filter((field) => a[field] !== b[field]);
