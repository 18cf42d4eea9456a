import { createServer } from "node:http";
import { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { createSmtpDesk } from "#app/adapters/helpdesk/smtp.server.ts";
import type { HelpDesk, Oddity, SmtpStep } from "#app/ports/index.ts";
import { listen } from "#sandbox/listen.ts";
import { createFakeMailer } from "#test/fakes/deps.ts";
import { aSandbox, postForm, postJson } from "#test/sandbox/admin/a-sandbox.ts";
import { APIS, another, freshdesk, smtpDesk, ticket, type Where } from "./desks.ts";

let place: Where;
beforeEach(async () => {
  place = await aSandbox();
});
const fault = (mode: string) => postJson(`${place.url}/help-desk/faults`, { mode });
const mailFault = (mode: string) => postJson(`${place.url}/mailbox/faults`, { mode });
const arrived = async () => (await fetch(`${place.url}/help-desk/tickets.json`)).json();
const submitted = async (desk: HelpDesk) => {
  const sent = await desk.submit(ticket);
  return sent.outcome === "accepted" ? (sent.evidence.ticketNumber ?? "") : "";
};
const putAway = (number: string, as: string) =>
  postForm(`${place.url}/help-desk/tickets/HD-${number}/put-away`, { as });

describe.each(APIS)("a ticket at %s", (name, open) => {
  it("is put away, and with nobody, when an agent put it away; taken back, it lies there as it came", async () => {
    const desk = open(place);
    const number = await submitted(desk);
    const states = name === "Zendesk" ? ["deleted", "merged"] : ["deleted", "spam", "merged", "archived"];
    for (const as of states) {
      await putAway(number, as);
      expect([as, await desk.readStatus(number)]).toMatchObject([
        as,
        { outcome: "read", status: "put-away" },
      ]);
    }
    await putAway(number, "");
    expect(await desk.readStatus(number)).toMatchObject({ outcome: "read", status: "new" });
  });

  it("has each standing noted for the operator that means nobody works on it", async () => {
    const noted: Oddity[] = [];
    const desk = open({ ...place, noted });
    const number = await submitted(desk);
    await putAway(number, "deleted");
    await desk.readStatus(number);
    expect(noted).toMatchObject([
      { field: `${name}: ticket.status`, value: expect.stringMatching(/^deleted$/i) },
    ]);
  });

  it("is found in the trash before it is sent again", async () => {
    const desk = open(place);
    const number = await submitted(desk);
    await putAway(number, "deleted");
    expect(await desk.lookUp(ticket)).toMatchObject({ outcome: "found", evidence: { ticketNumber: number } });
    expect(await desk.lookUp(another)).toEqual({ outcome: "absent" });
  });

  it("is found among other people's rows, whatever these look like", async () => {
    const desk = open(place);
    const number = await submitted(desk);
    await fault("odd-rows");
    expect(await desk.lookUp(ticket)).toMatchObject({ outcome: "found", evidence: { ticketNumber: number } });
    expect(await desk.lookUp(another)).toEqual({ outcome: "absent" });
  });

  it("may exist after a conflict: it is asked for, and sent again under the same key", async () => {
    const desk = open(place);
    await fault("conflict");
    expect(await desk.submit(ticket)).toEqual({ outcome: "unknown", reason: "HTTP 409" });
    await fault("none");
    expect((await desk.lookUp(ticket)).outcome).toBe("found");
    expect(await arrived()).toHaveLength(1);
  });

  it("is refused with the name of the field that is missing, and taken once the settings fill it", async () => {
    await fault("required-field");
    const missing = name === "Zendesk" ? "base (Topic: cannot be blank)" : "cf_topic (missing_field)";
    const status = name === "Zendesk" ? 422 : 400;
    expect(await open(place).submit(ticket)).toEqual({
      outcome: "refused",
      reason: `HTTP ${status}: ${missing}`,
    });
    const fields = {
      custom_fields: name === "Zendesk" ? [{ id: 360_001, value: "billing" }] : { cf_topic: "Billing" },
    };
    expect((await open({ ...place, fields }).submit(ticket)).outcome).toBe("accepted");
    expect(await arrived()).toMatchObject([{ subject: ticket.subject }]);
  });
});

describe("a ticket at Freshdesk", () => {
  it("is found among spam, and when it is older than the ordinary list", async () => {
    const desk = freshdesk(place);
    const number = await submitted(desk);
    await putAway(number, "spam");
    expect((await desk.lookUp(ticket)).outcome).toBe("found");
    await putAway(number, "");
    expect((await postJson(`${place.url}/clock`, { to: "2026-07-01" })).status).toBe(200);
    expect((await desk.lookUp(ticket)).outcome).toBe("found");
  });

  it("is looked for through every page, and not called absent when they do not end", async () => {
    const rows = Array.from({ length: 100 }, (_, index) => ({ id: index + 1, subject: null, tags: [] }));
    const asked: string[] = [];
    const server = createServer((req, res) => {
      const query = new URL(req.url ?? "", "http://desk.example").searchParams;
      asked.push(`${query.get("filter") ?? "list"} ${query.get("page")}`);
      const isSecond = query.get("page") === "2" && query.get("email") !== null;
      const mine = { id: 501, subject: ticket.subject, tags: null };
      res.setHeader("content-type", "application/json").end(JSON.stringify(isSecond ? [mine] : rows));
    });
    const port = await listen(server, 0, "none");
    onTestFinished(() => void server.close());
    const desk = freshdesk({ ...place, url: `http://127.0.0.1:${port}` });
    expect(await desk.lookUp(ticket)).toMatchObject({ outcome: "found", evidence: { ticketNumber: "501" } });
    expect(asked).toEqual(["list 1", "list 2"]);
    const absent = await desk.lookUp({
      ...another,
      writtenAt: Temporal.Instant.from("2026-05-12T09:00:00Z"),
    });
    expect(absent).toEqual({
      outcome: "unreachable",
      reason: "too many tickets to look through (list: deleted)",
    });
  });
});

describe("a closed ticket at Freshdesk", () => {
  const NOTE = "This ticket is closed and merged into ticket 182769";
  const row = (body_text: string | null, incoming = false) => ({ body_text, incoming, private: true });
  const many = Array.from({ length: 100 }, () => row("Hello."));
  /** A desk that shows ticket 5 as closed, and these pages of messages in it; a number is a status. */
  async function closedWith(pages: (unknown[] | number)[]): Promise<HelpDesk> {
    const server = createServer((req, res) => {
      const url = new URL(req.url ?? "", "http://desk.example");
      const isTicket = !url.pathname.endsWith("/conversations");
      const page = isTicket ? { id: 5, status: 5 } : (pages[Number(url.searchParams.get("page")) - 1] ?? []);
      res.statusCode = typeof page === "number" ? page : 200;
      res.setHeader("content-type", "application/json").end(JSON.stringify(page));
    });
    const port = await listen(server, 0, "none");
    onTestFinished(() => void server.close());
    return freshdesk({ ...place, url: `http://127.0.0.1:${port}` });
  }

  it.each<[string, (unknown[] | number)[], object]>([
    ["with the note of a merge", [[row("Hello."), row(NOTE)]], { status: "put-away", said: "Merged" }],
    ["with that note on a later page", [many, [row(NOTE)]], { status: "put-away", said: "Merged" }],
    ["without it", [[row("Hello."), row(null), null, "odd"]], { status: "solved", said: "Closed (5)" }],
    ["in which the merchant wrote so", [[row(NOTE, true)]], { status: "solved", said: "Closed (5)" }],
    ["whose messages this key may not see", [403], { status: "solved", said: "Closed (5)" }],
    ["whose messages cannot be had now", [503], { outcome: "unreachable" }],
  ])("%s is told so", async (_name, pages, expected) => {
    const desk = await closedWith(pages);
    expect(await desk.readStatus("5")).toMatchObject({ outcome: "read", ...expected });
  });
});

describe("a ticket as e-mail", () => {
  it.each([
    ["no-sender", "not-accepted"],
    ["mailbox-full", "not-accepted"],
    ["no-mailbox", "refused"],
    ["no-content", "refused"],
  ])("when the server says %s is %s", async (mode, outcome) => {
    await mailFault(mode);
    expect((await smtpDesk(place).submit(ticket)).outcome).toBe(outcome);
    await mailFault("none");
    expect((await smtpDesk(place).submit(ticket)).outcome).toBe("accepted");
  });

  it.each([
    ["sign-in", 535, "535 5.7.8 Authentication credentials invalid", "not-accepted"],
    ["greeting", 554, "554 5.7.1 no service for you", "not-accepted"],
    ["sender", 550, "550 5.1.8 sender address rejected", "not-accepted"],
    ["recipient", 530, "530 5.7.0 Authentication required", "not-accepted"],
    ["recipient", 554, "554 5.7.1 Relay access denied", "not-accepted"],
    ["recipient", 550, "550 5.4.5 Daily user sending quota exceeded", "not-accepted"],
    ["recipient", 552, "552 5.2.2 mailbox full", "not-accepted"],
    ["recipient", 450, "450 4.2.0 greylisted", "not-accepted"],
    ["recipient", 550, "550 5.1.1 no such user", "refused"],
    ["recipient", 554, "554 5.7.1 Client host [192.0.2.1] blocked using zen.spamhaus.org", "not-accepted"],
    ["recipient", 550, "550 5.1.8 <a@b.example>: Sender address rejected: Domain not found", "not-accepted"],
    ["recipient", 504, "504 5.5.2 <localhost>: Helo command rejected: need a full name", "not-accepted"],
    ["content", 550, "550 5.7.26 blocked: this mail is unauthenticated (SPF, DKIM)", "not-accepted"],
    ["content", 552, "552 5.3.4 message too big", "refused"],
    ["content", 554, "554 5.6.0 malformed", "refused"],
    ["content", 451, "451 4.3.0 later", "not-accepted"],
  ] as [SmtpStep, number, string, string][])(
    "at %s, %d is judged with its step: %s",
    async (step, code, reason, outcome) => {
      const mailer = createFakeMailer();
      mailer.answer = { outcome: "not-sent", step, code, reason };
      const desk = createSmtpDesk({ mailer, to: "help-desk@sandbox.example", domain: "settled.example" });
      expect(await desk.submit(ticket)).toEqual({ outcome, reason });
    },
  );
});
