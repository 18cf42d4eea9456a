import { inARow } from "#app/messages/close-up.ts";
import { findingText } from "#app/messages/finding-text.ts";
import type { Translator } from "#app/messages/translator.ts";
import type { MoveOutcome } from "#app/services/requests/save-move.server.ts";

/** Evidence a merchant can give; the table may name more. */
const FIELDS = ["ticketNumber", "proof", "statement"] as const;
export type EvidenceField = (typeof FIELDS)[number];

/** Why a move was not written down, and what to do about it. */
export function moveProblemText(moved: MoveOutcome | { outcome: "choose" }, t: Translator["t"]): string {
  switch (moved.outcome) {
    case "refused":
      return inARow(moved.findings.map((finding) => findingText(finding, t)));
    case "evidence-missing":
      return t("move.problem.evidence-missing", {
        needs: FIELDS.filter((field) => moved.needs.includes(field))
          .map((field) => t(`move.${field}`))
          .join(" / "),
      });
    case "being-sent":
    case "choose":
      return t(`move.problem.${moved.outcome}`);
    default:
      return t("move.problem.not-from-here");
  }
}

/** The field the problem belongs to; null where it is the choice itself. */
export function moveProblemField(moved: MoveOutcome | { outcome: "choose" }): EvidenceField | null {
  const named =
    moved.outcome === "evidence-missing"
      ? moved.needs
      : moved.outcome === "refused"
        ? moved.findings.map(({ field }) => field)
        : [];
  return FIELDS.find((field) => named.includes(field)) ?? null;
}
