import { describe, expect, it } from "vitest";
import { stopMail } from "#app/services/history/stop-mail.server.ts";
import { aRequest } from "./a-request.ts";

type Walk = Awaited<ReturnType<typeof aRequest>>;
const eventsOf = ({ deps }: Walk) => deps.db.rows().outboundEvents.map(({ event }) => event);
const plannedAt = async ({ check }: Walk, kind: "desk" | "account") =>
  (await check(kind))?.nextAt.toString() ?? null;

describe("a step of a request", () => {
  it("tells the merchant's automations of every new state, and of no step that keeps it", async () => {
    const walk = await aRequest();
    const { deps, reference, shop, tell } = walk;
    deps.clock.set("2026-06-22T09:00:00Z");
    await tell("told-reply");
    await tell("told-follow-up", { statement: "I wrote again." });
    const news = { type: "closing-request-status-changed", reference };
    expect(eventsOf(walk)).toEqual([
      { ...news, state: "ready", at: "2026-06-21T09:00:00Z" },
      { ...news, state: "sent", at: "2026-06-21T09:00:00Z" },
      { ...news, state: "acknowledged", at: "2026-06-22T09:00:00Z" },
    ]);
    expect(deps.db.rows().outboundEvents.map((row) => row.shop)).toEqual([shop, shop, shop]);
  });

  it("plans the look at the desk an hour after it took the ticket, and that at the key for the day after the closing", async () => {
    const walk = await aRequest();
    expect(await plannedAt(walk, "desk")).toBe("2026-06-21T10:00:00Z");
    await walk.tell("told-reply");
    expect(await plannedAt(walk, "account")).toBeNull();
    walk.deps.clock.set("2026-06-22T09:00:00Z");
    await walk.tell("told-closed");
    expect(await plannedAt(walk, "account")).toBe("2026-06-23T05:00:00Z");
  });

  it("has no desk to look at where the merchant took the request there", async () => {
    const walk = await aRequest({}, "assisted");
    await walk.tell("told-handed-over", { ticketNumber: "HD-1" });
    expect(await plannedAt(walk, "desk")).toBeNull();
  });

  it("is written about to the merchant in their language, once, when it turns the request", async () => {
    const walk = await aRequest({ locale: "fr" });
    const { deps, shop, requestId, mails, tell } = walk;
    await tell("told-reply");
    expect(mails("status-change")).toEqual([]);
    deps.clock.set("2026-06-22T09:00:00Z");
    await tell("told-closed");
    expect(mails("status-change")).toMatchObject([
      {
        shop,
        requestId,
        dedupeKey: `status-change:${requestId}:4`,
        recipient: "owner@acme-outdoor.example",
        locale: "fr",
        content: { step: "told-closed", at: "2026-06-22T09:00:00Z" },
      },
    ]);
  });

  it("is written about to nobody without an address, or who wants no mail", async () => {
    const nameless = await aRequest({ contactEmail: null });
    await nameless.tell("told-closed");
    expect(nameless.mails("status-change")).toEqual([]);
    const stopped = await aRequest();
    await stopMail({ shop: stopped.shop, actor: "signed-link" }, stopped.deps);
    await stopped.tell("told-closed");
    expect([stopped.mails("status-change"), await stopped.state()]).toEqual([[], "closed"]);
  });
});

describe("the receipt of a ticket the channel took", () => {
  it("has what was sent, where and when, and says of fees what the way of closing says", async () => {
    const { reference, requestId, shop, mails } = await aRequest({ locale: "de" });
    expect(mails("closing-receipt")).toMatchObject([
      {
        shop,
        requestId,
        dedupeKey: `closing-receipt:${requestId}`,
        recipient: "owner@acme-outdoor.example",
        locale: "de",
        content: {
          reference,
          sentAt: "2026-06-21T09:00:00Z",
          timeZone: "America/New_York",
          supportAddress: "help-desk@impact.test",
          subject: `Please close account IR1 [${reference}]`,
          body: "Settled: only the merchant names this account. No API token has proved that it is theirs.\n\n---\n\nPlease close it.",
          isBilled: true,
        },
      },
    ]);
  });
});

describe("the morning after the day impact.com should have answered by", () => {
  it("is nine o'clock of the store's own day, and moves with every step", async () => {
    const walk = await aRequest();
    const { deps, shop, requestId, tell } = walk;
    const plannedFor = async () =>
      (await deps.db.requestChecks.find(shop, requestId, "follow-up"))?.nextAt.toString() ?? null;
    // Three business days after Sunday 21 June: Wednesday; nine on Thursday in New York is 13:00 UTC.
    expect(await plannedFor()).toBe("2026-06-25T13:00:00Z");
    await tell("told-closed");
    expect(await plannedFor()).toBeNull();
    const byHand = await aRequest({ timeZone: "Asia/Tokyo" }, "assisted");
    const { nextAt } = (await byHand.deps.db.requestChecks.find(
      byHand.shop,
      byHand.requestId,
      "follow-up",
    )) ?? { nextAt: null };
    expect(nextAt?.toString()).toBe("2026-06-25T00:00:00Z");
  });

  it("is written once, to the store's address, in its language, about its request", async () => {
    const { deps, shop, requestId, mails, round } = await aRequest({ locale: "ja" });
    deps.helpDesk.status = { outcome: "read", status: "new", said: "new", saidAt: null };
    expect(await round("2026-06-25T13:00:00Z")).toContain("written");
    expect(mails("follow-up")).toMatchObject([
      {
        shop,
        requestId,
        dedupeKey: `follow-up:${requestId}:2026-06-24`,
        recipient: "owner@acme-outdoor.example",
        locale: "ja",
        content: {},
      },
    ]);
  });

  it("writes to nobody without an address, or who wants no mail", async () => {
    const nameless = await aRequest({ contactEmail: null });
    const stopped = await aRequest();
    await stopMail({ shop: stopped.shop, actor: "signed-link" }, stopped.deps);
    for (const { deps, round, mails } of [nameless, stopped]) {
      deps.helpDesk.status = { outcome: "read", status: "new", said: "new", saidAt: null };
      expect(await round("2026-06-25T13:00:00Z")).toContain("no mail");
      expect(mails("follow-up")).toEqual([]);
    }
  });
});
