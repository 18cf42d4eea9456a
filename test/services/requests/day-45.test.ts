import { describe, expect, it } from "vitest";
import { requestHeadline } from "#app/components/request/request-headline.ts";
import { nextSteps, textsToSend } from "#app/components/request/request-next.ts";
import { eventText } from "#app/messages/event-text.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { showHome } from "#app/services/account/show-home.server.ts";
import { aRequest } from "./a-request.ts";

type Walk = Awaited<ReturnType<typeof aRequest>>;

/** What the request's page says first, and what it says of the time to come, in each language. */
async function pageOf({ page }: Walk) {
  const view = await page();
  const [en, zh] = (["en", "zh-CN"] as const).map((locale) => {
    const translator = translatorFor(locale);
    return {
      headline: requestHeadline(view, translator),
      steps: nextSteps(view, translator).join(" "),
      texts: textsToSend(view, translator).map(({ text }) => text),
      history: view.events.map((event) => eventText(event, translator)).join(" "),
    };
  });
  if (!en || !zh) throw new Error("two languages");
  return { en, zh, view };
}

/** From the day the request is with impact.com: the follow-up days, a closing told on the phone, and the 45 days after it. */
async function toDay45(walk: Walk, days: readonly string[]) {
  const { deps, round, tell, mails, state } = walk;
  const followUps = () => mails("follow-up").length;
  const before = followUps();
  for (const [sent, day] of days.entries()) {
    // On the day the page named nothing is late yet; the morning after it is, and says since when.
    await round(`${day}T20:00:00Z`);
    expect(followUps()).toBe(before + sent);
    expect((await pageOf(walk)).view.clock).toMatchObject({ nextOn: day, overdueSince: null });
    const morning = deps.clock.now().add({ hours: 18 }).toString();
    await round(morning);
    expect(followUps()).toBe(before + sent + 1);
    const { en, zh } = await pageOf(walk);
    expect(en.headline).toMatch(/^No answer for \d+ business days/);
    expect([en.steps, zh.steps].join()).not.toMatch(/No answer by about/);
    expect(en.texts).toHaveLength(1);
    await tell("told-follow-up", {});
  }
  if (days.length === 3)
    expect((await pageOf(walk)).view.clock).toMatchObject({ nextOn: null, followUp: null });

  // Thursday 30 July: impact.com says on the phone that the account is closed.
  deps.clock.set("2026-07-30T15:00:00Z");
  Object.assign(deps.impact.fail, { readCompany: { outcome: "unauthorized" } });
  await tell("told-closed", { statement: "On the phone." });
  const closed = await pageOf(walk);
  expect([closed.view.status, closed.en.headline]).toEqual([
    "closed-told",
    "Your account is closed, as you noted",
  ]);
  expect(closed.en.steps).toContain("Fri, Aug 14, 2026");
  expect((await showHome({ shop: walk.shop }, deps))?.standing).toBeNull();
  for (const each of [closed.en, closed.zh]) expect(each.steps).not.toMatch(/earliest|最早/i);

  // The key is refused on two days: Settled destroyed it itself, and says so.
  await round("2026-07-31T15:00:00Z");
  await round("2026-08-01T15:00:00Z");
  expect((await deps.db.connections.find(walk.shop))?.sealedToken).toBeNull();
  expect((await pageOf(walk)).view.probe).toMatchObject({ answer: "refused", destroyed: true });

  await round("2026-08-14T15:00:00Z");
  expect(mails("refund-late")).toEqual([]);
  await round("2026-08-17T15:00:00Z");
  expect(mails("refund-late")).toHaveLength(1);
  expect((await pageOf(walk)).en.headline).toBe("The refund was due by about Fri, Aug 14");
  await tell("told-refunded", {});

  // Day 35 is 3 September.
  await round("2026-09-02T15:00:00Z");
  expect(mails("charge-question")).toEqual([]);
  await round("2026-09-03T15:00:00Z");
  expect(mails("charge-question")).toHaveLength(1);
  await tell("told-charged", {});
  const charged = await pageOf(walk);
  expect([await state(), charged.en.headline, charged.zh.headline]).toEqual([
    "refund-received",
    "Your account is closed, but your card was charged again",
    "账户已关闭，但信用卡又被扣款",
  ]);
  expect(charged.en.texts).toHaveLength(1);
  await tell("told-charge-settled", {});
  expect((await pageOf(walk)).view.clock.chargedAgain).toBe(false);
  // All is answered: nobody asks any more, and no mail comes.
  const sent = deps.db.rows().mails.length;
  for (const day of ["04", "13", "14", "15"]) await round(`2026-09-${day}T15:00:00Z`);
  expect(deps.db.rows().mails).toHaveLength(sent);
  expect(await walk.check("account")).toBeNull();
}

