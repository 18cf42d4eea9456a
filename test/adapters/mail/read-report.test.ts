import { describe, expect, it } from "vitest";
import { readMailReport } from "#app/adapters/mail/read-report.server.ts";
import { aBounce, aComplaint } from "#test/factories/bounces.ts";

const to = "owner@acme.example";
const messageId = "<0123456789abcdef@settled.example>";
const read = (text: string) => readMailReport(Buffer.from(text, "latin1"));

describe("a message that came back", () => {
  it("names the address we wrote to and the mail it is about", async () => {
    expect(await read(aBounce({ to, messageId, final: "forwarded@elsewhere.example" }))).toEqual({
      events: [{ type: "bounce", permanent: true, address: to }],
      about: [messageId],
    });
  });

  it.each([
    ["5.1.1", true],
    ["5.1.10 (null MX)", true],
    ["5.0.0", true],
    ["5.2.1", true],
    ["5.4.4", true],
    ["5.2.2", false],
    ["5.2.3", false],
    ["5.3.4", false],
    ["5.6.1", false],
    ["5.7.1", false],
    ["5.7.26", false],
    ["4.4.1", false],
    ["4.2.2", false],
    ["", false],
  ])("with status %s is a bounce for good: %s", async (status, permanent) => {
    const { events } = await read(aBounce({ to, messageId, status }));
    expect(events.map((event) => event.permanent)).toEqual([permanent]);
  });

  it.each(["delayed", "delivered", "relayed", "expanded"])(
    "says no bounce when it was %s",
    async (action) => {
      expect((await read(aBounce({ to, messageId, action }))).events).toEqual([]);
    },
  );

  it("is a complaint when a mailbox's owner said so, and none when they took it back", async () => {
    expect(await read(aComplaint(to, messageId))).toEqual({
      events: [{ type: "complaint", permanent: true, address: to }],
      about: [messageId],
    });
    expect((await read(aComplaint(to, messageId, "not-spam"))).events).toEqual([]);
  });

  it("is nothing when a person wrote it, even about a bounce, or when it is no message at all", async () => {
    const letter = `From: a@b.example\r\nSubject: Undelivered Mail\r\n\r\nFinal-Recipient: rfc822; ${to}\r\nAction: failed\r\nStatus: 5.1.1\r\n`;
    for (const text of [letter, "", "\u0000\u00ff\u00fe", "Content-Type: multipart/report\r\n\r\n--"])
      expect(await read(text)).toEqual({ events: [], about: [] });
  });
});
