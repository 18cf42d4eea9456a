import { createServer } from "node:http";
import { createServer as createTcpServer, type Socket } from "node:net";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import type { HelpDesk, Oddity } from "#app/ports/index.ts";
import { listen } from "#sandbox/listen.ts";
import { anEndlessAnswer } from "#test/adapters/endless-answer.ts";
import { aSandbox, postForm, postJson } from "#test/sandbox/admin/a-sandbox.ts";
import {
  APIS,
  another,
  CHANNELS,
  freshdesk,
  type Place,
  smtpDesk,
  ticket,
  type Where,
  zendesk,
} from "./desks.ts";

/** A port that was open a moment ago and is not any more. */
async function aFreePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server, 0, "none");
  await new Promise((closed) => server.close(closed));
  return port;
}

let place: Where;
beforeEach(async () => {
  place = await aSandbox();
});
type Arrived = { number: string; subject: string; text: string; replyTo: { address: string } };
const arrived = async (): Promise<Arrived[]> => (await fetch(`${place.url}/help-desk/tickets.json`)).json();
const fault = (mode: string) => postJson(`${place.url}/help-desk/faults`, { mode });

describe.each(CHANNELS)("the help desk over %s", (_name, open) => {
  it("takes a ticket word for word and gives a reference to it", async () => {
    const outcome = await open(place).submit(ticket);
    expect(outcome).toMatchObject({ outcome: "accepted", evidence: { channel: expect.any(String) } });
    const evidence = outcome.outcome === "accepted" ? outcome.evidence : {};
    expect(evidence.ticketNumber ?? evidence.messageId).toMatch(/\S/);
    const [received] = await arrived();
    expect(received).toMatchObject({
      subject: ticket.subject,
      replyTo: { address: "owner@acme-outdoor.example" },
    });
    expect(received?.text.trim()).toBe(ticket.body);
  });

  it("says that nothing came when nobody listens", async () => {
    const port = await aFreePort();
    const outcome = await open({ url: `http://127.0.0.1:${port}`, smtpPort: port }).submit(ticket);
    expect(outcome.outcome).toBe("not-accepted");
  });

  it("never takes a refusal for an acceptance, and works again afterwards", async () => {
    await fault("down");
    await postJson(`${place.url}/mailbox/faults`, { mode: "reject" });
    expect((await open(place).submit(ticket)).outcome).not.toBe("accepted");
    expect(await arrived()).toEqual([]);
    await fault("none");
    await postJson(`${place.url}/mailbox/faults`, { mode: "none" });
    expect((await open(place).submit(ticket)).outcome).toBe("accepted");
  });

  it("keeps two requests two tickets", async () => {
    const desk = open(place);
    await desk.submit(ticket);
    await desk.submit(another);
    expect((await arrived()).map(({ subject }) => subject)).toEqual([another.subject, ticket.subject]);
  });
});

