import { describe, expect, it } from "vitest";
import type { MailRow, SendOutcome } from "#app/ports/index.ts";
import { suppressionOf } from "#app/services/outbox/suppression.server.ts";
import { pseudonym } from "#app/services/pseudonym.ts";
import { anOutbox } from "./an-outbox.ts";

const OWNER = "owner@acme-outdoor.example";
const NO_SUCH_USER = "550 5.1.1 no such user";
const RECEIPT: Partial<MailRow> = {
  purpose: "closing-receipt",
  content: {
    reference: "SET-7KQ2-M9XD",
    sentAt: "2026-06-21T09:00:00Z",
    timeZone: "UTC",
    supportAddress: "help-desk@impact.test",
    subject: "Please close account IR1",
    body: "Please close it.",
  },
};
const ALERT: Partial<MailRow> = {
  purpose: "operator-alert",
  content: { kind: "old-table", table: "rates", asOf: "2025-06-02" },
};

type Answer = Exclude<SendOutcome, { outcome: "sent" }>;
const answer = (change: Partial<Extract<Answer, { outcome: "not-sent" }>> = {}): Answer => ({
  outcome: "not-sent",
  step: "recipient",
  code: 550,
  reason: NO_SUCH_USER,
  ...change,
});

/** What becomes of a mail, and whether its address is written to again, after an answer of the mail server. */
async function afterAnswer(given: Answer, mail = RECEIPT) {
  const { deps, shop, deliver } = await anOutbox(mail);
  deps.mailer.answer = given;
  const outcome = await deliver().catch((error: Error) => `failed: ${error.message}`);
  const [row] = deps.db.rows().mails.filter((each) => each.shop === shop);
  return {
    outcome,
    state: row?.state,
    lastError: row?.lastError,
    suppressed: await suppressionOf(OWNER, deps),
  };
}

describe("a mail that the server does not take", () => {
  it("is given up when the mailbox does not exist, and so is the address", async () => {
    expect(await afterAnswer(answer())).toEqual({
      outcome: "dropped",
      state: "dropped",
      lastError: "refused by the mailbox: 550 5.1.1 no such user",
      suppressed: "bounce",
    });
    expect(await afterAnswer(answer({ code: 500 }))).toMatchObject({
      outcome: "dropped",
      suppressed: "bounce",
    });
  });

  it.each([
    ["the server asks to come again later", answer({ code: 451, reason: "451 try later" })],
    ["the server's code is the last of those", answer({ code: 499 })],
    ["no code came", answer({ code: null })],
    ["it refused the content", answer({ step: "content" })],
    ["it refused us", answer({ reason: "550 5.7.1 relaying denied" })],
    ["the answer got lost", { outcome: "unknown", reason: NO_SUCH_USER } as const],
  ])("waits, and silences nobody, when %s", async (_when, given) => {
    expect(await afterAnswer(given)).toEqual({
      outcome: `failed: ${given.reason}`,
      state: "pending",
      lastError: given.reason,
      suppressed: null,
    });
  });

  it("silences nobody when the server refuses us, on another day again", async () => {
    const { deps, deliver } = await anOutbox(RECEIPT);
    deps.mailer.answer = answer({ reason: "550 5.7.1 relaying denied" });
    await expect(deliver()).rejects.toThrow("relaying denied");
    deps.clock.set("2026-06-23T09:00:00Z");
    await expect(deliver()).rejects.toThrow("relaying denied");
    expect(await suppressionOf(OWNER, deps)).toBeNull();
  });

  it("waits after the first refusal that may pass", async () => {
    const full = answer({ code: 552, reason: "552 5.2.2 mailbox full" });
    expect(await afterAnswer(full)).toMatchObject({ state: "pending", suppressed: null });
  });

  it("keeps trying to reach the operator, whatever the server says of the address", async () => {
    expect(await afterAnswer(answer(), ALERT)).toEqual({
      outcome: `failed: ${NO_SUCH_USER}`,
      state: "pending",
      lastError: NO_SUCH_USER,
      suppressed: null,
    });
  });
});

describe("an address that bounced", () => {
  it.each([
    [RECEIPT, "dropped", "address suppressed after a bounce"],
    [ALERT, "sent", null],
  ])("gets no mail, but the operator's goes out", async (mail, outcome, lastError) => {
    const { deps, shop, deliver } = await anOutbox(mail);
    const suppression = { reason: "bounce" as const, suppressedAt: deps.clock.now(), endsAt: null };
    await deps.db.suppressions.save(pseudonym("address", OWNER, deps.settings), {
      suppression,
      softSince: null,
    });
    expect(await deliver()).toBe(outcome);
    const [row] = deps.db.rows().mails.filter((each) => each.shop === shop);
    expect(row?.lastError ?? null).toBe(lastError);
  });
});
