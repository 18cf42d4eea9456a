import { describe, expect, it } from "vitest";
import { aRequest } from "#test/services/requests/a-request.ts";
import { blocksOf, readable } from "./an-outbox.ts";

type Walk = Awaited<ReturnType<typeof aRequest>>;

/** The mail on time to write, if one is due at this moment, with a fixed reference in the place of the drawn one. */
async function followUp({ round, deliver, deps, reference }: Walk, now: string) {
  await round(now);
  await deliver();
  const text = JSON.stringify(readable(deps.mailer.sent.at(-1)));
  return JSON.parse(text.replaceAll(reference, "SET-7KQ2-M9XD")) as ReturnType<typeof readable>;
}
const paragraph = (text: string) => ({ kind: "paragraph", text });

describe("the mail on the day after impact.com should have answered (D19)", () => {
  it("says since when, and brings the text to send in the ticket", async () => {
    const walk = await aRequest();
    walk.deps.helpDesk.status = { outcome: "read", status: "new", said: "new", saidAt: null };
    const mail = await followUp(walk, "2026-06-25T14:00:00Z");
    expect(mail.subject).toBe("No answer from impact.com by Wed, Jun 24, 2026: SET-7KQ2-M9XD");
    expect(blocksOf(mail).slice(0, 5)).toEqual([
      {
        kind: "strong",
        text: "No answer from impact.com by Wed, Jun 24, 2026 is noted for your closing request SET-7KQ2-M9XD.",
      },
      paragraph(
        "Send this text to impact.com, in the same ticket if you have its number. It is in English for impact.com support.",
      ),
      paragraph("Ticket number: 1"),
      {
        kind: "quote",
        lang: "en",
        text: "Hello impact.com support,\n\nOn Sun, Jun 21, 2026 I asked you to close my account (my reference SET-7KQ2-M9XD, your ticket: 1). I have had no answer for 3 business days. Please tell me what is missing and when you will close the account.\n\nThank you.",
      },
      paragraph("Already answered or sent? Note it with your request. The days are then counted again."),
    ]);
  });

  it("names no ticket where there is no number", async () => {
    const walk = await aRequest({}, "assisted");
    await walk.tell("told-handed-over");
    const mail = await followUp(walk, "2026-06-25T14:00:00Z");
    expect(mail.subject).toBe("No answer from impact.com by Wed, Jun 24, 2026: SET-7KQ2-M9XD");
    const blocks = blocksOf(mail);
    expect(blocks.map(({ kind }) => kind).slice(0, 4)).toEqual(["strong", "paragraph", "quote", "paragraph"]);
  });

  it("is dropped when it was sent while the mail waited", async () => {
    const { round, tell, deliver, mails, deps } = await aRequest();
    deps.helpDesk.status = { outcome: "read", status: "new", said: "new", saidAt: null };
    await round("2026-06-25T14:00:00Z");
    await tell("told-follow-up", { statement: "Sent." });
    await deliver();
    expect(mails("follow-up")).toMatchObject([
      { state: "dropped", lastError: "nothing is overdue any more" },
    ]);
  });
});

describe("the mail about a request that lies unsent", () => {
  it("says since when it is ready, and how to send it", async () => {
    const walk = await aRequest({}, "assisted");
    const mail = await followUp(walk, "2026-06-25T14:00:00Z");
    expect(mail.subject).toBe("Your closing request SET-7KQ2-M9XD is not sent yet");
    expect(blocksOf(mail).slice(0, 4)).toEqual([
      {
        kind: "strong",
        text: "Your closing request SET-7KQ2-M9XD has been ready since Jun 21, 2026, 5:00 AM (Eastern Time). You chose to send it yourself, and nobody noted that it was sent.",
      },
      paragraph(
        "Sign in at app.impact.com, open Support, and paste its text into a new ticket. Until then, impact.com does not have it, and fees continue.",
      ),
      paragraph("Already sent? Note it with your request, and add the ticket number."),
      paragraph("In your Shopify admin, open Settled, then Close account, then your request."),
    ]);
  });
});
