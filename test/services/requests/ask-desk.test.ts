import { describe, expect, it } from "vitest";
import type { DeskStatus } from "#app/ports/index.ts";
import { askAbout } from "#app/services/requests/ask-about.server.ts";
import { askDesk } from "#app/services/requests/ask-desk.server.ts";
import { aRequest } from "./a-request.ts";

const says = (status: "new" | "open" | "waiting" | "solved" | "put-away"): DeskStatus => ({
  outcome: "read",
  status,
  said: `desk ${status}`,
  saidAt: "2026-06-22T08:00:00Z",
});
const down: DeskStatus = { outcome: "unreachable", reason: "HTTP 503" };

describe("the daily look at the help desk", () => {
  it("moves the request by what the desk says, with the desk's own words as evidence", async () => {
    const { deps, round, page } = await aRequest();
    deps.helpDesk.status = says("waiting");
    expect(await round("2026-06-21T10:00:00Z")).toEqual(["moved"]);
    const { state, events } = await page();
    expect(state).toBe("needs-something");
    expect(events.at(-1)).toMatchObject({ trigger: "desk-waits", level: "checked", said: "desk waiting" });
  });

  it("takes an untouched ticket for no news: nobody has opened it, and the days go on", async () => {
    const { deps, round, page, mails } = await aRequest();
    deps.helpDesk.status = says("new");
    expect(await round("2026-06-21T10:00:00Z")).toEqual(["as-before"]);
    expect(await page()).toMatchObject({ state: "sent", desk: { answer: "new" } });
    expect(mails("status-change")).toEqual([]);
    deps.helpDesk.status = says("open");
    expect(await round("2026-06-22T06:00:00Z")).toEqual(["moved"]);
    expect((await page()).state).toBe("acknowledged");
  });

  it("comes once a day, also when the round comes every hour", async () => {
    const { round } = await aRequest();
    expect(await round("2026-06-21T09:59:00Z")).toEqual([]);
    expect(await round("2026-06-21T10:00:00Z")).toEqual(["moved"]);
    expect(await round("2026-06-22T05:00:00Z")).toEqual([]);
    expect(await round("2026-06-22T06:00:00Z")).toEqual(["as-before"]);
  });

  it("says that the ticket was put away, instead of what the desk said before, and moves nothing", async () => {
    const { deps, round, check, page } = await aRequest();
    deps.helpDesk.status = says("put-away");
    expect(await round("2026-06-21T10:00:00Z")).toEqual(["put-away"]);
    expect((await page()).state).toBe("sent");
    deps.helpDesk.status = says("open");
    expect(await round("2026-06-22T06:00:00Z")).toEqual(["moved"]);
    deps.helpDesk.status = says("put-away");
    expect(await round("2026-06-23T06:00:00Z")).toEqual(["put-away"]);
    expect(await page()).toMatchObject({
      state: "acknowledged",
      status: "put-away",
      desk: { answer: null, answeredAt: null, putAway: "desk put-away", missing: false },
    });
    expect((await check("desk"))?.nextAt.toString()).toBe("2026-06-24T02:00:00Z");
  });

  it("goes on for a store that left, and ends with the closing", async () => {
    const { leave, round, tell } = await aRequest();
    await leave();
    expect(await round("2026-06-21T10:00:00Z")).toEqual(["moved"]);
    await tell("told-closed");
    expect(await round("2026-06-22T05:30:00Z")).toEqual([]);
  });

  it("takes a failure for no state: it waits longer each time, and shows its age beside the last answer", async () => {
    const { deps, round, check, page } = await aRequest();
    await round("2026-06-21T10:00:00Z");
    deps.helpDesk.status = down;
    const waits: number[] = [];
    let now = "2026-06-22T06:00:00Z";
    for (let tries = 0; tries < 7; tries += 1) {
      expect(await round(now)).toEqual(["unreachable"]);
      const next = (await check("desk"))?.nextAt;
      waits.push(next?.since(deps.clock.now()).total("hours") ?? 0);
      now = next?.toString() ?? "";
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 24, 24]);
    expect(await page()).toMatchObject({
      state: "acknowledged",
      desk: { answer: "open", answeredAt: "2026-06-21T10:00:00Z", missing: false, stale: false },
    });
    expect((await page()).desk?.failedAt).toBe(deps.clock.now().toString());
    deps.helpDesk.status = says("open");
    // The day by which impact.com should have answered has gone by meanwhile: that is another look.
    expect(await round(now)).toEqual(["as-before", "written"]);
    expect((await check("desk"))?.failures).toBe(0);
  });

  it("takes a ticket that is not shown any more for no state either", async () => {
    const { deps, round, page } = await aRequest();
    deps.helpDesk.status = { outcome: "missing" };
    expect(await round("2026-06-21T10:00:00Z")).toEqual(["missing"]);
    expect(await page()).toMatchObject({ state: "sent", desk: { answer: null, missing: true } });
  });

  it("takes the wait back when the desk does, but not what the merchant told us", async () => {
    const { deps, round, state, steps, tell } = await aRequest();
    for (const [day, status] of [
      [21, "waiting"],
      [22, "open"],
    ] as const) {
      deps.helpDesk.status = says(status);
      await round(`2026-06-${day}T10:00:00Z`);
    }
    expect(await state()).toBe("acknowledged");
    expect((await steps()).slice(-2)).toEqual(["desk-waits", "desk-resumed"]);
    await tell("told-needs");
    deps.helpDesk.status = says("solved");
    await round("2026-06-23T10:00:00Z");
    deps.helpDesk.status = says("open");
    await round("2026-06-24T10:00:00Z");
    expect(await state()).toBe("needs-something");
  });

  it("does not say twice what the merchant has answered since", async () => {
    const { deps, round, state, tell } = await aRequest();
    deps.helpDesk.status = says("waiting");
    await round("2026-06-21T10:00:00Z");
    await tell("told-answered", { statement: "Sent the form." });
    expect(await round("2026-06-22T10:00:00Z")).toEqual(["as-before"]);
    expect(await state()).toBe("acknowledged");
  });

  it("writes one row when two ask at once", async () => {
    const { deps, shop, reference, steps } = await aRequest();
    deps.helpDesk.status = says("solved");
    await Promise.all([1, 2, 3].map(() => askAbout({ shop, reference, now: true }, deps)));
    expect((await steps()).filter((trigger) => trigger === "desk-solved")).toHaveLength(1);
  });
});

