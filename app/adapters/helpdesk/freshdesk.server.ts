import { z } from "zod";
import type { DeskStatus, HelpDesk, LookUpOutcome, TicketToSend } from "#app/ports/index.ts";
import type { DeskFields } from "./desk-fields.ts";
import { createDeskHttp } from "./desk-http.server.ts";
import type { NoteSchemaDrift } from "./desk-schema-drift.server.ts";
import { wasMerged } from "./freshdesk-merged.ts";
import { foundAmong, listedRows, statusOutcome, submitOutcome } from "./outcomes.server.ts";
import { saidAt, ticketId } from "./ticket-shapes.ts";

const created = z.object({ id: ticketId });
const flag = z.boolean().nullish().catch(null);
const shown = created.extend({
  status: z.number().int(),
  updated_at: saidAt,
  ...{ deleted: flag, spam: flag, archived: flag },
  responder_id: z.number().nullish().catch(null),
  stats: z.object({ agent_responded_at: z.string().nullish() }).nullish().catch(null),
});
const refusal = z.object({ errors: z.array(z.object({ field: z.string(), code: z.string() })) });

/** A requester without any ticket is refused as a filter: that says "absent" as surely as an empty list. */
const noSuchRequester = z.object({ errors: z.array(z.object({ field: z.literal("email") })).min(1) });

const PAGE = 100;
/** No store and no trash has more of them in so short a time; then nothing is sure, and nothing is sent. */
const MAX_PAGES = 10;
/** The desk's clock may be another one. */
const HOURS_BEFORE = 24;
/** Before any desk: the whole list. */
const EVER = "2000-01-01T00:00:00Z";
/** Neither is on the ordinary list; each is a list of its own, and of everybody's. */
const PUT_AWAY_LISTS = ["deleted", "spam"];
/** Freshdesk: 2 open, 3 pending (waits for the requester), 4 resolved, 5 closed. */
const WAITING = 3;
const CLOSED = 5;
const SOLVED = [4, CLOSED];
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
 * tickets and not the search index: the index lags behind by minutes, the list does not. That list ends after 30 days
 * unless it is told since when, and leaves out what an agent took for spam or threw away. `fields` fills what the desk
 * requires of a ticket beyond ours.
 */