describe.each(APIS)("the ticket API of %s", (name, open) => {
  it("finds by its key a ticket whose answer was lost, and no other", async () => {
    const desk = open(place);
    expect(await desk.lookUp(ticket)).toEqual({ outcome: "absent" });
    await desk.submit(another);
    expect(await desk.lookUp(ticket)).toEqual({ outcome: "absent" });
    await fault("lost-answer");
    expect((await desk.submit(ticket)).outcome).toBe("unknown");
    await fault("none");
    const found = await desk.lookUp(ticket);
    const number = (await arrived())[0]?.number.replace("HD-", "");
    expect(found).toMatchObject({ outcome: "found", evidence: { ticketNumber: number } });
  });

  it("is unreachable, and not empty, while it is down or limits calls", async () => {
    const desk = open(place);
    for (const mode of ["down", "limit"]) {
      await fault(mode);
      expect((await desk.lookUp(ticket)).outcome, mode).toBe("unreachable");
      expect((await desk.readStatus("10001")).outcome, mode).toBe("unreachable");
    }
    expect((await desk.submit(ticket)).outcome).toBe("not-accepted");
  });

  it.each([
    ["takes the call and never answers", ""],
    ["goes silent in the middle of the answer", 'HTTP/1.1 201 Created\r\nContent-Length: 99\r\n\r\n{"id":10'],
  ])("may have the ticket when the line %s, and is asked before it is sent again", async (_what, begun) => {
    const silent = createTcpServer((line) => void line.write(begun));
    const port = await listen(silent, 0, "none");
    const lines = new Set<Socket>();
    silent.on("connection", (line) => {
      // The desk's client hangs up: that is what is tested.
      line.on("error", () => undefined);
      lines.add(line);
    });
    onTestFinished(() => {
      for (const line of lines) line.destroy();
      silent.close();
    });
    const desk = open({ ...place, url: `http://127.0.0.1:${port}`, callMs: 60 });
    expect((await desk.submit(ticket)).outcome).toBe("unknown");
    expect((await desk.lookUp(ticket)).outcome).toBe("unreachable");
    expect((await desk.readStatus("10001")).outcome).toBe("unreachable");
  });

  it("may have the ticket when the answer never ends: 16 MiB are read, and the line is let go", async () => {
    const { url, letGo } = await anEndlessAnswer();
    const desk = open({ ...place, url });
    expect((await desk.submit(ticket)).outcome).toBe("unknown");
    // What lies in the buffers of the line comes on top.
    expect(await letGo).toBeLessThan(32 * 1024 * 1024);
    expect((await desk.lookUp(ticket)).outcome).toBe("unreachable");
    expect((await desk.readStatus("10001")).outcome).toBe("unreachable");
  });

  it("keeps a ticket waiting, and its key secret, when the key is refused", async () => {
    const outcome = await open({ ...place, key: "wrong-secret-key" }).submit(ticket);
    expect(outcome).toEqual({ outcome: "not-accepted", reason: "HTTP 401" });
  });

  it("gives up on a ticket the desk finds wrong", async () => {
    const wrong = { ...ticket, requester: { name: "", email: "no address" } };
    expect((await open(place).submit(wrong)).outcome).toBe("refused");
    expect(await arrived()).toEqual([]);
  });

  it("tells untouched, open, waiting and solved apart", async () => {
    const desk = open(place);
    const sent = await desk.submit(ticket);
    const number = sent.outcome === "accepted" ? (sent.evidence.ticketNumber ?? "") : "";
    const status = async () => {
      const { said, saidAt, ...meaning } = { said: "", saidAt: "", ...(await desk.readStatus(number)) };
      expect(said).toMatch(/\S/);
      expect(saidAt).toMatch(/^\d{4}-\d\d-\d\dT/);
      return meaning;
    };
    // Nobody has touched it: no status moved, no reply, no assignee.
    expect(await status()).toEqual({ outcome: "read", status: "new" });
    await postForm(`${place.url}/help-desk/tickets/HD-${number}/ask`, { text: "The form, please." });
    expect(await status()).toEqual({ outcome: "read", status: "waiting" });
    await postForm(`${place.url}/help-desk/tickets/HD-${number}/resume`, {});
    expect(await status()).toEqual({ outcome: "read", status: "open" });
    await postForm(`${place.url}/help-desk/tickets/HD-${number}/close`, { text: "Closed." });
    expect(await status()).toEqual({ outcome: "read", status: "solved" });
    expect(await desk.readStatus("99999")).toEqual({ outcome: "missing" });
  });

  it("calls a ticket put away whose status nobody knows, and has the status noted (P7)", async () => {
    const noted: Oddity[] = [];
    const desk = open({ ...place, noted });
    const sent = await desk.submit(ticket);
    const number = sent.outcome === "accepted" ? (sent.evidence.ticketNumber ?? "") : "";
    await desk.readStatus(number);
    expect(noted).toEqual([]);
    await fault("new-status");
    const value = name === "Zendesk" ? "escalated" : "7";
    expect(await desk.readStatus(number)).toMatchObject({ outcome: "read", status: "put-away", said: value });
    expect(noted).toEqual([{ resource: "HelpDesk", field: `${name}: ticket.status`, value }]);
  });

  it("takes an answer without its fields for no answer, and has each noted (P7)", async () => {
    const noted: Oddity[] = [];
    const desk = open({ ...place, noted });
    const sent = await desk.submit(another);
    const number = sent.outcome === "accepted" ? (sent.evidence.ticketNumber ?? "") : "";
    await fault("no-fields");
    expect(await desk.submit(ticket)).toMatchObject({ outcome: "unknown" });
    expect(await desk.lookUp(ticket)).toMatchObject({ outcome: "unreachable" });
    expect(await desk.readStatus(number)).toMatchObject({ outcome: "unreachable" });
    const fields = ["ticket.id", "list of tickets", "ticket.status"];
    expect(noted).toEqual(
      fields.map((field) => ({ resource: "HelpDesk", field: `${name}: ${field}`, value: null })),
    );
    await fault("down");
    await desk.readStatus(number);
    expect(noted).toHaveLength(3);
  });
});

describe("sending the same ticket twice", () => {
  it.each([
    ["SMTP", smtpDesk],
    ["Zendesk", zendesk],
  ] as [string, (place: Place) => HelpDesk][])("is one ticket over %s, by its key", async (_name, open) => {
    await open(place).submit(ticket);
    await open(place).submit(ticket);
    expect(await arrived()).toHaveLength(1);
  });

  it("is two over Freshdesk, which has no such key: the reason for asking first", async () => {
    await freshdesk(place).submit(ticket);
    await freshdesk(place).submit(ticket);
    expect(await arrived()).toHaveLength(2);
  });
});