describe("coming back to the page", () => {
  it("asks when the last try is 15 minutes old; a click asks at once", async () => {
    const { deps, shop, reference, page } = await aRequest();
    const back = () => askAbout({ shop, reference, now: false }, deps);
    for (const [minute, stale, outcome] of [
      ["00", false, "asked-lately"],
      ["15", true, "moved"],
      ["29", false, "asked-lately"],
      ["30", true, "as-before"],
    ] as const) {
      deps.clock.set(`2026-06-21T09:${minute}:00Z`);
      expect((await page()).desk?.stale, minute).toBe(stale);
      expect(await back(), minute).toBe(outcome);
    }
    expect(await askAbout({ shop, reference, now: true }, deps)).toBe("as-before");
  });

  it("asks no more for clicks beyond the limit, whoever clicks, and says so", async () => {
    const { deps, shop, reference, round, steps } = await aRequest();
    const click = () => askAbout({ shop, reference, now: true }, deps);
    expect(await click()).toBe("moved");
    deps.limits.used.add("ask-desk");
    deps.helpDesk.status = says("waiting");
    expect(await click()).toBe("too-often");
    expect(await steps()).not.toContain("desk-waits");
    expect(deps.limits.counted.filter(([name]) => name === "ask-desk")).toHaveLength(2);
    expect(JSON.stringify(deps.limits.counted)).not.toContain(shop);
    // The daily look is nobody's click.
    expect(await round("2026-06-22T09:00:00Z")).toEqual(["moved"]);
  });

  it("asks about no other store's request", async () => {
    const { deps, reference } = await aRequest();
    const other = { shop: "other.myshopify.com", reference, now: true };
    expect(await askAbout(other, deps)).toBe("nothing-to-ask");
  });
});

