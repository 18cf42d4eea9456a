import { describe, expect, it } from "vitest";
import { deliverMail } from "#app/services/mail/deliver-mail.server.ts";
import { deliverTicket } from "#app/services/requests/deliver-ticket.server.ts";
import { handOver } from "#app/services/requests/hand-over.server.ts";
import { resumeTickets } from "#app/services/requests/resume-tickets.server.ts";
import { showRequest } from "#app/services/requests/show-request.server.ts";
import { aShop, at, NAMED_ONLY } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const { shop } = aShop();
const START = at("2026-06-21T09:00:00Z");

/** A request just handed over; `try` runs its job, `at` moves the clock first. */
async function aRequestOnItsWay() {
  const deps = createFakeDeps();
  await deps.db.shops.save(aShop({ shop }));
  await handOver(
    {
      shop,
      actor: "staff-1",
      route: "starter-ticket",
      subject: "Please close account IR1",
      body: "Please close it.",
      reason: null,
      openItems: [],
      ...NAMED_ONLY,
    },
    deps,
  );
  const ticketId = deps.db.rows().tickets[0]?.id ?? "";
  const request = () => deps.db.closingRequests.findOpen(shop);
  return {
    deps,
    request,
    ticket: () => deps.db.tickets.findById(shop, ticketId),
    triggers: async () =>
      (await deps.db.closingRequests.events(shop, (await request())?.id ?? "")).map(({ trigger }) => trigger),
    alerts: () => deps.db.rows().mails.filter(({ purpose }) => purpose === "operator-alert"),
    deliver: (seconds = 0) => {
      deps.clock.set(START.add({ seconds }).toString());
      return deliverTicket({ shop, ticketId }, deps);
    },
  };
}