/** Sent on Sunday 21 June: Wed 24 June, then seven business days past 3 July, then fourteen. */
const SENT = ["2026-06-24", "2026-07-07", "2026-07-28"];

describe("a request from its sending to the 45th day after its closing", () => {
  it.each(["freshdesk", "zendesk"] as const)(
    "over %s, where an untouched ticket is no news",
    async (channel) => {
      const walk = await aRequest({}, channel);
      walk.deps.helpDesk.kind = channel;
      walk.deps.helpDesk.status = { outcome: "read", status: "new", said: "new", saidAt: null };
      await toDay45(walk, SENT);
      expect(await walk.steps()).not.toContain("desk-acknowledged");
    },
  );

  it("by mail, where nobody can be asked", async () => {
    const walk = await aRequest({}, "smtp");
    walk.deps.helpDesk.kind = "smtp";
    walk.deps.helpDesk.status = { outcome: "cannot-read" };
    await toDay45(walk, SENT);
  });

  it("by hand: unsent until the merchant says so, and reminded of", async () => {
    const walk = await aRequest({}, "assisted");
    const unsent = await pageOf(walk);
    expect([unsent.view.status, unsent.en.headline]).toEqual(["by-hand", "Send it in impact.com’s own form"]);
    for (const { headline, steps, history } of [unsent.en, unsent.zh])
      expect(`${headline} ${steps} ${history}`).not.toMatch(/\bsent\b|handed|已发送|已提交/i);
    await walk.round("2026-06-24T20:00:00Z");
    expect(walk.mails("follow-up")).toEqual([]);
    await walk.round("2026-06-25T14:00:00Z");
    expect(walk.mails("follow-up")).toHaveLength(1);
    // Its reminder does not call it sent either.
    const reminder = JSON.stringify((await walk.deliver()).at(-1)?.body);
    expect(reminder).toContain("has been ready since");
    expect(reminder).not.toContain("was sent for");
    await walk.tell("told-handed-over", { ticketNumber: "HD-10001" });
    // From Thursday 25 June on.
    await toDay45(walk, ["2026-06-30", "2026-07-13"]);
  });
});

it("asks what happened once the ticket is marked as solved, and follows up no more", async () => {
  const walk = await aRequest();
  walk.deps.helpDesk.status = { outcome: "read", status: "solved", said: "solved", saidAt: null };
  await walk.round("2026-06-22T15:00:00Z");
  const { en, zh } = await pageOf(walk);
  expect([en.headline, zh.headline]).toEqual([
    "impact.com marked the ticket as solved",
    "impact.com 已将工单标记为已解决",
  ]);
  for (const day of ["06-25", "07-08", "07-29"]) await walk.round(`2026-${day}T15:00:00Z`);
  expect(walk.mails("follow-up")).toEqual([]);
});

it.each([
  ["told-rejected", { statement: "They refused on the phone." }],
  ["told-withdrawn", {}],
] as const)("names no day to come of a request that ended by %s", async (trigger, evidence) => {
  const walk = await aRequest();
  const facts = { edition: "starter" as const, signedUpOn: "2026-05-12" };
  const { deps, shop } = walk;
  await saveFacts({ shop, actor: "staff-1", facts }, deps);
  // Everything is read, so that the account itself has an earliest date and a day for its refund.
  const now = deps.clock.now();
  for (const resource of ["Contracts", "Invoices", "Catalogs"] as const)
    await deps.db.snapshots.saveRead(shop, resource, [], now);
  const run = { run: 1, kind: "first" as const, startedAt: now, finishedAt: now };
  const key = { shop, accountSid: "IRtestSid0000001" };
  await deps.db.syncs.save(key, { ...run, currency: "USD", completedAt: now, fullAt: now });
  expect((await pageOf(walk)).en.steps).toContain("Sun, Jun 21, 2026");
  await walk.tell(trigger, evidence);
  const { en, zh } = await pageOf(walk);
  expect([en.steps, zh.steps]).toEqual(["", ""]);
});
