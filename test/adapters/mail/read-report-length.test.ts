import { describe, expect, it } from "vitest";
import { readMailReport } from "#app/adapters/mail/read-report.server.ts";
import { aBounce } from "#test/factories/bounces/report.ts";

const bounce = { to: "owner@acme.example", messageId: "<0123456789abcdef@settled.example>" };
const read = (text: string) => readMailReport(Buffer.from(text, "utf8"));

describe("a long report", () => {
  it("is read from its beginning: the mail it repeats may be as long as it likes", async () => {
    const long = aBounce(bounce).replace("\r\n--B1--", `${"\r\nquoted text".repeat(10_000)}\r\n--B1--`);
    const report = await read(long);
    expect([report.events.length, report.about]).toEqual([1, [bounce.messageId]]);
  });

  it("is not searched for what stands behind thousands of lines", async () => {
    const late = `From: MAILER-DAEMON@mx.example\r\n\r\n${"\r\n".repeat(3_000)}550 5.1.1 User unknown\r\nMessage-ID: ${bounce.messageId}\r\n`;
    expect(await read(late)).toEqual({ events: [], about: [] });
  });

  it("is none when its header never ends", async () => {
    const endless = `X-Filler: ${"a,".repeat(20_000)}\r\n${aBounce(bounce)}`;
    expect(await read(endless)).toEqual({ events: [], about: [] });
  });
});
