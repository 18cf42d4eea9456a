import { describe, expect, it } from "vitest";
import type { Mail } from "#app/ports/index.ts";
import { aMail } from "#test/factories/rows.ts";
import { aRequest } from "#test/services/requests/a-request.ts";
import { blocksOf, FINISH, FOOTER, readable, STOP_LINK, STOPPABLE } from "./an-outbox.ts";

type Walk = Awaited<ReturnType<typeof aRequest>>;

/** The last mail that left, with a fixed reference in the place of the drawn one. */
async function lastMail({ deliver, deps, reference }: Walk): Promise<Mail> {
  await deliver();
  const mail = readable(deps.mailer.sent.at(-1));
  return JSON.parse(JSON.stringify(mail).replaceAll(reference, "SET-7KQ2-M9XD")) as Mail;
}
const paragraph = (text: string) => ({ kind: "paragraph", text });
const IN_ADMIN = paragraph("In your Shopify admin, open Settled, then Close account, then your request.");
const BILLING =
  "Your account is not closed yet. Billing and tracking continue until impact.com confirms the closing.";
const ENDING = [
  IN_ADMIN,
  {
    kind: "small",
    text: "You get this because of closing request SET-7KQ2-M9XD for Acme Outdoor. Settled emails you about it until it is finished.",
  },
  STOP_LINK,
  ...FOOTER,
];

/** Handed over on Sunday 21 June 2026 and closed, as the merchant noted, on the Monday after it. */
async function closed() {
  const walk = await aRequest();
  walk.deps.clock.set("2026-06-22T09:00:00Z");
  await walk.tell("told-closed");
  await walk.deliver();
  return walk;
}

describe("the mail about a change of the request (E4)", () => {
  it("says after a closing what to keep, and by when to look for the refund and at the card", async () => {
    const walk = await closed();
    const mail = await lastMail(walk);
    expect(mail).toMatchObject({
      to: "owner@acme-outdoor.example",
      locale: "en",
      subject: "You noted that the account is closed: SET-7KQ2-M9XD",
      headers: STOPPABLE,
    });
    expect(blocksOf(mail)).toEqual([
      {
        kind: "strong",
        text: "Jun 22, 2026, 5:00 AM (Eastern Time): a note says that impact.com closed your account. Closing request: SET-7KQ2-M9XD.",
      },
      paragraph(
        "Keep impact.com’s written confirmation. If there is none, answer in the ticket and ask for it.",
      ),
      paragraph(
        "If a balance was left, impact.com’s rule is a refund within 10 business days: by about Tue, Jul 7, 2026.",
      ),
      paragraph("Check your card until Mon, Jul 27, 2026. Settled then asks whether it was charged again."),
      paragraph("Ticket number: 1"),
      ...ENDING,
    ]);
  });

  it("names no days of a closing after a refusal, and says that fees go on", async () => {
    const walk = await aRequest();
    await walk.tell("told-rejected", { statement: "No." });
    const mail = await lastMail(walk);
    expect(mail.subject).toBe("Not accepted by impact.com: SET-7KQ2-M9XD");
    expect(blocksOf(mail)).toEqual([
      {
        kind: "strong",
        text: "Jun 21, 2026, 5:00 AM (Eastern Time): a note says that impact.com did not accept closing request SET-7KQ2-M9XD.",
      },
      paragraph("You can start a new request at any time. impact.com’s answer says what was missing."),
      paragraph("Ticket number: 1"),
      paragraph(BILLING),
      ...ENDING,
    ]);
  });

  it("names no ticket where no number was noted", async () => {
    const walk = await aRequest({}, "assisted");
    await walk.tell("told-handed-over");
    await walk.tell("told-rejected", { statement: "No." });
    expect(blocksOf(await lastMail(walk)).slice(1, 3)).toEqual([
      paragraph("You can start a new request at any time. impact.com’s answer says what was missing."),
      paragraph(BILLING),
    ]);
  });

  it("makes no link of a ticket number that looks like one", async () => {
    const walk = await aRequest();
    await walk.tell("told-ticket-number", { ticketNumber: "evil.example" });
    await walk.tell("told-rejected", { statement: "No." });
    expect(blocksOf(await lastMail(walk))).toContainEqual(paragraph("Ticket number: evil.\u2060example"));
  });

  it("stays what happened, also when the request moved on while it waited: no days of a closing", async () => {
    const walk = await closed();
    const { deps, shop, requestId } = walk;
    const content = { step: "desk-acknowledged", at: "2026-06-21T10:00:00Z" };
    await deps.db.mails.add(aMail({ shop, purpose: "status-change", requestId, content }));
    expect(blocksOf(await lastMail(walk)).slice(0, 4)).toEqual([
      {
        kind: "strong",
        text: "impact.com support opened the ticket for closing request SET-7KQ2-M9XD. Last checked Jun 21, 2026, 6:00 AM (Eastern Time).",
      },
      paragraph("Nothing to do now. impact.com answers to this address."),
      paragraph("Ticket number: 1"),
      paragraph(BILLING),
    ]);
  });

  it("brings a link to the request's page to who left the admin", async () => {
    const walk = await aRequest();
    await walk.leave();
    await walk.tell("told-rejected", { statement: "No." });
    const blocks = blocksOf(await lastMail(walk));
    expect(blocks).toContainEqual({ kind: "action", text: "See your request", href: FINISH });
    expect(blocks).not.toContainEqual(IN_ADMIN);
  });

  it("is dropped when the request is erased, or belongs to none", async () => {
    const { deps, shop, deliver } = await aRequest();
    for (const requestId of ["another-request", null])
      await deps.db.mails.add(aMail({ shop, purpose: "status-change", requestId, content: {} }));
    await deliver();
    expect(deps.db.rows().mails.filter(({ purpose }) => purpose === "status-change")).toMatchObject([
      { state: "dropped", lastError: "the request is erased" },
      { state: "dropped", lastError: "the request is erased" },
    ]);
  });
});

