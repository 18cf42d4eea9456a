import { describe, expect, it } from "vitest";
import { readMailReport } from "#app/adapters/mail/read-report.server.ts";
import { failureVerdict } from "#app/domain/index.ts";
import { DOCOMO, NETEASE, QQ } from "#test/factories/bounces/asian-providers.ts";
import { aBounce, aComplaint } from "#test/factories/bounces/report.ts";
import { MESSAGE_ID, OWNER } from "#test/factories/bounces/sample.ts";
import { EXCHANGE, EXIM, GMAIL, POSTFIX, QMAIL } from "#test/factories/bounces/servers.ts";

const to = "owner@acme.example";
const messageId = "<0123456789abcdef@settled.example>";
const read = (text: string) => readMailReport(Buffer.from(text, "utf8"));
const SAMPLES = [...EXCHANGE, ...POSTFIX, ...EXIM, ...GMAIL, ...QMAIL, ...QQ, ...NETEASE, ...DOCOMO];

describe("a message that came back", () => {
  it("names every address it may mean, ours first, and the mail it is about", async () => {
    const report = await read(aBounce({ to, messageId, final: "forwarded@elsewhere.example" }));
    expect(report.about).toEqual([messageId]);
    expect(report.events).toMatchObject([{ type: "bounce", addresses: [to, "forwarded@elsewhere.example"] }]);
  });

  it.each(SAMPLES.map((sample) => [sample.name, sample] as const))("%s", async (_name, sample) => {
    const { events, about } = await read(sample.message);
    const failures = events.flatMap((event) => (event.type === "bounce" ? [event.failure] : []));
    expect(failures.map(failureVerdict)).toEqual([sample.verdict]);
    expect(about).toEqual([MESSAGE_ID]);
    expect([[], [OWNER], [OWNER, OWNER]]).toContainEqual(events[0]?.addresses);
  });

  it("stands in forty samples and more, a third of them not final", () => {
    const notFinal = SAMPLES.filter(({ verdict }) => verdict !== "gone");
    expect(SAMPLES.length).toBeGreaterThanOrEqual(40);
    expect(notFinal.length * 3).toBeGreaterThanOrEqual(SAMPLES.length);
  });

  it.each(["delayed", "relayed", "expanded"])("says nothing when it was %s", async (action) => {
    expect(await read(aBounce({ to, messageId, action }))).toEqual({ events: [], about: [] });
  });

  it("says that a mail arrived", async () => {
    const { events } = await read(aBounce({ to, messageId, action: "delivered", status: "2.0.0" }));
    expect(events).toEqual([{ type: "delivery", addresses: [to, to] }]);
  });

  it.each([
    ["x500;/o=Org/cn=owner", [to]],
    ["unknown", [to]],
    [`rfc822; <${to}>`, [to, to]],
    ["rfc822;owner+2Bshop@acme.example", ["owner+2Bshop@acme.example", "owner+shop@acme.example", to]],
  ])("is known by its other address when Original-Recipient is %s", async (original, addresses) => {
    const text = aBounce({ to, messageId }).replace(
      `Original-Recipient: rfc822;${to}`,
      `Original-Recipient: ${original}`,
    );
    expect((await read(text)).events[0]?.addresses).toEqual(addresses);
  });

  it("is read in its international parts, and with the Message-ID of any copy", async () => {
    const text = aBounce({ to, messageId })
      .replace("message/delivery-status", "message/global-delivery-status")
      .replace(
        `Final-Recipient: rfc822; ${to}`,
        "Final-Recipient: utf-8; \\x{7528}\\x{6237}@\\x{4F8B}\\x{5B50}.example",
      );
    for (const copy of ["message/rfc822", "message/global", "message/global-headers"]) {
      const report = await read(text.replace("text/rfc822-headers", copy));
      expect(report.events[0]?.addresses).toEqual([to, "用户@例子.example"]);
      expect([copy, report.about]).toEqual([copy, [messageId]]);
    }
  });

  it("is a complaint when a mailbox's owner said so, and none when they took it back", async () => {
    expect(await read(aComplaint(to, messageId))).toEqual({
      events: [{ type: "complaint", addresses: [to] }],
      about: [messageId],
    });
    expect((await read(aComplaint(to, messageId, "not-spam"))).events).toEqual([]);
  });

  it("is a complaint about the mail it copies when it keeps the address to itself", async () => {
    const redacted = aComplaint(to, messageId).replace(
      `Original-Rcpt-To: <${to}>\r\n`,
      "Original-Rcpt-To: redacted\r\n",
    );
    expect(await read(redacted)).toEqual({
      events: [{ type: "complaint", addresses: [] }],
      about: [messageId],
    });
  });

  it("is nothing when a person wrote it, even about a bounce, or when it is no message at all", async () => {
    const letter = `From: a@b.example\r\nSubject: Undelivered Mail\r\n\r\nFinal-Recipient: rfc822; ${to}\r\nAction: failed\r\nStatus: 5.1.1\r\n550 5.1.1 User unknown\r\nMessage-ID: ${messageId}\r\n`;
    for (const text of [letter, "", "\u0000\u00ff\u00fe", "Content-Type: multipart/report\r\n\r\n--"])
      expect(await read(text)).toEqual({ events: [], about: [] });
  });

  it("is nothing when it is longer than any report", async () => {
    const long = aBounce({ to, messageId }) + "x".repeat(256 * 1024);
    expect(await read(long)).toEqual({ events: [], about: [] });
  });
});