describe("what is written down of the desk's word", () => {
  const written = async ({ deps, shop, requestId }: Awaited<ReturnType<typeof aRequest>>) =>
    (await deps.db.closingRequests.events(shop, requestId)).at(-1);

  it("is whose it is, of which ticket, in its own words, and since when where it says so", async () => {
    const dated = await aRequest();
    dated.deps.helpDesk.status = says("waiting");
    await dated.round("2026-06-21T10:00:00Z");
    const evidence = { channel: "freshdesk", ticketNumber: "1", said: "desk waiting" };
    expect(await written(dated)).toMatchObject({ trigger: "desk-waits", actor: "settled" });
    expect((await written(dated))?.evidence).toEqual({ ...evidence, saidAt: "2026-06-22T08:00:00Z" });

    const undated = await aRequest();
    undated.deps.helpDesk.status = { outcome: "read", status: "waiting", said: "desk waiting", saidAt: null };
    await undated.round("2026-06-21T10:00:00Z");
    expect((await written(undated))?.evidence).toEqual(evidence);
  });

  it("is not written twice where the ticket was put away in between", async () => {
    const { deps, round, steps } = await aRequest();
    for (const [day, status] of [
      [21, "solved"],
      [22, "put-away"],
      [23, "solved"],
    ] as const) {
      deps.helpDesk.status = says(status);
      await round(`2026-06-${day}T10:00:00Z`);
    }
    expect((await steps()).filter((trigger) => trigger === "desk-solved")).toHaveLength(1);
  });

  it("is nothing where the merchant has said so already", async () => {
    const { deps, round, state, steps, tell } = await aRequest();
    await tell("told-reply");
    deps.helpDesk.status = says("open");
    expect(await round("2026-06-21T10:00:00Z")).toEqual(["as-before"]);
    expect(await state()).toBe("acknowledged");
    expect((await steps()).at(-1)).toBe("told-reply");
  });

  it("takes the wait back although the merchant wrote again meanwhile", async () => {
    const { deps, round, state, steps, tell } = await aRequest();
    deps.helpDesk.status = says("waiting");
    await round("2026-06-21T10:00:00Z");
    await tell("told-follow-up", { statement: "I wrote again." });
    deps.helpDesk.status = says("open");
    await round("2026-06-22T10:00:00Z");
    expect((await steps()).slice(-2)).toEqual(["told-follow-up", "desk-resumed"]);
    expect(await state()).toBe("acknowledged");
  });
});

describe("a desk that is not asked", () => {
  it("is that of a request which is over, or never had a ticket", async () => {
    const over = await aRequest();
    await over.round("2026-06-21T10:00:00Z");
    await over.tell("told-closed");
    expect((await over.page()).desk).toBeNull();
    const unsent = await aRequest({}, "assisted");
    const none = { ...unsent, requestId: "none" };
    for (const { deps, shop, requestId } of [over, unsent, none]) {
      deps.helpDesk.readStatus = async () => {
        throw new Error("Nobody asks.");
      };
      expect(await askDesk({ shop, requestId }, deps)).toBe("nothing-to-ask");
    }
  });

  it("is one that cannot say anything of its tickets; no try is noted", async () => {
    const { deps, shop, requestId, check } = await aRequest();
    deps.helpDesk.status = { outcome: "cannot-read" };
    expect(await askDesk({ shop, requestId }, deps)).toBe("nothing-to-ask");
    expect((await check("desk"))?.triedAt ?? null).toBeNull();
  });
});