describe("the mail about a late refund (E5)", () => {
  it("says since when, what to do, and brings the text to send", async () => {
    const walk = await closed();
    await walk.round("2026-07-09T12:00:00Z");
    const mail = await lastMail(walk);
    expect(mail.subject).toBe("Refund from impact.com: it was due by about Tue, Jul 7, 2026");
    expect(blocksOf(mail)).toEqual([
      {
        kind: "strong",
        text: "impact.com’s rule is a refund within 10 business days of closing. That ended about Tue, Jul 7, 2026, and nobody noted a refund.",
      },
      paragraph("Was no balance left? Then there is nothing to do."),
      {
        kind: "list",
        items: [
          "Check the card that impact.com charged. The refund may have an earlier date.",
          "No refund there? Send this text to impact.com. It is in English for impact.com support.",
          "Still no refund after impact.com’s answer? Ask the bank that issued the card, and show it the closing confirmation.",
        ],
      },
      {
        kind: "quote",
        lang: "en",
        text: "Hello impact.com support,\n\nYou closed my account (my reference SET-7KQ2-M9XD, your ticket: 1). The refund was due within 10 business days, by about Tue, Jul 7, 2026. It has not arrived. Please tell me the amount, the date, and the card you sent it to.\n\nThank you.",
      },
      ...ENDING,
    ]);
  });

  it("is dropped when the refund came while it waited", async () => {
    const { round, tell, deliver, mails } = await closed();
    await round("2026-07-09T12:00:00Z");
    await tell("told-refunded");
    await deliver();
    expect(mails("refund-late")).toMatchObject([
      { state: "dropped", lastError: "the refund is not late any more" },
    ]);
  });

  it("is dropped when the account was closed anew while it waited: that refund is not late yet", async () => {
    const { round, tell, deliver, mails } = await closed();
    await round("2026-07-09T12:00:00Z");
    await tell("told-not-closed");
    await tell("told-closed");
    await deliver();
    expect(mails("refund-late")).toMatchObject([
      { state: "dropped", lastError: "the refund is not late any more" },
    ]);
  });
});

describe("the question about another charge", () => {
  it("names the closing's day, and brings the text to send after a charge", async () => {
    const walk = await closed();
    await walk.tell("told-refunded");
    await walk.round("2026-07-27T12:00:00Z");
    const mail = await lastMail(walk);
    expect(mail.subject).toBe("Has impact.com charged your card again?");
    expect(blocksOf(mail)).toEqual([
      {
        kind: "strong",
        text: "You noted that impact.com closed your account on Mon, Jun 22, 2026. A charge after that would be on your card by now. Check its statements since that day.",
      },
      paragraph("No new charge? Then there is nothing to do."),
      paragraph("A new charge? Send this text to impact.com. It is in English for impact.com support."),
      {
        kind: "quote",
        lang: "en",
        text: "Hello impact.com support,\n\nYou closed my account (my reference SET-7KQ2-M9XD, your ticket: 1). My card was charged again after that. Please tell me what the charge is for, and refund it.\n\nThank you.",
      },
      ...ENDING,
    ]);
  });

  it("is dropped when it was answered while the mail waited", async () => {
    const { round, tell, deliver, mails } = await closed();
    await round("2026-07-27T12:00:00Z");
    await tell("told-no-charge", {});
    await deliver();
    expect(mails("charge-question")).toMatchObject([
      { state: "dropped", lastError: "the question is answered" },
    ]);
  });
});
