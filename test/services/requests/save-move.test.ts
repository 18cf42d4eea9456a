import { describe, expect, it } from "vitest";
import { askAbout } from "#app/services/requests/ask-about.server.ts";
import { deliverTicket } from "#app/services/requests/deliver-ticket.server.ts";
import { handOver } from "#app/services/requests/hand-over.server.ts";
import { type StatedMove, saveMove } from "#app/services/requests/save-move.server.ts";
import { showRequest } from "#app/services/requests/show-request.server.ts";
import { aShop, NAMED_ONLY } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const { shop } = aShop();
const text = { subject: "Please close account IR1", body: "Please close it.", reason: null };

/** A request in the outbox, or with impact.com already. */
async function aRequest({ sent = true, byHand = false } = {}) {
  const deps = createFakeDeps();
  await deps.db.shops.save(aShop({ shop }));
  await handOver(
    { shop, actor: "staff-1", route: "starter-ticket", openItems: [], ...NAMED_ONLY, byHand, ...text },
    deps,
  );
  const reference = (await deps.db.closingRequests.findOpen(shop))?.reference ?? "";
  const deliver = () => deliverTicket({ shop, ticketId: deps.db.rows().tickets[0]?.id ?? "" }, deps);
  if (sent && !byHand) await deliver();
  return {
    deps,
    deliver,
    reference,
    tell: (trigger: StatedMove, evidence: Record<string, string> = {}) =>
      saveMove({ shop, reference, actor: "staff-2", trigger, evidence }, deps),
    ask: () => askAbout({ shop, reference, now: true }, deps),
    page: async () => {
      const page = await showRequest({ shop, reference }, deps);
      if (!page) throw new Error("The request has no page.");
      return page;
    },
  };
}

describe("what the merchant says happened", () => {
  it("moves the request with its audit row and evidence", async () => {
    const { tell, page } = await aRequest();
    expect(await tell("told-reply", { proof: "We are on it. HD-1" })).toEqual({ outcome: "recorded" });
    const { state, events } = await page();
    expect(state).toBe("acknowledged");
    expect(events.at(-1)).toMatchObject({
      trigger: "told-reply",
      by: "merchant",
      level: "proof",
      words: "We are on it. HD-1",
    });
  });

  it("does not close without evidence, and marks a word as a word", async () => {
    const { tell, page } = await aRequest();
    expect(await tell("told-closed", { proof: "  " })).toEqual({
      outcome: "evidence-missing",
      needs: ["proof", "statement"],
    });
    expect((await page()).state).toBe("sent");
    await tell("told-closed", { statement: "They told me on the phone." });
    expect((await page()).events.at(-1)?.level).toBe("told");
  });

  it("goes from closed to refunded, and stays there when the card is charged again, with the text to send", async () => {
    const { tell, page } = await aRequest();
    await tell("told-closed", { proof: "Closed on 21 June." });
    await tell("told-refunded");
    expect((await page()).state).toBe("refund-received");
    await tell("told-charged");
    const charged = await page();
    expect(charged).toMatchObject({ state: "refund-received", clock: { chargedAgain: true } });
    expect(charged.texts.charged).toContain(charged.reference);
    expect(charged.moves).toContain("told-charge-settled");
    await tell("told-charge-settled");
    const settled = await page();
    expect(settled).toMatchObject({ clock: { chargedAgain: false }, texts: { charged: null } });
    expect(settled.moves).not.toContain("told-charge-settled");
  });

  it("takes a closing back that was noted wrongly, and keeps its trace", async () => {
    const { tell, page } = await aRequest();
    await tell("told-closed", { proof: "Closed on 21 June." });
    await tell("told-not-closed", {});
    const { state, events } = await page();
    expect(state).toBe("acknowledged");
    expect(events.map(({ trigger }) => trigger).slice(-2)).toEqual(["told-closed", "told-not-closed"]);
  });

  it("writes the same form down once, and the same news of another day again", async () => {
    const { deps, reference, page } = await aRequest();
    const tell = async (seen: number, statement = "") =>
      saveMove(
        { shop, reference, actor: "staff-2", trigger: "told-follow-up", evidence: { statement }, seen },
        deps,
      );
    const seen = (await page()).events.length;
    const outcomes = await Promise.all([tell(seen), tell(seen)]);
    expect([...outcomes, await tell(seen)]).toEqual(Array(3).fill({ outcome: "recorded" }));
    expect((await page()).events).toHaveLength(seen + 1);
    await tell(seen + 1);
    await tell(seen + 1, "By phone this time.");
    expect((await page()).events).toHaveLength(seen + 3);
  });

  it("keeps secrets out of the history", async () => {
    const { tell, page } = await aRequest();
    expect(await tell("told-reply", { proof: "Card 4111 1111 1111 1111" })).toMatchObject({
      outcome: "refused",
      findings: [{ problem: "card-number" }],
    });
    expect((await page()).events).toHaveLength(2);
  });

  it("writes one row when two staff say the same at once", async () => {
    const { tell, page } = await aRequest();
    const outcomes = await Promise.all([1, 2].map(() => tell("told-closed", { proof: "Closed." })));
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["not-from-here", "recorded"]);
    expect((await page()).events).toHaveLength(3);
  });

  it("does not reach another shop's request", async () => {
    const { deps, reference } = await aRequest();
    const other = { shop: "other.myshopify.com", reference, actor: "x", evidence: { proof: "x" } };
    expect(await saveMove({ ...other, trigger: "told-closed" }, deps)).toEqual({
      outcome: "unknown-request",
    });
  });
});

