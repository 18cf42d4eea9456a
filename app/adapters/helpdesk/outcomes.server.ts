import { type Evidence, repeatable } from "#app/domain/index.ts";
import type { DeskStatus, LookUpOutcome, SubmitOutcome } from "#app/ports/index.ts";
import type { DeskAnswer } from "./desk-http.server.ts";

/** A ticket that was read and found wrong stays wrong; a refused key or a full queue may be put right. */
const WRONG_TICKET = new Set([400, 413, 422]);
/** Something like it is being written, or was: whether ours exists can only be asked for. */
const CONFLICT = 409;
const MAX_FIELDS_NAMED = 10;

type CreateReader = {
  /** The new ticket's number; null when there is none. */
  evidenceOf: (body: unknown) => Evidence | null;
  /** The fields a refusal complains about, with the desk's own word on each. */
  fieldsOf: (body: unknown) => { field: string; complaint: string }[];
  noteOtherForm: () => Promise<void>;
};

/** What an answer to "create" means. A refusal says which fields it was about, for whoever fills them by settings. */
export async function submitOutcome(
  answer: DeskAnswer,
  { evidenceOf, fieldsOf, noteOtherForm }: CreateReader,
): Promise<SubmitOutcome> {
  if (answer.outcome === "not-reached") return { outcome: "not-accepted", reason: answer.reason };
  if (answer.outcome === "lost") return { outcome: "unknown", reason: answer.reason };
  const { status } = answer;
  const reason = `HTTP ${status}`;
  // What led elsewhere may have been written before it did.
  if (status >= 500 || status === CONFLICT || (status >= 300 && status < 400))
    return { outcome: "unknown", reason };
  if (WRONG_TICKET.has(status)) return { outcome: "refused", reason: named(reason, fieldsOf(answer.body)) };
  if (status >= 300) return { outcome: "not-accepted", reason };
  const evidence = evidenceOf(answer.body);
  if (evidence) return { outcome: "accepted", evidence };
  if (isJson(answer)) await noteOtherForm();
  return { outcome: "unknown", reason: `${reason} without a ticket` };
}

/** Field names and codes only, and only such as cannot be about somebody. */
function named(reason: string, fields: { field: string; complaint: string }[]): string {
  const list = fields
    .slice(0, MAX_FIELDS_NAMED)
    .map(({ field, complaint }) => `${repeatable(field)} (${repeatable(complaint)})`);
  return list.length === 0 ? reason : `${reason}: ${list.join(", ")}`;
}

/** The rows of an answer to a search; an outcome when it cannot be had. `rowsOf` gives null for another form. */
export async function listedRows(
  answer: DeskAnswer,
  rowsOf: (body: unknown) => unknown[] | null,
  noteOtherForm: () => Promise<void>,
): Promise<{ rows: unknown[] } | { outcome: "unreachable"; reason: string }> {
  if (answer.outcome !== "answered") return { outcome: "unreachable", reason: answer.reason };
  if (answer.status !== 200) return { outcome: "unreachable", reason: `HTTP ${answer.status}` };
  const rows = rowsOf(answer.body);
  if (rows) return { rows };
  if (isJson(answer)) await noteOtherForm();
  return { outcome: "unreachable", reason: "not a list of tickets" };
}

/** Our ticket among the rows: other people's rows are passed over, whatever they look like. Null when it is not there. */
export async function foundAmong(
  rows: unknown[],
  {
    isOurs,
    evidenceOf,
    noteOtherForm,
  }: {
    isOurs: (row: Record<string, unknown>) => boolean;
    evidenceOf: (row: Record<string, unknown>) => Evidence | null;
    noteOtherForm: () => Promise<void>;
  },
): Promise<LookUpOutcome | null> {
  const ours = rows.filter(isRow).find(isOurs);
  if (!ours) return null;
  const evidence = evidenceOf(ours);
  if (evidence) return { outcome: "found", evidence };
  await noteOtherForm();
  return { outcome: "unreachable", reason: "our ticket without a number" };
}

const isRow = (row: unknown): row is Record<string, unknown> => typeof row === "object" && row !== null;

/** Where a desk keeps what it has put into its archive. */
const ARCHIVED = /\/archived\//;

/** What `read` makes of the ticket in an answer; null when the ticket has not the form this app reads. */
export async function statusOutcome(
  answer: DeskAnswer,
  read: (body: unknown) => Promise<DeskStatus> | null,
  noteOtherForm: () => Promise<void>,
): Promise<DeskStatus> {
  if (answer.outcome !== "answered") return { outcome: "unreachable", reason: answer.reason };
  if (answer.status === 404) return { outcome: "missing" };
  const reason = `HTTP ${answer.status}`;
  if (ARCHIVED.test(answer.location ?? ""))
    return { outcome: "read", status: "put-away", said: "Archived", saidAt: null };
  if (answer.status !== 200) return { outcome: "unreachable", reason };
  const status = read(answer.body);
  if (status) return status;
  if (isJson(answer)) await noteOtherForm();
  return { outcome: "unreachable", reason: `${reason} without a status` };
}

/** A page of a proxy's, which is no JSON, is an outage and tells nothing about the API. */
const isJson = ({ body }: { body: unknown }): boolean => body !== null;
