import { describe, expect, it } from "vitest";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { aRequest } from "./a-request.ts";

describe("a closing without impact.com's words", () => {
  it("is closed as the merchant noted, and by evidence only with a text of impact.com's", async () => {
    const byPhone = await aRequest();
    await byPhone.tell("told-closed", { statement: "They said so on the phone." });
    expect((await byPhone.page()).status).toBe("closed-told");
    const inWriting = await aRequest();
    await inWriting.tell("told-closed", { proof: "Your account is closed." });
    expect((await inWriting.page()).status).toBe("closed");
  });

  it("can be a refusal that was told on the phone", async () => {
    const { tell, page } = await aRequest();
    expect(await tell("told-rejected", { statement: "They refused on the phone." })).toMatchObject({
      outcome: "recorded",
    });
    expect((await page()).state).toBe("rejected");
  });
});

describe("a key that impact.com still takes after the closing", () => {
  it("is told by mail after two days, once", async () => {
    const { deps, tell, round, mails, deliver } = await aRequest();
    await tell("told-closed");
    for (const day of ["22", "23", "24", "25", "26"]) await round(`2026-06-${day}T12:00:00Z`);
    const notified = mails("status-change").filter(({ content }) => content.step === "probe-answers");
    expect(notified).toHaveLength(1);
    await deliver();
    expect(deps.mailer.sent.map(({ subject }) => subject).join()).toContain(
      "impact.com still accepts the token",
    );
  });
});

describe("a charge while nothing is confirmed (D25)", () => {
  it("comes with a text for impact.com and one for the bank, with the ledger's dates and amounts", async () => {
    const { deps, shop, round, page } = await aRequest();
    const facts = {
      edition: "starter" as const,
      signedUpOn: "2026-05-12",
      fundingBalance: { amount: "0.00", asOf: "2026-06-20" },
    };
    const now = deps.clock.now();
    const run = { run: 1, kind: "first" as const, startedAt: now, finishedAt: now };
    const key = { shop, accountSid: "IRtestSid0000001" };
    await deps.db.syncs.save(key, { ...run, currency: "USD", completedAt: now, fullAt: now });
    await saveFacts({ shop, actor: "staff-1", facts }, deps);
    expect((await page()).texts).toMatchObject({ dispute: null, bank: null });
    await round("2026-07-02T12:00:00Z");
    const { texts } = await page();
    expect(texts.dispute).toContain("- Wed, Jul 1, 2026: $30.00");
    expect(texts.bank?.text).toMatch(
      /On Sun, Jun 21, 2026 I asked impact\.com in writing to close my account/,
    );
    expect(texts.bank?.text).toContain("- Wed, Jul 1, 2026: $30.00");
  });
});
