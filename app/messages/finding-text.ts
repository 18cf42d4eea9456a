import { MAX_BODY, MAX_SUBJECT, type TicketFinding } from "#app/domain/index.ts";
import type { Translator } from "./translator.ts";

/** What is wrong with a request and how to put it right. */
export const findingText = ({ field, problem }: TicketFinding, t: Translator["t"]): string =>
  t(`review.finding.${problem}`, { field, max: field === "subject" ? MAX_SUBJECT : MAX_BODY });
