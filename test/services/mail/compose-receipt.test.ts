import { describe, expect, it } from "vitest";
import type { ShopRow } from "#app/ports/index.ts";
import { deliverMail } from "#app/services/mail/deliver-mail.server.ts";
import { at } from "#test/factories/rows.ts";
import { aRequest } from "#test/services/requests/a-request.ts";
import { anOutbox, blocksOf, FINISH, FOOTER } from "./an-outbox.ts";

const FACTS = {
  reference: "SET-7KQ2-M9XD",
  sentAt: "2026-06-21T09:00:00Z",
  timeZone: "America/New_York",
  supportAddress: "help-desk@impact.test",
  subject: "Please close account IR1",
  body: "Please close it.\n",
};
const receipt = (facts = {}, change: Partial<ShopRow> | null = {}) =>
  anOutbox({ purpose: "closing-receipt", content: { ...FACTS, ...facts } }, change);

const SENT = [
  {
    kind: "paragraph",
    text: "Settled sent your closing request to help-desk@impact.test: Jun 21, 2026, 5:00 AM (Eastern Time). Reference: SET-7KQ2-M9XD.",
  },
  {
    kind: "strong",
    text: "Your account is not closed yet. Billing and tracking continue until impact.com confirms the closing.",
  },
  {
    kind: "paragraph",
    text: "impact.com answers to this address. No answer within 3 business days? Write to impact.com again and name the reference.",
  },
];
const TEXT = { kind: "foreign", text: "Please close account IR1\n\nPlease close it.", lang: "en" };

describe("the receipt", () => {
  it("says what was sent when and to whom, that nothing is closed yet, and brings the text", async () => {
    expect(await (await receipt()).sent()).toEqual({
      messageId: "<notice@settled.example>",
      to: "owner@acme-outdoor.example",
      replyTo: null,
      locale: "en",
      subject: "Your closing request SET-7KQ2-M9XD was sent",
      body: { kind: "blocks", blocks: [...SENT, TEXT, ...FOOTER] },
      headers: { "Auto-Submitted": "auto-generated" },
    });
  });

  it("brings the way to the request's page to who left the admin", async () => {
    const { sent } = await receipt({}, { uninstalledAt: at("2026-06-21T08:00:00Z") });
    const action = { kind: "action", text: "See your request", href: FINISH };
    expect(blocksOf(await sent())).toEqual([...SENT, action, TEXT, ...FOOTER]);
  });

  it("still goes to a store that is erased, without a way back", async () => {
    expect(blocksOf(await (await receipt({}, null)).sent())).toEqual([...SENT, TEXT, ...FOOTER]);
  });

  it("says nothing of billing to a partner, whom impact.com does not charge", async () => {
    expect(blocksOf(await (await receipt({ isBilled: false })).sent())[1]).toEqual({
      kind: "strong",
      text: "Your account is not closed yet. Tracking continues until impact.com confirms the closing.",
    });
  });

  it("marks each half of the text with its language, and neither begins with the blanks of the other", async () => {
    const body = "Please close it.\n\n---\nUnknown words\n\nBitte schließen.\n";
    const blocks = blocksOf(await (await receipt({ body })).sent());
    expect(blocks.slice(3, 5)).toEqual([
      { kind: "foreign", text: "Please close account IR1\n\nPlease close it.", lang: "en" },
      { kind: "foreign", text: "---\nUnknown words\n\nBitte schließen." },
    ]);
  });

  it("speaks the store's language", async () => {
    const { sent } = await anOutbox({ purpose: "closing-receipt", locale: "de", content: FACTS });
    expect((await sent()).locale).toBe("de");
  });
});

describe("the receipt's PDF", () => {
  it("comes with the mail, named by the reference, in the store's language", async () => {
    const { deps, deliver, reference } = await aRequest({ locale: "de" });
    await deliver();
    const [file, ...more] = deps.mailer.sent[0]?.attachments ?? [];
    expect(more).toEqual([]);
    expect(file).toMatchObject({ fileName: `${reference}.pdf`, contentType: "application/pdf" });
    const text = Buffer.from(file?.bytes ?? []).toString();
    expect(text).toContain("%PDF-fake");
    expect(text).toContain('"language":"de"');
  });

  it("is left out where there is no such request any more", async () => {
    const { deps, deliver } = await receipt();
    const faults: unknown[] = [];
    deps.log.error = (...fault: unknown[]) => void faults.push(fault);
    expect(await deliver()).toBe("sent");
    expect(deps.mailer.sent[0]).not.toHaveProperty("attachments");
    expect(faults).toEqual([]);
  });

  it("holds no mail up when it cannot be made, and the fault is written down", async () => {
    const { deps, shop, mails } = await aRequest();
    const faults: unknown[][] = [];
    const log = { ...deps.log, error: (...fault: unknown[]) => void faults.push(fault) };
    const broken = new Error("no font");
    const pdf = { write: () => Promise.reject(broken) };
    const mailId = mails("closing-receipt")[0]?.id ?? "";
    expect(await deliverMail({ shop, mailId }, { ...deps, log, pdf })).toBe("sent");
    expect(deps.mailer.sent[0]?.subject).toMatch(/^Your closing request SET-.* was sent$/);
    expect(deps.mailer.sent[0]).not.toHaveProperty("attachments");
    expect(faults).toEqual([[{ err: broken, shop }, "the receipt's PDF could not be made"]]);
  });

  it("comes with no other mail about a request", async () => {
    const { deps, tell, deliver } = await aRequest();
    await tell("told-closed");
    await deliver();
    expect(deps.mailer.sent.map(({ attachments }) => attachments?.length ?? 0)).toEqual([1, 0]);
  });
});
