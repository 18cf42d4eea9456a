import { describe, expect, it } from "vitest";
import { stopMail } from "#app/services/history/stop-mail.server.ts";
import { eraseWhenFree } from "#app/services/uninstall/erase-when-free.server.ts";
import { closed } from "./a-closed-request.ts";

describe("the refund that is late (E5)", () => {
  it("is written about on the day after the tenth business day, once", async () => {
    const { round, page, mails, deliver, deps } = await closed();
    const { refundBy } = await page();
    await round(`${refundBy}T12:00:00Z`);
    expect(mails("refund-late")).toEqual([]);
    await round("2026-07-08T12:00:00Z");
    await round("2026-07-09T12:00:00Z");
    expect(mails("refund-late")).toHaveLength(1);
    await deliver();
    const mail = deps.mailer.sent.find(({ subject }) => subject.includes("Refund"));
    expect(JSON.stringify(mail?.body)).toContain("The refund was due within 10 business days");
  });

  it("is dropped when the refund came while the mail waited", async () => {
    const { round, tell, mails, deliver } = await closed();
    await round("2026-07-09T12:00:00Z");
    await tell("told-refunded");
    await deliver();
    expect(mails("refund-late")).toMatchObject([
      { state: "dropped", lastError: "the refund is not late any more" },
    ]);
  });

  it("goes to a store that left, whose request keeps its data until then", async () => {
    const { deps, shop, leave, round, mails } = await closed();
    await leave();
    await deps.db.erasuresDue.add({ shop, cause: "shop-redact", askedAt: deps.clock.now() });
    expect(await eraseWhenFree({ shop }, deps)).toBe("kept");
    await round("2026-07-09T12:00:00Z");
    expect(mails("refund-late")).toHaveLength(1);
  });
});

describe("the question about another charge", () => {
  it("is asked by mail on day 35, once, and not when it was answered", async () => {
    const asked = await closed();
    await asked.round("2026-07-26T12:00:00Z");
    expect(asked.mails("charge-question")).toEqual([]);
    await asked.round("2026-07-27T12:00:00Z");
    await asked.round("2026-07-28T12:00:00Z");
    expect(asked.mails("charge-question")).toHaveLength(1);
    const answered = await closed();
    expect(await answered.tell("told-no-charge", {})).toEqual({ outcome: "recorded" });
    await answered.round("2026-07-27T12:00:00Z");
    expect(answered.mails("charge-question")).toEqual([]);
  });

  it("and the refund's stay on the page alone for a merchant who wants no mail", async () => {
    const { deps, shop, round, mails, page } = await closed();
    await stopMail({ shop, actor: "signed-link" }, deps);
    await round("2026-07-28T12:00:00Z");
    expect([...mails("refund-late"), ...mails("charge-question")]).toEqual([]);
    expect((await page()).clock).toMatchObject({ refundLate: true, askChargeNow: true });
  });
});
