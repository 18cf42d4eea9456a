import { describe, expect, it } from "vitest";
import type { SubmitOutcome } from "#app/ports/index.ts";
import { deliverTicket } from "#app/services/requests/deliver-ticket.server.ts";
import { saveFailure } from "#app/services/requests/save-failure.server.ts";
import { saveMove } from "#app/services/requests/save-move.server.ts";
import { aTicket } from "#test/factories/rows.ts";
import { aRequest } from "./a-request.ts";

/** A ticket on its way whose every try comes to `outcome`; `tryAt` runs its job, and swallows what asks for another. */
async function aFailingTicket(outcome: Exclude<SubmitOutcome, { outcome: "accepted" }>) {
  const { deps, shop, requestId, reference, steps } = await aRequest({}, "assisted");
  const ticketId = "t-1";
  await deps.db.transact((work) => work.tickets.add(aTicket({ id: ticketId, shop, requestId })));
  const logged: unknown[] = [];
  deps.log.error = (...entry: unknown[]) => void logged.push(entry);
  return {
    deps,
    shop,
    requestId,
    reference,
    ticketId,
    steps,
    logged,
    ticket: () => deps.db.tickets.findById(shop, ticketId),
    alerts: () => deps.db.rows().mails.filter(({ purpose }) => purpose === "operator-alert"),
    tryAt: async (iso: string) => {
      deps.clock.set(iso);
      deps.helpDesk.next = [outcome];
      return deliverTicket({ shop, ticketId }, deps).catch((error: Error) => error.message);
    },
  };
}

describe("a ticket that nobody takes", () => {
  it("is told to the operator after an hour, with shop, channel, tries and reason, and when it is given up", async () => {
    const { shop, requestId, tryAt, alerts, ticket, steps, logged } = await aFailingTicket({
      outcome: "not-accepted",
      reason: "HTTP 503",
    });
    expect(await tryAt("2026-06-21T09:59:59Z")).toBe("HTTP 503");
    expect(alerts()).toEqual([]);
    await tryAt("2026-06-21T10:00:00Z");
    const [late] = alerts();
    expect(late).toMatchObject({
      shop,
      requestId,
      purpose: "operator-alert",
      dedupeKey: "operator-alert:late:t-1",
      recipient: "operator@settled.example",
      locale: "en",
      content: { kind: "late", channel: "freshdesk", attempts: 2, reason: "HTTP 503", shop },
    });
    await tryAt("2026-06-22T08:59:59Z");
    expect([await steps(), logged, alerts().length]).toEqual([["handed-over"], [], 1]);
    await tryAt("2026-06-22T09:00:00Z");
    expect(alerts()[1]).toMatchObject({
      dedupeKey: "operator-alert:given-up:t-1",
      content: { kind: "given-up", channel: "freshdesk", attempts: 4, reason: "HTTP 503", shop },
    });
    expect(await ticket()).toMatchObject({ state: "refused", lastError: "HTTP 503" });
    expect((await ticket())?.settledAt?.toString()).toBe("2026-06-22T09:00:00Z");
    expect(await steps()).toEqual(["handed-over", "delivery-gave-up"]);
    expect(logged).toEqual([[{ shop, ticket: "t-1", reason: "HTTP 503" }, "closing ticket given up"]]);
  });

  it("is given up at once when the desk refuses it, and its history says why", async () => {
    const { deps, shop, requestId, tryAt, alerts } = await aFailingTicket({
      outcome: "refused",
      reason: "HTTP 422",
    });
    expect(await tryAt("2026-06-21T09:01:00Z")).toBe("refused");
    expect(alerts().map(({ content }) => content.kind)).toEqual(["given-up"]);
    const [, gaveUp] = await deps.db.closingRequests.events(shop, requestId);
    expect(gaveUp).toMatchObject({
      trigger: "delivery-gave-up",
      fromState: "ready",
      toState: "ready",
      actor: "settled",
      evidence: { problem: "HTTP 422" },
    });
  });

  it("is told of and never given up while it may have arrived", async () => {
    const { tryAt, alerts, ticket, logged } = await aFailingTicket({ outcome: "unknown", reason: "timeout" });
    expect(await tryAt("2026-06-23T09:00:00Z")).toBe("timeout");
    expect(alerts().map(({ content }) => content.kind)).toEqual(["late"]);
    expect(await ticket()).toMatchObject({ state: "unknown", lastError: "timeout", settledAt: null });
    expect(logged).toEqual([]);
  });

  it("says nothing when another attempt settled it meanwhile", async () => {
    const { deps, ticket, alerts, steps } = await aFailingTicket({ outcome: "refused", reason: "HTTP 422" });
    const before = await ticket();
    if (!before) throw new Error("no ticket");
    await deps.db.tickets.change(before, { state: "accepted", settledAt: deps.clock.now() });
    deps.clock.set("2026-06-23T09:00:00Z");
    for (const state of ["pending", "refused", "unknown"] as const)
      await saveFailure(before, { state, reason: "HTTP 422" }, deps);
    expect([alerts(), await steps()]).toEqual([[], ["handed-over"]]);
    expect(await ticket()).toMatchObject({ state: "accepted", lastError: null });
  });

  it("is given up without a row in the history of a request that went another way", async () => {
    const { deps, shop, reference, ticket, steps } = await aFailingTicket({
      outcome: "refused",
      reason: "HTTP 422",
    });
    const before = await ticket();
    if (!before) throw new Error("no ticket");
    await deps.db.tickets.change(before, { state: "refused", settledAt: deps.clock.now() });
    const handed = { trigger: "told-handed-over" as const, evidence: { ticketNumber: "HD-1" } };
    await saveMove({ shop, reference, actor: "staff-1", ...handed }, deps);
    const [open] = [await ticket()];
    if (!open) throw new Error("no ticket");
    await saveFailure(open, { state: "refused", reason: "HTTP 422" }, deps);
    expect(await steps()).toEqual(["handed-over", "told-handed-over"]);
  });
});
