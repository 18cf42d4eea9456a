import { isDeepStrictEqual } from "node:util";
import express, { type Router } from "express";
import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { lastMoved, type Ticket } from "../tickets.ts";
import type { ApiDeps } from "./api-deps.ts";
import { basicAuth } from "./basic-auth.ts";
import { type ApiFaults, misbehave, oddRows } from "./faults.ts";

const newTicket = z.object({
  ticket: z.object({
    subject: z.string().min(1),
    comment: z.object({ body: z.string().min(1) }),
    requester: z.object({ name: z.string(), email: z.email() }),
    external_id: z.string().optional(),
    custom_fields: z.array(z.object({ id: z.int(), value: z.unknown() })).optional(),
  }),
});

const STATUS = { new: "new", acknowledged: "open", waiting: "pending", closed: "solved" } as const;
const KEY_LIVES_HOURS = 2;

const idOf = ({ number }: Ticket): number => Number(number.replace(/\D/g, ""));
const shownBy = (faults: ApiFaults) => (ticket: Ticket) => ({
  id: idOf(ticket),
  subject: ticket.subject,
  status:
    faults.mode === "new-status"
      ? "escalated"
      : ticket.putAway === "merged"
        ? "closed"
        : STATUS[ticket.status],
  tags: ticket.putAway === "merged" ? ["closed_by_merge"] : ticket.tags,
  external_id: ticket.externalId,
  created_at: ticket.receivedAt,
  updated_at: lastMoved(ticket),
});

/** The part of Zendesk's ticketing API that opens, lists and shows tickets; mounted at `/zendesk/api/v2`. */
export function zendeskApi({ tickets, faults, apiKey, clock }: ApiDeps): Router {
  const keys = new Map<string, { body: unknown; ticket: Ticket; at: Temporal.Instant }>();
  const router = express.Router();
  const shown = shownBy(faults);
  router.use(misbehave(faults));
  router.use(
    basicAuth((user, password) => user.endsWith("/token") && password === apiKey, {
      error: "Couldn't authenticate you",
    }),
  );
  router.use(express.json());
  const mine = () => tickets.list().filter(({ channel }) => channel === "zendesk");
  /** A deleted ticket is shown by no list and by no number of its own. */
  const listed = () => mine().filter(({ putAway }) => putAway !== "deleted" && putAway !== "spam");

  router.post("/tickets.json", (req, res) => {
    const read = newTicket.safeParse(req.body);
    if (!read.success) {
      res.status(422).json({ error: "RecordInvalid", description: "Record validation errors" });
      return;
    }
    if (faults.mode === "required-field" && !read.data.ticket.custom_fields?.length) {
      const details = { base: [{ description: "Topic: cannot be blank", error: "BlankValue" }] };
      res.status(422).json({ error: "RecordInvalid", description: "Record validation errors", details });
      return;
    }
    const key = req.header("idempotency-key");
    const known = key === undefined ? undefined : keys.get(key);
    if (known && clock.now().since(known.at).total("hours") < KEY_LIVES_HOURS) {
      if (!isDeepStrictEqual(known.body, req.body)) {
        res
          .status(400)
          .json({ error: "IdempotentRequestError", description: "Request parameters are different" });
        return;
      }
      res
        .status(201)
        .set("x-idempotency-lookup", "hit")
        .json({ ticket: shown(known.ticket) });
      return;
    }
    const { subject, comment, requester, external_id } = read.data.ticket;
    const ticket = tickets.open({
      channel: "zendesk",
      receivedAt: clock.now().toString(),
      from: { name: requester.name, address: requester.email },
      subject,
      text: comment.body,
      tags: [],
      externalId: external_id ?? null,
    });
    if (key !== undefined) keys.set(key, { body: req.body, ticket, at: clock.now() });
    res
      .status(201)
      .set("x-idempotency-lookup", "miss")
      .json({ ticket: shown(ticket) });
  });

  router.get("/tickets.json", (req, res) => {
    const wanted = req.query.external_id;
    const found = listed().filter(({ externalId }) => wanted === undefined || externalId === wanted);
    res.json({ tickets: [...oddRows(faults), ...found.map(shown)], count: found.length, next_page: null });
  });

  router.get("/deleted_tickets.json", (_req, res) => {
    const gone = mine().filter(({ putAway }) => putAway === "deleted");
    const deleted = gone.map((ticket) => ({
      id: idOf(ticket),
      subject: ticket.subject,
      previous_state: "open",
    }));
    res.json({ deleted_tickets: deleted, count: deleted.length, next_page: null });
  });

  router.get("/tickets/:file", (req, res) => {
    const ticket = listed().find((each) => `${idOf(each)}.json` === req.params.file);
    if (ticket) res.json({ ticket: shown(ticket) });
    else res.status(404).json({ error: "RecordNotFound", description: "Not found" });
  });
  return router;
}