export function createFreshdesk(options: {
  url: string;
  apiKey: string;
  note: NoteSchemaDrift;
  fields?: DeskFields | undefined;
  callMs?: number;
}): HelpDesk {
  // Freshdesk takes the API key as the user and ignores the password.
  const { url: baseUrl, apiKey: user, callMs } = options;
  const call = createDeskHttp({ baseUrl, user, secret: "X", callMs });
  const noteList = () => options.note("Freshdesk: list of tickets", null);

  /** Looks through one list to its end; null when our ticket is not on it. */
  async function lookThrough(
    list: Record<string, string>,
    ticket: TicketToSend,
  ): Promise<LookUpOutcome | null> {
    // One requester's list is short, and asking for all of it trusts no clock; the lists of everybody's are not.
    const since =
      (list.email ? null : ticket.writtenAt)
        ?.subtract({ hours: HOURS_BEFORE })
        .toString({ smallestUnit: "second" }) ?? EVER;
    const unreachable = (reason: string): LookUpOutcome => ({
      outcome: "unreachable",
      reason: list.filter ? `${reason} (list: ${list.filter})` : reason,
    });
    for (let page = 1; page <= MAX_PAGES; page += 1) {
      const query = new URLSearchParams({
        ...list,
        updated_since: since,
        ...{ order_by: "created_at", order_type: "desc", per_page: String(PAGE), page: String(page) },
      });
      const answer = await call({ method: "GET", path: `/api/v2/tickets?${query}` });
      if (list.email && answer.outcome === "answered" && noSuchRequester.safeParse(answer.body).success)
        return null;
      const listed = await listedRows(answer, (body) => (Array.isArray(body) ? body : null), noteList);
      if ("outcome" in listed) return unreachable(listed.reason);
      const isOurs = ({ subject, tags }: Record<string, unknown>) =>
        // Agents edit tags, and the subject carries our reference too: either will do.
        (Array.isArray(tags) && tags.includes(tagOf(ticket))) || subject === ticket.subject;
      const found = await foundAmong(listed.rows, { isOurs, evidenceOf: read, noteOtherForm: noteList });
      if (found || listed.rows.length < PAGE) return found;
    }
    return unreachable("too many tickets to look through");
  }

  /** One that was joined with another is an ordinary closed one, but for a note in it. */
  async function standingOf(ticket: z.infer<typeof shown>, ticketNumber: string): Promise<DeskStatus> {
    const standing = await statusOf(ticket, options.note);
    if (ticket.status !== CLOSED || standing.outcome !== "read" || standing.status === "put-away")
      return standing;
    const merged = await wasMerged(ticketNumber, call);
    if (merged === "unreachable") return { outcome: "unreachable", reason: "the messages of the ticket" };
    if (!merged) return standing;
    await options.note(STATUS_FIELD, "Merged");
    return { ...standing, status: "put-away", said: "Merged" };
  }

  return {
    kind: "freshdesk",
    async submit(ticket) {
      const body = {
        priority: MEDIUM_PRIORITY,
        ...options.fields,
        email: ticket.requester.email,
        name: ticket.requester.name,
        subject: ticket.subject,
        description: asHtml(ticket.body),
        status: OPEN_STATUS,
        tags: [tagOf(ticket)],
      };
      const answer = await call({ method: "POST", path: "/api/v2/tickets", body });
      const noteOtherForm = () => options.note("Freshdesk: ticket.id", null);
      return submitOutcome(answer, { evidenceOf: read, fieldsOf, noteOtherForm });
    },
    async lookUp(ticket) {
      const lists = [
        { email: ticket.requester.email },
        ...PUT_AWAY_LISTS.map((filter): Record<string, string> => ({ filter })),
      ];
      for (const list of lists) {
        const found = await lookThrough(list, ticket);
        if (found) return found;
      }
      return { outcome: "absent" };
    },
    async readStatus(ticketNumber): Promise<DeskStatus> {
      const path = `/api/v2/tickets/${encodeURIComponent(ticketNumber)}?include=stats`;
      const answer = await call({ method: "GET", path });
      const readShown = (body: unknown) => {
        const ticket = shown.safeParse(body).data;
        return ticket && String(ticket.id) === ticketNumber ? standingOf(ticket, ticketNumber) : null;
      };
      return statusOutcome(answer, readShown, () => options.note(STATUS_FIELD, null));
    },
  };
}

const read = (body: unknown) => {
  const ticket = created.safeParse(body);
  return ticket.success ? evidence(ticket.data.id) : null;
};

const fieldsOf = (body: unknown) =>
  (refusal.safeParse(body).data?.errors ?? []).map(({ field, code }) => ({ field, complaint: code }));

/**
 * A ticket in the trash keeps its status, so the flags come first. A status of the desk's own may mean anything: then
 * nobody is said to have the ticket, and the operator hears of it once.
 */
async function statusOf(ticket: z.infer<typeof shown>, note: NoteSchemaDrift): Promise<DeskStatus> {
  const { status, updated_at: saidAt } = ticket;
  const flags = { Deleted: ticket.deleted, Spam: ticket.spam, Archived: ticket.archived };
  const [putAway] = Object.entries(flags).flatMap(([name, isSet]) => (isSet ? [name] : []));
  const name = STATUS_NAMES.get(status);
  if (putAway || name === undefined) {
    await note(STATUS_FIELD, putAway ?? String(status));
    return { outcome: "read", status: "put-away", said: putAway ?? String(status), saidAt };
  }
  const meaning = status === WAITING ? "waiting" : SOLVED.includes(status) ? "solved" : openOf(ticket);
  return { outcome: "read", status: meaning, said: `${name} (${status})`, saidAt };
}

/** Every ticket is born open: an agent who has it, or has answered, tells that somebody took notice. */
const openOf = ({ responder_id, stats }: z.infer<typeof shown>): "new" | "open" =>
  responder_id || stats?.agent_responded_at ? "open" : "new";

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
