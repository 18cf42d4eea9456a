import express, { type Router } from "express";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { lastMoved, type Ticket } from "../tickets.ts";
import type { ApiDeps } from "./api-deps.ts";
import { basicAuth } from "./basic-auth.ts";
import { type ApiFaults, misbehave, oddRows } from "./faults.ts";

/** Unknown fields are refused, as Freshdesk does. */
const newTicket = z.strictObject({
  email: z.email(),
  name: z.string().optional(),
  subject: z.string().min(1).max(255),
  description: z.string().min(1),
  status: z.int().min(2).max(5),
  priority: z.int().min(1).max(4),
  tags: z.array(z.string().max(32)).optional(),
  type: z.string().optional(),
  product_id: z.int().optional(),
  group_id: z.int().optional(),
  custom_fields: z.record(z.string(), z.unknown()).optional(),
});

const STATUS = { new: 2, acknowledged: 2, waiting: 3, closed: 5 } as const;

/** A status of the desk's own making, as its administrator may add one. */
const NEW_STATUS = 7;

/** Some other ticket. */
const MERGED_INTO = 9_999;

/** The desk's only agent. */
const AGENT = 80_001;

const shownBy = (faults: ApiFaults) => (ticket: Ticket) => ({
  id: idOf(ticket),
  subject: ticket.subject,
  status:
    faults.mode === "new-status"
      ? NEW_STATUS
      : STATUS[ticket.putAway === "merged" ? "closed" : ticket.status],
  priority: 2,
  source: 2,
  tags: ticket.tags,
  // An agent who pressed a button has the ticket from then on.
  responder_id: ticket.status === "new" ? null : AGENT,
  deleted: ticket.putAway === "deleted",
  spam: ticket.putAway === "spam",
  created_at: ticket.receivedAt,
  updated_at: lastMoved(ticket),
});
const idOf = ({ number }: Ticket): number => Number(number.replace(/\D/g, ""));

const invalid = (errors: { field: string; message: string; code: string }[]) => ({
  description: "Validation failed",
  errors,
});

/** The part of Freshdesk's API v2 that opens, lists and shows tickets; mounted at `/freshdesk/api/v2`. */
export function freshdeskApi({ tickets, faults, apiKey, clock }: ApiDeps): Router {
  const router = express.Router();
  const shown = shownBy(faults);
  router.use(misbehave(faults));
  router.use(
    basicAuth((user) => user === apiKey, {
      code: "invalid_credentials",
      message: "You have to be logged in to perform this action.",
    }),
  );
  router.use(express.json());
  const mine = () => tickets.list().filter(({ channel }) => channel === "freshdesk");

  router.post("/tickets", (req, res) => {
    const read = newTicket.safeParse(req.body);
    if (!read.success) {
      const errors = read.error.issues.map((issue) => ({
        field: issue.path.join(".") || "body",
        message: issue.message,
        code: issue.code === "unrecognized_keys" ? "invalid_field" : "invalid_value",
      }));
      res.status(400).json(invalid(errors));
      return;
    }
    if (faults.mode === "required-field" && !read.data.custom_fields?.cf_topic) {
      const message = "It should not be blank as this is a mandatory field";
      res.status(400).json(invalid([{ field: "cf_topic", message, code: "missing_field" }]));
      return;
    }
    const { email, name, subject, description, tags } = read.data;
    const ticket = tickets.open({
      channel: "freshdesk",
      receivedAt: clock.now().toString(),
      from: { name: name ?? "", address: email },
      subject,
      text: textOf(description),
      tags: tags ?? [],
      externalId: null,
    });
    res
      .status(201)
      .location(`${req.baseUrl}/tickets/${idOf(ticket)}`)
      .json(shown(ticket));
  });

  router.get("/tickets", (req, res) => {
    const email = String(req.query.email ?? "");
    const requesters = mine().filter(({ from }) => email === "" || from.address === email);
    if (email !== "" && requesters.length === 0) {
      // Freshdesk knows a requester only once they have a ticket, and refuses a filter by one it does not know.
      const message = "There is no contact matching the given email";
      res.status(400).json(invalid([{ field: "email", message, code: "invalid_value" }]));
      return;
    }
    const found = requesters.filter(isListed(req.query, clock.now()));
    const [page, size] = [Number(req.query.page ?? 1), Number(req.query.per_page ?? 30)];
    res.json([...oddRows(faults), ...found.map(shown)].slice((page - 1) * size, page * size));
  });

  router.get("/tickets/:id", (req, res) => {
    const ticket = mine().find((each) => String(idOf(each)) === req.params.id);
    if (ticket?.putAway === "archived")
      res
        .status(301)
        .location(`${req.baseUrl}/tickets/archived/${idOf(ticket)}`)
        .end();
    else if (ticket) res.json(shown(ticket));
    else res.status(404).end();
  });

  /** What an agent wrote, and the note that joining two tickets leaves in the one that ends. */
  router.get("/tickets/:id/conversations", (req, res) => {
    const ticket = mine().find((each) => String(idOf(each)) === req.params.id);
    if (!ticket) {
      res.status(404).end();
      return;
    }
    const written = ticket.replies.map(({ text }) => ({ body_text: text, incoming: false, private: false }));
    const merged = {
      body_text: `This ticket is closed and merged into ticket ${MERGED_INTO}`,
      ...{ incoming: false, private: true },
    };
    const all = ticket.putAway === "merged" ? [...written, merged] : written;
    const [page, size] = [Number(req.query.page ?? 1), Number(req.query.per_page ?? 30)];
    res.json(all.slice((page - 1) * size, page * size));
  });
  return router;
}

/** The ordinary list leaves out trash and spam, and without a date what is older than 30 days. */
function isListed(query: Record<string, unknown>, now: Temporal.Instant) {
  const since = typeof query.updated_since === "string" ? Temporal.Instant.from(query.updated_since) : null;
  const from = since ?? now.subtract({ hours: 30 * 24 });
  return (ticket: Ticket): boolean => {
    const touched = Temporal.Instant.from(since ? lastMoved(ticket) : ticket.receivedAt);
    const list = ticket.putAway === "deleted" || ticket.putAway === "spam" ? ticket.putAway : undefined;
    return (
      Temporal.Instant.compare(touched, from) >= 0 && list === query.filter && ticket.putAway !== "archived"
    );
  };
}

/** Freshdesk shows agents the text of the HTML description. */
const textOf = (html: string): string =>
  html
    .replace(/<br\s*\/?>/gi, "\n")
    .replace(/<[^>]+>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
