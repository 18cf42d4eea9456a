import { describe, expect, it } from "vitest";
import { stopMail } from "#app/services/history/stop-mail.server.ts";
import { runPostClosingChecks } from "#app/services/requests/post-closing-checks.server.ts";
import { eraseWhenFree } from "#app/services/uninstall/erase-when-free.server.ts";
import { aConnection } from "#test/factories/rows.ts";
import { aPartnerAccount } from "#test/fakes/other-accounts.ts";
import { closed } from "./a-closed-request.ts";
import { aRequest } from "./a-request.ts";

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

describe("a key that still works after the closing", () => {
  it("is told to the merchant on the third look, once, and not within forty hours", async () => {
    const { round, mails, requestId, shop } = await closed();
    const told = () => mails("status-change").filter(({ dedupeKey }) => dedupeKey.includes("key-answers"));
    await round("2026-06-23T09:00:00Z");
    await round("2026-06-24T05:00:00Z");
    expect(told()).toEqual([]);
    await round("2026-06-25T01:00:00Z");
    await round("2026-06-26T09:00:00Z");
    expect(told()).toMatchObject([
      {
        shop,
        requestId,
        recipient: "owner@acme-outdoor.example",
        dedupeKey: `status-change:${requestId}:key-answers:${Date.parse("2026-06-23T09:00:00Z")}`,
        content: { step: "probe-answers", at: "2026-06-25T01:00:00Z" },
      },
    ]);
  });

  it("is told to nobody without an address or who wants no mail, and of no key that is refused", async () => {
    const nameless = await closed({ contactEmail: null });
    const quiet = await closed();
    await stopMail({ shop: quiet.shop, actor: "signed-link" }, quiet.deps);
    const refused = await closed();
    refused.refuse();
    for (const { round, mails } of [nameless, quiet, refused]) {
      await round("2026-06-23T09:00:00Z");
      await round("2026-06-25T09:00:00Z");
      expect(mails("status-change").filter(({ dedupeKey }) => dedupeKey.includes("key-answers"))).toEqual([]);
    }
  });

  it("is one too that may not read this list (F6)", async () => {
    const { deps, round, steps, token } = await closed();
    Object.assign(deps.impact.fail, { readCompany: { outcome: "forbidden" } });
    expect(await round("2026-06-23T09:00:00Z")).toEqual(["answers"]);
    expect((await steps()).at(-1)).toBe("probe-answers");
    expect(await round("2026-06-24T09:00:00Z")).toEqual(["answers"]);
    expect(await token()).not.toBeNull();
  });
});

describe("the looks themselves", () => {
  it("ask with the account's own key", async () => {
    const { deps, round } = await closed();
    const asked: unknown[] = [];
    const readCompany = deps.impact.readCompany;
    deps.impact.readCompany = (who) => {
      asked.push(who);
      return readCompany(who);
    };
    await round("2026-06-23T09:00:00Z");
    expect(asked).toEqual([{ accountSid: "IRtestSid0000001", authToken: "a-token" }]);
  });

  it("destroy a key refused twenty hours apart, and come no more often without one", async () => {
    const { refuse, round, page } = await closed();
    refuse();
    await round("2026-06-23T09:00:00Z");
    expect((await page()).probe).toMatchObject({ answer: "refused", destroyed: false });
    expect(await round("2026-06-24T05:00:00Z")).toEqual(["key-destroyed"]);
    expect((await page()).probe).toMatchObject({ answer: "refused", destroyed: true });
    expect(await round("2026-06-25T05:00:00Z")).toEqual(["no-key"]);
    expect(await round("2026-06-25T06:00:00Z")).toEqual([]);
  });

  it("say of a key that worked and was taken away since nothing of a refusal", async () => {
    const { deps, shop, round, page } = await closed();
    await round("2026-06-23T09:00:00Z");
    await deps.db.transact((work) => work.connections.destroyToken(shop));
    expect((await page()).probe).toMatchObject({ answer: "answers", destroyed: false });
  });

  it("go on after the refund, and write their sign down", async () => {
    const { refuse, round, tell, steps, state } = await closed();
    await tell("told-refunded");
    refuse();
    expect(await round("2026-06-23T09:00:00Z")).toEqual(["refused"]);
    expect(await state()).toBe("refund-received");
    expect((await steps()).at(-1)).toBe("probe-refused");
  });

  it("are none of a request that is not closed, or not there", async () => {
    const open = await aRequest();
    const input = { shop: open.shop, requestId: open.requestId };
    expect(await runPostClosingChecks(input, open.deps)).toBe("not closed");
    expect(await runPostClosingChecks({ ...input, requestId: "none" }, open.deps)).toBe("not closed");
    expect((await open.page()).probe).toBeNull();
  });

  it("find nothing to do where another look came between", async () => {
    const { deps, shop, requestId, round } = await closed();
    await deps.db.transact((work) => work.requestChecks.remove(shop, requestId, "account"));
    expect(await runPostClosingChecks({ shop, requestId }, deps)).toBe("asked-meanwhile");
    const other = await closed();
    const readCompany = other.deps.impact.readCompany;
    other.deps.impact.readCompany = async (who) => {
      other.deps.impact.readCompany = readCompany;
      await runPostClosingChecks({ shop: other.shop, requestId: other.requestId }, other.deps);
      return readCompany(who);
    };
    expect(await other.round("2026-06-23T09:00:00Z")).toEqual(["asked-meanwhile"]);
    expect((await other.steps()).filter((trigger) => trigger === "probe-answers")).toHaveLength(1);
    expect(await round("2026-06-23T09:00:00Z")).toEqual([]);
  });

  it("name the day of the closing in what they write", async () => {
    const { round, mails } = await closed();
    await round("2026-07-09T12:00:00Z");
    expect(mails("refund-late")[0]?.content).toEqual({ closedOn: "2026-06-22" });
  });
});
