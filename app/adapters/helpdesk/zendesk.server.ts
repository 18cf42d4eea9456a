import { z } from "zod";
import type { DeskStatus, HelpDesk } from "#app/ports/index.ts";
import type { DeskFields } from "./desk-fields.ts";
import { createDeskHttp, type DeskAnswer } from "./desk-http.server.ts";
import type { NoteSchemaDrift } from "./desk-schema-drift.server.ts";
import { foundAmong, listedRows, statusOutcome, submitOutcome } from "./outcomes.server.ts";
import { saidAt, ticketId } from "./ticket-shapes.ts";

/** Far more than any status of Zendesk's has; what is longer is no status. */
const MAX_STATUS_LENGTH = 100;

const created = z.object({ ticket: z.object({ id: ticketId }) });
const row = z.object({ id: ticketId });
const listed = z.object({ tickets: z.array(z.unknown()) });
const deletedList = z.object({ deleted_tickets: z.array(z.unknown()) });
const shown = z.object({
  ticket: z.object({
    id: ticketId,
    status: z.string().max(MAX_STATUS_LENGTH),
    updated_at: saidAt,
    tags: z.array(z.unknown()).nullish().catch(null),
  }),
});
const refusal = z.object({
  details: z.record(z.string(), z.array(z.object({ description: z.string(), error: z.string().nullish() }))),
});

/** What Zendesk puts on a ticket that was joined with another; its status is then an ordinary "closed". */
const MERGED_TAG = "closed_by_merge";
/** The agent may not see the trash. */
const NOT_SHOWN = [403, 404];

const STATUS_FIELD = "Zendesk: ticket.status";
/** `pending` waits for the requester; open and hold are the desk's turn; of a new one nobody has taken notice. */
const MEANINGS = new Map<string, "new" | "open" | "waiting" | "solved">([
  ["new", "new"],
  ["open", "open"],
  ["hold", "open"],
  ["pending", "waiting"],
  ["solved", "solved"],
  ["closed", "solved"],
]);

const evidence = (id: number) => ({ channel: "zendesk", ticketNumber: String(id) });

/**
 * Zendesk Ticketing API. The idempotency key covers two hours; the external id, which a ticket list can be asked by,
 * covers the time after. What an agent threw away is on a list of its own, by its subject. `fields` fills what the desk
 * requires of a ticket beyond ours.
 */
export function createZendesk(options: {
  url: string;
  email: string;
  apiToken: string;
  note: NoteSchemaDrift;
  fields?: DeskFields | undefined;
  callMs?: number;
}): HelpDesk {
  const noteList = () => options.note("Zendesk: list of tickets", null);
  const call = createDeskHttp({
    baseUrl: options.url,
    user: `${options.email}/token`,
    secret: options.apiToken,
    callMs: options.callMs,
  });
  /** A deleted ticket is shown no more under its number. */
  async function isInTrash(ticketNumber: string): Promise<boolean> {
    const trash = await call(TRASH);
    if (trash.outcome !== "answered") return false;
    const rows = deletedList.safeParse(trash.body).data?.deleted_tickets ?? [];
    return rows.some((each) => String(row.safeParse(each).data?.id) === ticketNumber);
  }

  return {
    kind: "zendesk",
    async submit({ key, subject, body, requester }) {
      const answer = await call({
        method: "POST",
        path: "/api/v2/tickets.json",
        headers: { "idempotency-key": key },
        body: { ticket: { ...options.fields, subject, comment: { body }, requester, external_id: key } },
      });
      const evidenceOf = (answered: unknown) => {
        const ticketRead = created.safeParse(answered);
        return ticketRead.success ? evidence(ticketRead.data.ticket.id) : null;
      };
      const noteOtherForm = () => options.note("Zendesk: ticket.id", null);
      return submitOutcome(answer, { evidenceOf, fieldsOf, noteOtherForm });
    },
    async lookUp({ key, subject }) {
      const query = new URLSearchParams({ external_id: key });
      const answer = await call({ method: "GET", path: `/api/v2/tickets.json?${query}` });
      const all = await listedRows(answer, (body) => listed.safeParse(body).data?.tickets ?? null, noteList);
      if ("outcome" in all) return all;
      const isOurs = (each: Record<string, unknown>) => each.external_id === key;
      const found = await foundAmong(all.rows, { isOurs, evidenceOf: numberOf, noteOtherForm: noteList });
      if (found) return found;
      const trash = await call(TRASH);
      if (isHidden(trash)) return { outcome: "absent" };
      const gone = await listedRows(
        trash,
        (body) => deletedList.safeParse(body).data?.deleted_tickets ?? null,
        noteList,
      );
      if ("outcome" in gone) return gone;
      const isThrownAway = (each: Record<string, unknown>) => each.subject === subject;
      const reader = { isOurs: isThrownAway, evidenceOf: numberOf, noteOtherForm: noteList };
      return (await foundAmong(gone.rows, reader)) ?? { outcome: "absent" };
    },
    async readStatus(ticketNumber): Promise<DeskStatus> {
      const path = `/api/v2/tickets/${encodeURIComponent(ticketNumber)}.json`;
      const answer = await call({ method: "GET", path });
      if (isHidden(answer) && (await isInTrash(ticketNumber))) {
        await options.note(STATUS_FIELD, "deleted");
        return { outcome: "read", status: "put-away", said: "deleted", saidAt: null };
      }
      const read = (body: unknown) => {
        const ticket = shown.safeParse(body).data?.ticket;
        return ticket && String(ticket.id) === ticketNumber ? statusOf(ticket, options.note) : null;
      };
      return statusOutcome(answer, read, () => options.note(STATUS_FIELD, null));
    },
  };
}

const NEWEST_FIRST = new URLSearchParams({ sort_by: "deleted_at", sort_order: "desc" });
const TRASH = { method: "GET", path: `/api/v2/deleted_tickets.json?${NEWEST_FIRST}` } as const;

const isHidden = (answer: DeskAnswer) => answer.outcome === "answered" && NOT_SHOWN.includes(answer.status);

const numberOf = (each: Record<string, unknown>) => {
  const numbered = row.safeParse(each);
  return numbered.success ? evidence(numbered.data.id) : null;
};

/** A complaint about no single field says in its own words what is missing. */
const fieldsOf = (body: unknown) =>
  Object.entries(refusal.safeParse(body).data?.details ?? {}).flatMap(([field, complaints]) =>
    complaints.map(({ description, error }) => ({
      field,
      complaint: field === "base" ? description : (error ?? description),
    })),
  );

/** A status nobody here knows may mean anything: nobody is said to have the ticket, and the operator hears of it once. */
async function statusOf(
  { status, updated_at: saidAt, tags }: z.infer<typeof shown>["ticket"],
  note: NoteSchemaDrift,
): Promise<DeskStatus> {
  const meaning = MEANINGS.get(status);
  const isMerged = tags?.includes(MERGED_TAG) ?? false;
  if (meaning !== undefined && !isMerged) return { outcome: "read", status: meaning, said: status, saidAt };
  const said = isMerged ? "merged" : status;
  await note(STATUS_FIELD, said);
  return { outcome: "read", status: "put-away", said, saidAt };
}