describe("delivering a ticket", () => {
  it("moves ticket, request and receipt together, once", async () => {
    const { deps, deliver, ticket, request, triggers } = await aRequestOnItsWay();
    expect(await deliver()).toBe("accepted");
    expect(await deliver(300)).toBe("done-before");
    expect(deps.helpDesk.tickets).toHaveLength(1);
    expect(await ticket()).toMatchObject({ state: "accepted", attempts: 1, proof: { ticketNumber: "1" } });
    expect((await request())?.state).toBe("sent");
    expect(await triggers()).toEqual(["handed-over", "channel-accepted"]);
    expect(deps.db.rows().mails.map(({ purpose }) => purpose)).toEqual(["closing-receipt"]);
  });

  it("tries again when the ticket was certainly not taken", async () => {
    const { deps, deliver, ticket, request } = await aRequestOnItsWay();
    deps.helpDesk.next = [{ outcome: "not-accepted", reason: "HTTP 429" }];
    await expect(deliver()).rejects.toThrow("HTTP 429");
    expect(await ticket()).toMatchObject({ state: "pending", attempts: 1, lastError: "HTTP 429" });
    expect((await request())?.state).toBe("ready");
    expect(await deliver(10)).toBe("accepted");
  });

  it("asks before it sends again when an answer got lost, and makes no second ticket", async () => {
    const { deps, deliver, ticket, request } = await aRequestOnItsWay();
    deps.helpDesk.next = [{ outcome: "lost-answer" }];
    await expect(deliver()).rejects.toThrow("ECONNRESET");
    expect(await ticket()).toMatchObject({ state: "unknown" });
    await expect(deliver(119)).rejects.toThrow("under way");
    expect(await deliver(121)).toBe("accepted");
    expect(deps.helpDesk.tickets).toHaveLength(1);
    expect((await request())?.state).toBe("sent");
  });

  it("sends again once the provider says that nothing came", async () => {
    const { deps, deliver } = await aRequestOnItsWay();
    deps.helpDesk.next = [{ outcome: "unknown", reason: "HTTP 502" }];
    await expect(deliver()).rejects.toThrow("HTTP 502");
    expect(await deliver(121)).toBe("accepted");
    expect(deps.helpDesk.tickets).toHaveLength(1);
  });

  it("sends nothing while the provider cannot be asked", async () => {
    const { deps, deliver, ticket } = await aRequestOnItsWay();
    deps.helpDesk.next = [{ outcome: "lost-answer" }];
    await expect(deliver()).rejects.toThrow();
    deps.helpDesk.lookUpWith = { outcome: "unreachable", reason: "ECONNREFUSED" };
    await expect(deliver(121)).rejects.toThrow("ECONNREFUSED");
    expect(deps.helpDesk.tickets).toHaveLength(1);
    expect(await ticket()).toMatchObject({ state: "unknown", attempts: 1 });
  });

  it("is not sent again by a database restored from before it was sent (C10)", async () => {
    const { deps, deliver, ticket } = await aRequestOnItsWay();
    const before = await ticket();
    if (!before) throw new Error("no ticket");
    deps.helpDesk.tickets.push({ ...before.content, key: before.key });
    expect(await deliver(6 * 3_600)).toBe("accepted");
    expect(deps.helpDesk.tickets).toHaveLength(1);
    expect(await ticket()).toMatchObject({ state: "accepted", attempts: 0 });
  });

  it("is asked about first only when it waited for ten minutes: a new ticket is nobody's yet", async () => {
    for (const [seconds, isAsked] of [
      [599, false],
      [600, true],
    ] as const) {
      const { deps, deliver } = await aRequestOnItsWay();
      let questions = 0;
      const { lookUp } = deps.helpDesk;
      deps.helpDesk.lookUp = (ticket) => {
        questions += 1;
        return lookUp(ticket);
      };
      expect(await deliver(seconds)).toBe("accepted");
      expect(questions, `${seconds} s`).toBe(isAsked ? 1 : 0);
    }
  });

  it("lets one of ten workers send (C6)", async () => {
    const { deps, deliver } = await aRequestOnItsWay();
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => deliver()));
    const accepted = outcomes.filter((each) => each.status === "fulfilled" && each.value === "accepted");
    expect(accepted).toHaveLength(1);
    expect(deps.helpDesk.tickets).toHaveLength(1);
  });

  it("takes a provider that is away for eight hours: sent once afterwards, operator told once", async () => {
    const { deps, deliver, ticket, request, triggers, alerts } = await aRequestOnItsWay();
    const minutes = Array.from({ length: 48 }, (_, index) => index * 10);
    deps.helpDesk.next = minutes.map(() => ({ outcome: "not-accepted", reason: "ECONNREFUSED" }));
    const reference = (await request())?.reference ?? "";
    const page = () => showRequest({ shop, reference }, deps);
    for (const minute of minutes) {
      await expect(deliver(minute * 60)).rejects.toThrow("ECONNREFUSED");
      expect(await page()).toMatchObject({ status: "retrying", state: "ready", sentAt: null });
      // The operator is told after an hour, not before and not again.
      expect(alerts()).toHaveLength(minute < 60 ? 0 : 1);
    }
    expect((await request())?.state).toBe("ready");
    expect(await deliver(8 * 3600)).toBe("accepted");
    expect(await page()).toMatchObject({ status: "sent", sentAt: "2026-06-21T17:00:00Z" });
    expect(deps.helpDesk.tickets).toHaveLength(1);
    expect(await ticket()).toMatchObject({ state: "accepted", attempts: 49, lastError: null });
    expect(await triggers()).toEqual(["handed-over", "channel-accepted"]);
  });

  it("gives up a ticket the provider refuses: history, log and a mail to the operator say so", async () => {
    const { deps, deliver, ticket, request, triggers, alerts } = await aRequestOnItsWay();
    const logged: unknown[] = [];
    deps.log.error = (...entry: unknown[]) => void logged.push(entry);
    deps.helpDesk.next = [{ outcome: "refused", reason: "HTTP 422" }];
    expect(await deliver()).toBe("refused");
    expect(await ticket()).toMatchObject({ state: "refused", lastError: "HTTP 422" });
    expect((await request())?.state).toBe("ready");
    expect(await triggers()).toEqual(["handed-over", "delivery-gave-up"]);
    expect(logged).toHaveLength(1);
    const [alert] = alerts();
    expect(alert?.recipient).toBe("operator@settled.example");
    expect(await deliverMail({ shop, mailId: alert?.id ?? "" }, deps)).toBe("sent");
    expect(deps.mailer.sent[0]?.subject).toBe("Settled: a closing request could not be delivered");
  });

  it("gives up after a day of certain failures, and never while the outcome is unknown", async () => {
    const sure = await aRequestOnItsWay();
    sure.deps.helpDesk.next = [{ outcome: "not-accepted", reason: "ECONNREFUSED" }];
    await expect(sure.deliver(86_400)).rejects.toThrow();
    expect(await sure.triggers()).toContain("delivery-gave-up");
    const unsure = await aRequestOnItsWay();
    unsure.deps.helpDesk.next = [{ outcome: "lost-answer" }];
    await expect(unsure.deliver(86_400)).rejects.toThrow();
    expect(await unsure.triggers()).not.toContain("delivery-gave-up");
    expect(await unsure.ticket()).toMatchObject({ state: "unknown" });
  });

  it("takes up after a restart what a crash left behind, and nothing else", async () => {
    const { deps, deliver, ticket } = await aRequestOnItsWay();
    const before = deps.db.jobs.length;
    expect(await resumeTickets(deps)).toBe(1);
    expect(deps.db.jobs.slice(before)).toEqual([
      { name: "deliver-ticket", data: { shop, ticketId: (await ticket())?.id } },
    ]);
    await deliver();
    expect(await resumeTickets(deps)).toBe(0);
  });
});

describe("a ticket that need not be delivered", () => {
  it("is one that nobody knows", async () => {
    const { deps } = await aRequestOnItsWay();
    expect(await deliverTicket({ shop, ticketId: "none" }, deps)).toBe("unknown-ticket");
  });

  it("waits two minutes for an attempt under way, and then asks", async () => {
    const { deps, deliver } = await aRequestOnItsWay();
    deps.helpDesk.next = [{ outcome: "lost-answer" }];
    await expect(deliver()).rejects.toMatchObject({ name: "NotDeliveredYet", message: "ECONNRESET" });
    await expect(deliver(119)).rejects.toThrow("An attempt may still be under way.");
    expect(await deliver(120)).toBe("accepted");
    expect(deps.helpDesk.tickets).toHaveLength(1);
  });

  it("stays as it is while the desk cannot be asked after a long wait", async () => {
    const { deps, deliver, ticket } = await aRequestOnItsWay();
    deps.helpDesk.lookUpWith = { outcome: "unreachable", reason: "HTTP 503" };
    await expect(deliver(600)).rejects.toThrow("HTTP 503");
    expect(await ticket()).toMatchObject({ state: "pending", lastError: "HTTP 503" });
    expect(deps.helpDesk.tickets).toEqual([]);
  });
});