describe("withdrawing", () => {
  it("before sending holds the ticket back for good and makes room for another request", async () => {
    const { deps, deliver, tell, page } = await aRequest({ sent: false });
    expect(await tell("withdrawn-unsent")).toEqual({ outcome: "recorded" });
    expect(await deliver()).toBe("done-before");
    expect(deps.helpDesk.tickets).toEqual([]);
    expect((await page()).state).toBe("withdrawn");
    expect(await deps.db.closingRequests.findOpen(shop)).toBeNull();
  });

  it("waits while the ticket may be under way", async () => {
    const { deps, deliver, tell, page } = await aRequest({ sent: false });
    deps.helpDesk.next = [{ outcome: "lost-answer" }];
    await expect(deliver()).rejects.toThrow();
    expect(await tell("withdrawn-unsent")).toEqual({ outcome: "being-sent" });
    expect(await page()).toMatchObject({ state: "ready", status: "unsure" });
  });

  it("after sending offers the text for impact.com", async () => {
    const { tell, page, reference } = await aRequest();
    expect((await page()).texts.withdraw).toContain(`my reference ${reference}, your ticket: 1`);
    expect(await tell("told-withdrawn")).toEqual({ outcome: "recorded" });
  });
});

describe("handing over by hand", () => {
  it("stays ready until a ticket number or impact.com's words are there", async () => {
    const { tell, page } = await aRequest({ byHand: true });
    expect((await page()).status).toBe("by-hand");
    expect((await tell("told-handed-over", { statement: "done" })).outcome).toBe("evidence-missing");
    await tell("told-handed-over", { ticketNumber: "HD-10001" });
    expect(await page()).toMatchObject({ state: "handed-over", ticketNumber: "HD-10001" });
  });

  it("is open to a request that could not be delivered", async () => {
    const { deps, deliver, tell, page } = await aRequest({ sent: false });
    deps.helpDesk.next = [{ outcome: "refused", reason: "HTTP 422" }];
    await deliver();
    expect((await page()).status).toBe("undelivered");
    await tell("told-handed-over", { ticketNumber: "HD-10001" });
    expect((await page()).state).toBe("handed-over");
  });
});

describe("asking the help desk", () => {
  it("writes each news once, and never takes a solved ticket for a closed account", async () => {
    const { deps, ask, page } = await aRequest();
    expect(await ask()).toBe("moved");
    expect((await page()).state).toBe("acknowledged");
    deps.helpDesk.status = { outcome: "read", status: "waiting", said: "3", saidAt: null };
    await ask();
    expect((await page()).state).toBe("needs-something");
    deps.helpDesk.status = { outcome: "read", status: "solved", said: "4", saidAt: null };
    expect(await ask()).toBe("moved");
    expect(await ask()).toBe("as-before");
    expect((await page()).state).toBe("needs-something");
  });

  it("says when it cannot be asked", async () => {
    const { deps, ask, page } = await aRequest();
    deps.helpDesk.status = { outcome: "unreachable", reason: "HTTP 503" };
    expect(await ask()).toBe("unreachable");
    expect((await page()).state).toBe("sent");
    expect(await (await aRequest({ byHand: true })).ask()).toBe("nothing-to-ask");
  });
});

describe("the page of a request", () => {
  it("tells a first try, a repeated one and a lost one apart", async () => {
    const { deps, deliver, page } = await aRequest({ sent: false });
    expect((await page()).status).toBe("sending");
    deps.helpDesk.next = [
      { outcome: "not-accepted", reason: "HTTP 503" },
      { outcome: "unknown", reason: "ECONNRESET" },
    ];
    await expect(deliver()).rejects.toThrow();
    expect((await page()).status).toBe("retrying");
    await expect(deliver()).rejects.toThrow();
    expect((await page()).status).toBe("unsure");
  });

  it("offers a follow-up only when an answer is overdue", async () => {
    const { deps, page } = await aRequest();
    expect((await page()).texts.followUp).toBeNull();
    deps.clock.set("2026-06-26T09:00:00Z");
    expect((await page()).texts.followUp).toContain("4 business days");
  });
});

describe("what of a form is written down", () => {
  it("is what was filled in, and no field that was left blank", async () => {
    const { deps, reference, tell } = await aRequest();
    await tell("told-reply", { proof: "We are on it.", ticketNumber: "  ", statement: "" });
    const request = await deps.db.closingRequests.findByReference(shop, reference);
    const events = await deps.db.closingRequests.events(shop, request?.id ?? "");
    expect(events.at(-1)?.evidence).toEqual({ proof: "We are on it." });
  });

  it("is what each member of staff says: only the same person's second press is a repeat", async () => {
    const { deps, reference, page } = await aRequest();
    const press = (actor: string) =>
      saveMove(
        { shop, reference, actor, trigger: "told-reply", evidence: { proof: "We are on it." }, seen: 2 },
        deps,
      );
    expect(await press("staff-2")).toEqual({ outcome: "recorded" });
    expect(await press("staff-2")).toEqual({ outcome: "recorded" });
    expect((await page()).events).toHaveLength(3);
    expect(await press("staff-3")).toEqual({ outcome: "recorded" });
    expect((await page()).events).toHaveLength(4);
  });

  it("holds the ticket of a request that is withdrawn before it is sent", async () => {
    const { deps, deliver, tell } = await aRequest({ sent: false });
    expect(await tell("withdrawn-unsent")).toEqual({ outcome: "recorded" });
    expect(deps.db.rows().tickets[0]).toMatchObject({ state: "withdrawn", settledAt: deps.clock.now() });
    expect(await deliver()).toBe("done-before");
    expect(deps.helpDesk.tickets).toEqual([]);
  });
});
