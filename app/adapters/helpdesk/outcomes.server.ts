import type { Evidence } from "#app/domain/index.ts";
import type { LookUpOutcome, SubmitOutcome } from "#app/ports/index.ts";
import type { DeskAnswer } from "./desk-http.server.ts";

/** A ticket that was read and found wrong stays wrong; a refused key or a full queue may be put right. */
const WRONG_TICKET = new Set([400, 409, 413, 422]);

/** What an answer to "create" means; `evidenceOf` reads the new ticket's number, null when there is none. */
export function submitOutcome(
  answer: DeskAnswer,
  evidenceOf: (body: unknown) => Evidence | null,
): SubmitOutcome {
  if (answer.outcome === "not-reached") return { outcome: "not-accepted", reason: answer.reason };
  if (answer.outcome === "lost") return { outcome: "unknown", reason: answer.reason };
  const { status } = answer;
  const reason = `HTTP ${status}`;
  if (status >= 500) return { outcome: "unknown", reason };
  if (status >= 300) return { outcome: WRONG_TICKET.has(status) ? "refused" : "not-accepted", reason };
  const evidence = evidenceOf(answer.body);
  return evidence
    ? { outcome: "accepted", evidence }
    : { outcome: "unknown", reason: `${reason} without a ticket` };
}

/** What an answer to a search means; `find` returns undefined when the body is not a list of tickets at all. */
export function lookUpOutcome(
  answer: DeskAnswer,
  find: (body: unknown) => Evidence | null | undefined,
): LookUpOutcome {
  if (answer.outcome !== "answered") return { outcome: "unreachable", reason: answer.reason };
  if (answer.status !== 200) return { outcome: "unreachable", reason: `HTTP ${answer.status}` };
  const found = find(answer.body);
  if (found === undefined) return { outcome: "unreachable", reason: "not a list of tickets" };
  return found === null ? { outcome: "absent" } : { outcome: "found", evidence: found };
}
