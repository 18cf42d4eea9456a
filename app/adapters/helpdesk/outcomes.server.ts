import type { Evidence } from "#app/domain/index.ts";
import type { DeskStatus, LookUpOutcome, SubmitOutcome } from "#app/ports/index.ts";
import type { DeskAnswer } from "./desk-http.server.ts";

/** A ticket that was read and found wrong stays wrong; a refused key or a full queue may be put right. */
const WRONG_TICKET = new Set([400, 409, 413, 422]);

/** What an answer to "create" means; `evidenceOf` reads the new ticket's number, null when there is none. */
export async function submitOutcome(
  answer: DeskAnswer,
  evidenceOf: (body: unknown) => Evidence | null,
  noteOtherForm: () => Promise<void>,
): Promise<SubmitOutcome> {
  if (answer.outcome === "not-reached") return { outcome: "not-accepted", reason: answer.reason };
  if (answer.outcome === "lost") return { outcome: "unknown", reason: answer.reason };
  const { status } = answer;
  const reason = `HTTP ${status}`;
  if (status >= 500) return { outcome: "unknown", reason };
  if (status >= 300) return { outcome: WRONG_TICKET.has(status) ? "refused" : "not-accepted", reason };
  const evidence = evidenceOf(answer.body);
  if (evidence) return { outcome: "accepted", evidence };
  if (isJson(answer)) await noteOtherForm();
  return { outcome: "unknown", reason: `${reason} without a ticket` };
}

/** What an answer to a search means; `find` returns undefined when the body is not a list of tickets at all. */
export async function lookUpOutcome(
  answer: DeskAnswer,
  find: (body: unknown) => Evidence | null | undefined,
  noteOtherForm: () => Promise<void>,
): Promise<LookUpOutcome> {
  if (answer.outcome !== "answered") return { outcome: "unreachable", reason: answer.reason };
  if (answer.status !== 200) return { outcome: "unreachable", reason: `HTTP ${answer.status}` };
  const found = find(answer.body);
  if (found === undefined) {
    if (isJson(answer)) await noteOtherForm();
    return { outcome: "unreachable", reason: "not a list of tickets" };
  }
  return found === null ? { outcome: "absent" } : { outcome: "found", evidence: found };
}

/** What `read` makes of the ticket in an answer; null when the ticket has not the form this app reads. */
export async function statusOutcome(
  answer: DeskAnswer,
  read: (body: unknown) => Promise<DeskStatus> | null,
  noteOtherForm: () => Promise<void>,
): Promise<DeskStatus> {
  if (answer.outcome !== "answered") return { outcome: "unreachable", reason: answer.reason };
  if (answer.status === 404) return { outcome: "missing" };
  const reason = `HTTP ${answer.status}`;
  if (answer.status !== 200) return { outcome: "unreachable", reason };
  const status = read(answer.body);
  if (status) return status;
  if (isJson(answer)) await noteOtherForm();
  return { outcome: "unreachable", reason: `${reason} without a status` };
}

/** A page of a proxy's, which is no JSON, is an outage and tells nothing about the API. */
const isJson = ({ body }: { body: unknown }): boolean => body !== null;
