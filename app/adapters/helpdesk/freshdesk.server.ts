import { z } from "zod";
import type { DeskStatus, HelpDesk, TicketToSend } from "#app/ports/index.ts";
import { createDeskHttp } from "./desk-http.server.ts";
import type { NoteSchemaDrift } from "./desk-schema-drift.server.ts";
import { lookUpOutcome, statusOutcome, submitOutcome } from "./outcomes.server.ts";

const created = z.object({ id: z.number().int() });
const listed = z.array(created.extend({ subject: z.string(), tags: z.array(z.string()).optional() }));
const shown = created.extend({ status: z.number().int(), updated_at: z.string().nullish() });

/** A requester without any ticket is refused as a filter: that says "absent" as surely as an empty list. */
const noSuchRequester = z.object({ errors: z.array(z.object({ field: z.literal("email") })).min(1) });

const PAGE = 100;
/** Freshdesk: 2 open, 3 pending (waits for the requester), 4 resolved, 5 closed. */
const WAITING = 3;
const SOLVED = [4, 5];
/** As Freshdesk names them; a desk's own statuses have no name here. */
const STATUS_NAMES = new Map([
  [2, "Open"],
  [3, "Pending"],
  [4, "Resolved"],
  [5, "Closed"],
]);
const STATUS_FIELD = "Freshdesk: ticket.status";
const OPEN_STATUS = 2;
const MEDIUM_PRIORITY = 2;

const evidence = (id: number) => ({ channel: "freshdesk", ticketNumber: String(id) });

/**
 * Freshdesk API v2. It knows no idempotency key, so the key goes along as a tag. The look-up lists the requester's
 * tickets and not the search index: the index lags behind by minutes, the list does not.
 */
export function createFreshdesk(options: {
  url: string;
  apiKey: string;
  note: NoteSchemaDrift;
  callMs?: number;
}): HelpDesk {
  // Freshdesk takes the API key as the user and ignores the password.
  const { url: baseUrl, apiKey: user, callMs } = options;
  const call = createDeskHttp({ baseUrl, user, secret: "X", callMs });
  return {
    kind: "freshdesk",
    async submit(ticket) {
      const body = {
        email: ticket.requester.email,
        name: ticket.requester.name,
        subject: ticket.subject,
        description: asHtml(ticket.body),
        status: OPEN_STATUS,
        priority: MEDIUM_PRIORITY,
        tags: [tagOf(ticket)],
      };
      const answer = await call({ method: "POST", path: "/api/v2/tickets", body });
      const read = (body: unknown) => {
        const ticketRead = created.safeParse(body);
        return ticketRead.success ? evidence(ticketRead.data.id) : null;
      };
      return submitOutcome(answer, read, () => options.note("Freshdesk: ticket.id", null));
    },
    async lookUp(ticket) {
      const query = new URLSearchParams({
        email: ticket.requester.email,
        order_by: "created_at",
        order_type: "desc",
        per_page: String(PAGE),
      });
      const answer = await call({ method: "GET", path: `/api/v2/tickets?${query}` });
      const isUnknown = answer.outcome === "answered" && noSuchRequester.safeParse(answer.body).success;
      if (isUnknown) return { outcome: "absent" };
      const find = (body: unknown) => {
        const tickets = listed.safeParse(body);
        if (!tickets.success) return undefined;
        // Agents edit tags, and the subject carries our reference too: either will do.
        const mine = tickets.data.find(
          ({ subject, tags }) => tags?.includes(tagOf(ticket)) || subject === ticket.subject,
        );
        return mine ? evidence(mine.id) : null;
      };
      return lookUpOutcome(answer, find, () => options.note("Freshdesk: list of tickets", null));
    },
    async readStatus(ticketNumber): Promise<DeskStatus> {
      const path = `/api/v2/tickets/${encodeURIComponent(ticketNumber)}`;
      const answer = await call({ method: "GET", path });
      const read = (body: unknown) => {
        const ticket = shown.safeParse(body);
        return ticket.success ? statusOf(ticket.data, options.note) : null;
      };
      return statusOutcome(answer, read, () => options.note(STATUS_FIELD, null));
    },
  };
}

/** A desk may have statuses of its own: the ticket counts as open, and the operator hears of each once. */
async function statusOf(
  { status, updated_at }: z.infer<typeof shown>,
  note: NoteSchemaDrift,
): Promise<DeskStatus> {
  const name = STATUS_NAMES.get(status);
  if (name === undefined) await note(STATUS_FIELD, String(status));
  return {
    outcome: "read",
    status: status === WAITING ? "waiting" : SOLVED.includes(status) ? "solved" : "open",
    said: name === undefined ? String(status) : `${name} (${status})`,
    saidAt: updated_at ?? null,
  };
}

/** Freshdesk tags hold at most 32 characters. */
const tagOf = ({ key }: TicketToSend): string => key.slice(0, 32);

/** The description is HTML; the merchant's words must arrive as words. */
function asHtml(text: string): string {
  const safe = text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
  return `<div>${safe.replace(/\n/g, "<br>")}</div>`;
}
