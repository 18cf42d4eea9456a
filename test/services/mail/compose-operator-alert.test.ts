import { describe, expect, it } from "vitest";
import { anOutbox } from "./an-outbox.ts";

const OPERATOR = "operator@settled.example";

/** Subject and text of the mail that the operator gets. The language of the store plays no part. */
async function alertOf(content: Record<string, unknown>) {
  const { sent } = await anOutbox({ purpose: "operator-alert", recipient: OPERATOR, locale: "de", content });
  const { subject, body } = await sent();
  return { subject, text: body.kind === "text" ? body.text : null };
}

const HELP =
  "docs/operations.md says what to do. You get this once a day while it lasts. The address /stuckz shows the current state.";
const OLDEST = "2026-06-21T08:00:00Z";
const stuck = (what: string, change = {}) =>
  alertOf({ kind: "stuck", what, job: "deliver-mail", count: 2, oldest: OLDEST, ...change });

describe("the mail to the operator", () => {
  it("is plain text in English, whatever language the store speaks", async () => {
    const content = { kind: "old-table", table: "rates", asOf: "2025-06-02" };
    const { sent } = await anOutbox({
      purpose: "operator-alert",
      recipient: OPERATOR,
      locale: "de",
      content,
    });
    expect(await sent()).toEqual({
      messageId: "<notice@settled.example>",
      to: OPERATOR,
      replyTo: null,
      locale: "en",
      subject: "Settled: exchange rates of Mon, Jun 2, 2025",
      body: {
        kind: "text",
        text: "Amounts in other currencies are estimated with the ECB rates of Mon, Jun 2, 2025, more than a year ago. Download the daily file of the ECB. Then run npm run rates -- eurofxref.csv.\n\nYou get this once a month until it is done. More is in docs/operations.md.",
      },
      headers: { "Auto-Submitted": "auto-generated" },
    });
  });

  it("names the day on which the holidays were looked at last", async () => {
    expect(await alertOf({ kind: "old-table", table: "holidays", asOf: "2025-06-02" })).toEqual({
      subject: "Settled: holidays of Mon, Jun 2, 2025",
      text: "The holidays were last checked on Mon, Jun 2, 2025, more than a year ago. Update the package date-holidays, run npm run holidays, and add days proclaimed since to app/domain/closing/holidays.ts.\n\nYou get this once a month until it is done. More is in docs/operations.md.",
    });
  });

  it.each([
    [
      "late",
      "Settled: a closing request is not getting through",
      "A closing request of acme.myshopify.com has been waiting for an hour. Channel: freshdesk. Tries: 7. Last answer: 503 Service Unavailable. Settled keeps trying for a day. Check the channel’s address and API key.",
    ],
    [
      "given-up",
      "Settled: a closing request could not be delivered",
      "Settled stopped trying to deliver a closing request of acme.myshopify.com. Channel: freshdesk. Tries: 7. Last answer: 503 Service Unavailable. The merchant sees this and can send the request by hand. Check the channel’s address and API key.",
    ],
  ])("says which ticket is %s, by which channel, and what was answered", async (kind, subject, text) => {
    const facts = {
      channel: "freshdesk",
      attempts: 7,
      reason: "503 Service Unavailable",
      shop: "acme.myshopify.com",
    };
    expect(await alertOf({ kind, ...facts })).toEqual({ subject, text });
  });

  it("says how many of what are stuck, since when, and where to look", async () => {
    const since = "Jun 21, 2026, 8:00 AM (UTC)";
    expect(await stuck("webhooks")).toEqual({
      subject: "Settled: webhooks are waiting",
      text: `2 Shopify webhooks have been waiting for more than 5 minutes. The oldest came on ${since}. If one is an uninstall, a token still exists and a warning is late.\n\n${HELP}`,
    });
    expect(await stuck("mails", { count: 1 })).toEqual({
      subject: "Settled: emails are waiting",
      text: `1 email has been waiting for more than an hour. It was written on ${since}. Check the mail server and its password.\n\n${HELP}`,
    });
    expect(await stuck("tickets")).toMatchObject({ subject: "Settled: closing requests are waiting" });
    expect(await stuck("tokens")).toMatchObject({
      subject: "Settled: tokens of stores that uninstalled still exist",
    });
    expect(await stuck("left-stores")).toMatchObject({
      subject: "Settled: stores that uninstalled are not checked",
    });
  });

  it("names the kind of the jobs that gave up, which wait since no moment", async () => {
    expect(await stuck("jobs", { oldest: null })).toEqual({
      subject: "Settled: jobs gave up (deliver-mail)",
      text: `2 jobs of the kind “deliver-mail” have used all their tries within a day. They wait until you start them again.\n\n${HELP}`,
    });
  });

  it("lists each answer that nobody knows, a line each, with its value or that it is missing", async () => {
    const oddity = { resource: "Invoices", field: "State", value: "PAUSED", answers: 3 };
    const missing = { resource: "Contracts", field: "EndDate", value: null, answers: 1 };
    expect(await alertOf({ kind: "oddities", oddities: [oddity, missing] })).toEqual({
      subject: "Settled: 2 new kinds of answers from impact.com or the help desk",
      text: [
        "An answer contained something Settled does not know:",
        "- Invoices, State: the new value “PAUSED” (3 answers)",
        "- Contracts, EndDate: missing, or not in the known form (1 answer)",
        "",
        "A new value counts as open until Settled knows it. A row that cannot be read is set aside and counted, and its store sees how many. A list that cannot be read counts as not known. docs/operations.md says what to do. You get this once for each.",
      ].join("\n"),
    });
    expect(await alertOf({ kind: "oddities", oddities: [oddity] })).toMatchObject({
      subject: "Settled: a new kind of answer from impact.com or the help desk",
    });
  });
});
