import { describe, expect, it } from "vitest";
import { stopMail } from "#app/services/history/stop-mail.server.ts";
import { eraseWhenFree } from "#app/services/uninstall/erase-when-free.server.ts";
import { aConnection } from "#test/factories/rows.ts";
import { aPartnerAccount } from "#test/fakes/other-accounts.ts";
import { aRequest } from "./a-request.ts";

/** Closed on Monday, 22 June 2026. Ten business days end on Tuesday, 7 July (3 July is a holiday in the US). */
async function closed(change: Parameters<typeof aRequest>[0] = {}) {
  const found = await aRequest(change);
  found.deps.clock.set("2026-06-22T09:00:00Z");
  await found.tell("told-closed");
  const refuse = () => Object.assign(found.deps.impact.fail, { readCompany: { outcome: "unauthorized" } });
  const token = async () => (await found.deps.db.connections.find(found.shop))?.sealedToken ?? null;
  return { ...found, refuse, token };
}

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

describe("the look whether impact.com still takes the key", () => {
  it("shows a refusal as a sign and leaves the state alone (G29)", async () => {
    const { refuse, round, page } = await closed();
    refuse();
    expect(await round("2026-06-23T09:00:00Z")).toEqual(["refused"]);
    const { state, events, probe } = await page();
    expect(state).toBe("closed");
    expect(events.at(-1)).toMatchObject({ trigger: "probe-refused", level: "sign" });
    expect(probe).toMatchObject({ answer: "refused", answeredAt: "2026-06-23T09:00:00Z", failedAt: null });
  });

  it("destroys the key when it is refused on a second day, and not before", async () => {
    const { refuse, round, token, steps } = await closed();
    refuse();
    await round("2026-06-23T09:00:00Z");
    expect(await token()).not.toBeNull();
    expect(await round("2026-06-24T09:00:00Z")).toEqual(["key-destroyed"]);
    expect(await token()).toBeNull();
    expect(await round("2026-06-25T09:00:00Z")).toEqual(["no-key"]);
    expect((await steps()).filter((trigger) => trigger === "probe-refused")).toHaveLength(1);
  });

  it("says that the account may still be open when the key works, and starts the two days anew", async () => {
    const { deps, refuse, round, token, steps } = await closed();
    refuse();
    await round("2026-06-23T09:00:00Z");
    deps.impact.fail = Object.assign(deps.impact.fail, { readCompany: undefined });
    expect(await round("2026-06-24T09:00:00Z")).toEqual(["answers"]);
    refuse();
    expect(await round("2026-06-25T09:00:00Z")).toEqual(["refused"]);
    expect((await steps()).slice(-3)).toEqual(["probe-refused", "probe-answers", "probe-refused"]);
    expect(await token()).not.toBeNull();
  });

  it("learns nothing from an outage and shows it with its age", async () => {
    const { deps, round, page, steps } = await closed();
    const before = await steps();
    Object.assign(deps.impact.fail, { readCompany: { outcome: "unavailable", reason: "timeout" } });
    expect(await round("2026-06-23T09:00:00Z")).toEqual(["no-answer"]);
    expect(await steps()).toEqual(before);
    expect((await page()).probe).toMatchObject({ answer: null, failedAt: "2026-06-23T09:00:00Z" });
  });

  it("asks a partner's account by the partner's own API", async () => {
    const { deps, shop, refuse, round, token } = await closed();
    await deps.db.connections.save(
      aConnection({ shop, kind: "partner", sealedToken: deps.seal.seal(shop, "a-token") }),
    );
    deps.impact.partner = aPartnerAccount();
    refuse();
    expect(await round("2026-06-23T09:00:00Z")).toEqual(["answers"]);
    expect(await round("2026-06-24T09:00:00Z")).toEqual(["answers"]);
    expect(await token()).not.toBeNull();
  });

  it("ends 45 days after the closing; a store that left keeps no key then, and nothing keeps its data", async () => {
    for (const left of [false, true]) {
      const { deps, shop, leave, round, check, token } = await closed();
      if (left) await leave();
      expect(await round("2026-08-06T09:00:00Z")).toEqual(["answers"]);
      expect(await round("2026-08-07T09:00:00Z")).toEqual(["over"]);
      expect(await check("account")).toBeNull();
      expect((await token()) === null).toBe(left);
      if (left) expect(await eraseWhenFree({ shop }, deps)).toBe("erased");
    }
  });
});
