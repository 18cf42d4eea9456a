import { z } from "zod";
import type { DeskStatus, HelpDesk } from "#app/ports/index.ts";
import { createDeskHttp } from "./desk-http.server.ts";
import type { NoteSchemaDrift } from "./desk-schema-drift.server.ts";
import { lookUpOutcome, statusOutcome, submitOutcome } from "./outcomes.server.ts";

const created = z.object({ ticket: z.object({ id: z.number().int() }) });
const listed = z.object({
  tickets: z.array(z.object({ id: z.number().int(), external_id: z.string().nullable() })),
});
const shown = z.object({ ticket: z.object({ status: z.string(), updated_at: z.string().nullish() }) });

const STATUS_FIELD = "Zendesk: ticket.status";
/** `pending` waits for the requester; new, open and hold are the desk's turn. */
const MEANINGS = new Map<string, "open" | "waiting" | "solved">([
  ["new", "open"],
  ["open", "open"],
  ["hold", "open"],
  ["pending", "waiting"],
  ["solved", "solved"],
  ["closed", "solved"],
]);

const evidence = (id: number) => ({ channel: "zendesk", ticketNumber: String(id) });

/**
 * Zendesk Ticketing API. The idempotency key covers two hours; the external id, which a ticket list can be asked by,
 * covers the time after.
 */
export function createZendesk(options: {
  url: string;
  email: string;
  apiToken: string;
  note: NoteSchemaDrift;
  callMs?: number;
}): HelpDesk {
  const call = createDeskHttp({
    baseUrl: options.url,
    user: `${options.email}/token`,
    secret: options.apiToken,
    callMs: options.callMs,
  });
  return {
    kind: "zendesk",
    async submit({ key, subject, body, requester }) {
      const answer = await call({
        method: "POST",
        path: "/api/v2/tickets.json",
        headers: { "idempotency-key": key },
        body: { ticket: { subject, comment: { body }, requester, external_id: key } },
      });
      const read = (body: unknown) => {
        const ticketRead = created.safeParse(body);
        return ticketRead.success ? evidence(ticketRead.data.ticket.id) : null;
      };
      return submitOutcome(answer, read, () => options.note("Zendesk: ticket.id", null));
    },
    async lookUp({ key }) {
      const query = new URLSearchParams({ external_id: key });
      const answer = await call({ method: "GET", path: `/api/v2/tickets.json?${query}` });
      const find = (body: unknown) => {
        const tickets = listed.safeParse(body);
        if (!tickets.success) return undefined;
        const mine = tickets.data.tickets.find(({ external_id }) => external_id === key);
        return mine ? evidence(mine.id) : null;
      };
      return lookUpOutcome(answer, find, () => options.note("Zendesk: list of tickets", null));
    },
    async readStatus(ticketNumber): Promise<DeskStatus> {
      const path = `/api/v2/tickets/${encodeURIComponent(ticketNumber)}.json`;
      const answer = await call({ method: "GET", path });
      const read = (body: unknown) => {
        const ticket = shown.safeParse(body);
        return ticket.success ? statusOf(ticket.data.ticket, options.note) : null;
      };
      return statusOutcome(answer, read, () => options.note(STATUS_FIELD, null));
    },
  };
}

/** A status nobody here knows counts as open, and the operator hears of it once. */
async function statusOf(
  { status, updated_at }: z.infer<typeof shown>["ticket"],
  note: NoteSchemaDrift,
): Promise<DeskStatus> {
  const meaning = MEANINGS.get(status);
  if (meaning === undefined) await note(STATUS_FIELD, status);
  return { outcome: "read", status: meaning ?? "open", said: status, saidAt: updated_at ?? null };
}
