import express, { type Request, type Response, type Router } from "express";
import type { Temporal } from "temporal-polyfill";
import { pageContext } from "#sandbox/admin/pages/context.ts";
import type { SandboxSettings } from "#sandbox/config.ts";
import type { Mailbox } from "#sandbox/mail/index.ts";
import type { ApiFaults } from "./api/faults.ts";
import { ticketApis } from "./api/index.ts";
import { ticketListPage } from "./pages/list-page.ts";
import { ticketPage } from "./pages/ticket-page.ts";
import { replyTo } from "./reply.ts";
import { deskText } from "./text.ts";
import { openTickets, PUT_AWAY, type Ticket } from "./tickets.ts";

export interface HelpDesk {
  readonly router: Router;
  reset(): void;
}

/** impact.com's help desk: a mail to its address or a call of its APIs becomes a ticket, an agent answers by mail. */
export function createHelpDesk({
  settings,
  clock,
  mailbox,
}: {
  readonly settings: Pick<SandboxSettings, "dataDir" | "helpDeskAddress" | "helpDeskApiKey">;
  readonly clock: { now(): Temporal.Instant };
  readonly mailbox: Pick<Mailbox, "onMail" | "smtpPort">;
}): HelpDesk {
  const tickets = openTickets(settings.dataDir);
  const address = settings.helpDeskAddress.toLowerCase();
  const deps = { tickets, clock, smtpPort: mailbox.smtpPort, address };
  mailbox.onMail((mail) => {
    if (mail.entry.to.includes(address)) tickets.receive(mail);
  });

  const desk = express.Router();
  desk.use(express.urlencoded({ extended: false }));
  desk.get("/", (req, res) => {
    res.send(ticketListPage(pageContext(req, clock.now()), tickets.list(), address));
  });
  desk.get("/tickets.json", (_req, res) => void res.json(tickets.list()));

  const withTicket =
    (answer: (ticket: Ticket, req: Request, res: Response) => void | Promise<void>) =>
    (req: Request, res: Response, next: (cause: unknown) => void) => {
      const ticket = tickets.find(req.params.number ?? "");
      const { t } = pageContext(req, clock.now());
      if (ticket) Promise.resolve(answer(ticket, req, res)).catch(next);
      else res.status(404).type("text/plain").send(deskText(t.locale)("notFound"));
    };
  const reply = (kind: "acknowledgement" | "question" | "answer") =>
    withTicket(async (ticket, req, res) => {
      const context = pageContext(req, clock.now());
      const words = { kind, text: String(req.body.text ?? "") };
      const result = await replyTo(ticket, words, deskText(context.t.locale), deps);
      if (result.outcome === "not-sent") res.status(502).send(ticketPage(context, ticket, result.reason));
      else res.redirect(303, `/help-desk/tickets/${ticket.number}`);
    });

  desk.get(
    "/tickets/:number",
    withTicket((ticket, req, res) => {
      res.send(ticketPage(pageContext(req, clock.now()), ticket, null));
    }),
  );
  desk.post("/tickets/:number/acknowledge", reply("acknowledgement"));
  desk.post("/tickets/:number/ask", reply("question"));
  desk.post("/tickets/:number/close", reply("answer"));
  desk.post(
    "/tickets/:number/resume",
    withTicket((ticket, _req, res) => {
      if (ticket.status === "waiting")
        tickets.change(ticket.number, (changed) => {
          changed.status = "acknowledged";
          changed.resumedAt = clock.now().toString();
        });
      res.redirect(303, `/help-desk/tickets/${ticket.number}`);
    }),
  );

  desk.post(
    "/tickets/:number/put-away",
    withTicket((ticket, req, res) => {
      const as = PUT_AWAY.find((each) => each === req.body.as) ?? null;
      tickets.change(ticket.number, (changed) => {
        changed.putAway = as;
      });
      res.redirect(303, `/help-desk/tickets/${ticket.number}`);
    }),
  );

  const faults: ApiFaults = { mode: "none" };
  const router = express.Router();
  router.use(ticketApis({ tickets, faults, clock, apiKey: settings.helpDeskApiKey }));
  router.use("/help-desk", desk);
  return {
    router,
    reset() {
      faults.mode = "none";
      tickets.reset();
    },
  };
}
