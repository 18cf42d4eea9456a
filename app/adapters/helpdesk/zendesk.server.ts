import { z } from "zod";
import type { DeskStatus, HelpDesk } from "#app/ports/index.ts";
import { createDeskHttp } from "./desk-http.server.ts";
import { lookUpOutcome, submitOutcome } from "./outcomes.server.ts";

const created = z.object({ ticket: z.object({ id: z.number().int() }) });
const listed = z.object({
  tickets: z.array(z.object({ id: z.number().int(), external_id: z.string().nullable() })),
});
const shown = z.object({ ticket: z.object({ status: z.string(), updated_at: z.string().nullish() }) });

const evidence = (id: number) => ({ channel: "zendesk", ticketNumber: String(id) });

/**
 * Zendesk Ticketing API. The idempotency key covers two hours; the external id, which a ticket list can be asked by,
 * covers the time after.
 */
export function createZendesk(options: { url: string; email: string; apiToken: string }): HelpDesk {
  const call = createDeskHttp({
    baseUrl: options.url,
    user: `${options.email}/token`,
    secret: options.apiToken,
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
      return submitOutcome(answer, (read) => {
        const ticketRead = created.safeParse(read);
        return ticketRead.success ? evidence(ticketRead.data.ticket.id) : null;
      });
    },
    async lookUp({ key }) {
      const query = new URLSearchParams({ external_id: key });
      const answer = await call({ method: "GET", path: `/api/v2/tickets.json?${query}` });
      return lookUpOutcome(answer, (read) => {
        const tickets = listed.safeParse(read);
        if (!tickets.success) return undefined;
        const mine = tickets.data.tickets.find(({ external_id }) => external_id === key);
        return mine ? evidence(mine.id) : null;
      });
    },
    async readStatus(ticketNumber): Promise<DeskStatus> {
      const path = `/api/v2/tickets/${encodeURIComponent(ticketNumber)}.json`;
      const answer = await call({ method: "GET", path });
      if (answer.outcome !== "answered") return { outcome: "unreachable", reason: answer.reason };
      if (answer.status === 404) return { outcome: "missing" };
      const ticket = shown.safeParse(answer.body);
      if (answer.status !== 200 || !ticket.success)
        return { outcome: "unreachable", reason: `HTTP ${answer.status}` };
      const { status, updated_at } = ticket.data.ticket;
      return { outcome: "read", status: meaningOf(status), said: status, saidAt: updated_at ?? null };
    },
  };
}

/** `pending` waits for the requester; new, open and hold are the desk's turn. */
function meaningOf(status: string): "open" | "waiting" | "solved" {
  if (status === "pending") return "waiting";
  return status === "solved" || status === "closed" ? "solved" : "open";
}
