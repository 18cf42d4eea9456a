import { describe, expect, it } from "vitest";
import { caseHistory } from "#app/services/desk/case-history.server.ts";
import { eraseStore, showDeletions } from "#app/services/desk/erase-store.server.ts";
import { findCase } from "#app/services/desk/find-case.server.ts";
import { parkMail, parkTicket, parkWebhook } from "#app/services/desk/park.server.ts";
import { resendCase, resendMail, resendStore } from "#app/services/desk/resend.server.ts";
import { revokeStoreLinks } from "#app/services/desk/revoke-store-links.server.ts";
import { showDeeds } from "#app/services/desk/show-deeds.server.ts";
import { showDesk } from "#app/services/desk/show-desk.server.ts";
import { deliverMail } from "#app/services/mail/deliver-mail.server.ts";
import { deliverTicket } from "#app/services/requests/deliver-ticket.server.ts";
import { aClosing, aClosingEvent, aLink, at, aWebhook } from "#test/factories/rows.ts";
import { aCase, by, reference } from "./a-case.ts";

describe("at the operator's desk", () => {
  it("a reference leads to its store, and the look is written down", async () => {
    const { deps, shop } = await aCase();
    expect(await findCase({ reference, by }, deps)).toMatchObject([{ shop, state: "ready" }]);
    expect(await findCase({ reference: "SET-2222-2222", by }, deps)).toEqual([]);
    expect(deps.db.rows().operatorDeeds).toMatchObject([
      { shop, verb: "find", who: "kim", why: "ticket 4711", detail: { reference }, at: deps.clock.now() },
      { shop: "operator", verb: "find", detail: { reference: "SET-2222-2222" } },
    ]);
  });

  it("the history of a case has its steps, ticket, mails and what the desk did, and no address", async () => {
    const { deps, shop } = await aCase();
    await resendCase({ reference, by }, deps);
    const known = await caseHistory({ reference, by }, deps);
    expect(known?.shop).toBe(shop);
    const lines = known?.lines.map(({ part, what }) => `${part}: ${what}`) ?? [];
    expect(lines).toContain("step: handed-over: nothing → ready, by staff-1");
    expect(lines).toContain("ticket: pending after 3 tries; last answer: 451 later");
    expect(lines).toContain("mail: closing-receipt pending after 0 tries");
    expect(lines).toContain("desk: resend by kim: ticket 4711");
    expect(lines.join("\n")).not.toContain("@");
    expect(await caseHistory({ reference: "SET-2222-2222", by }, deps)).toBeNull();
  });

  it("what of a case was not sent begins anew, and what got through does not", async () => {
    const { deps, shop, ticket, mail } = await aCase();
    expect(await resendCase({ reference, by }, deps)).toEqual({
      outcome: "begun",
      shop,
      ticket: true,
      mails: 1,
    });
    expect(deps.db.jobs).toEqual([
      { name: "deliver-ticket", data: { shop, ticketId: ticket.id } },
      { name: "deliver-mail", data: { shop, mailId: mail.id } },
    ]);
    expect(await deliverTicket({ shop, ticketId: ticket.id }, deps)).toBe("accepted");
    await deps.db.mails.markSent(shop, mail.id, deps.clock.now());
    expect(await resendCase({ reference, by }, deps)).toMatchObject({ ticket: false });
    expect(await resendCase({ reference: "SET-2222-2222", by }, deps)).toEqual({ outcome: "unknown-case" });
  });

  it("one mail goes out again under its Message-ID only when that is meant; a store's unsent ones all do", async () => {
    const { deps, shop, mail } = await aCase();
    const ask = { shop, mailId: mail.id, by };
    expect(await resendStore({ shop, by }, deps)).toEqual({ mails: 1 });
    await deps.db.mails.markSent(shop, mail.id, deps.clock.now());
    expect(await resendStore({ shop, by }, deps)).toEqual({ mails: 0 });
    expect(await resendMail({ ...ask, again: false }, deps)).toBe("was-sent");
    expect(await resendMail({ ...ask, again: true }, deps)).toBe("begun");
    expect(await deps.db.mails.findById(shop, mail.id)).toMatchObject({
      state: "pending",
      messageId: mail.messageId,
    });
    expect(await resendMail({ ...ask, mailId: "none", again: true }, deps)).toBe("unknown-mail");
  });

  it("a parked ticket is tried no more, its history says so, and it can be sent by hand", async () => {
    const { deps, shop, ticket, request } = await aCase();
    expect(await parkTicket({ reference, by }, deps)).toBe("parked");
    expect(await deliverTicket({ shop, ticketId: ticket.id }, deps)).toBe("done-before");
    const events = await deps.db.closingRequests.events(shop, request.id);
    expect(events.at(-1)).toMatchObject({
      trigger: "delivery-gave-up",
      evidence: { problem: "stopped by the operator" },
    });
    expect(await parkTicket({ reference, by }, deps)).toBe("over");
    expect(await parkTicket({ reference: "SET-2222-2222", by }, deps)).toBe("unknown");
  });

  it("a parked mail or webhook is over for its job", async () => {
    const { deps, shop, mail } = await aCase();
    expect(await parkMail({ shop, mailId: mail.id, by }, deps)).toBe("parked");
    expect(await deliverMail({ shop, mailId: mail.id }, deps)).toBe("done-before");
    expect(await parkMail({ shop, mailId: mail.id, by }, deps)).toBe("over");
    const webhook = aWebhook({ shop });
    await deps.db.webhooks.add(webhook);
    expect(await parkWebhook({ shop, webhookId: webhook.webhookId, by }, deps)).toBe("parked");
    expect(await deps.db.webhooks.find(shop, webhook.webhookId)).toMatchObject({
      outcome: "stopped by the operator",
    });
    expect(await parkWebhook({ shop, webhookId: "none", by }, deps)).toBe("unknown");
  });

  it("every link of one store ends", async () => {
    const { deps, shop } = await aCase();
    const [own, other] = [aLink({ shop }), aLink()];
    for (const link of [own, other]) await deps.db.links.add(link);
    expect(await revokeStoreLinks({ shop, by }, deps)).toBe("revoked");
    expect((await deps.db.links.find(own.idHash))?.revokedAt).toEqual(deps.clock.now());
    expect((await deps.db.links.find(other.idHash))?.revokedAt).toBeNull();
    expect(await revokeStoreLinks({ shop: "nobody.myshopify.com", by }, deps)).toBe("unknown-shop");
  });

  it("a store is erased only when it left and its open request may go, and the deed names it no more", async () => {
    const { deps, shop } = await aCase();
    await findCase({ reference, by }, deps);
    expect(await eraseStore({ shop, withRequest: false, by }, deps)).toBe("open-request");
    expect(await eraseStore({ shop, withRequest: true, by }, deps)).toBe("erased");
    expect(deps.db.rows().closingRequests).toEqual([]);
    const [row] = await showDeletions({ shop, by }, deps);
    expect(row).toMatchObject({ cause: "merchant-asked", erasedAt: deps.clock.now() });
    const deeds = deps.db.rows().operatorDeeds;
    expect(deeds).toMatchObject([
      { shop: "operator", verb: "erase", ...by, detail: { deletion: row?.id } },
      { shop: "operator", verb: "deletions" },
    ]);
    expect(JSON.stringify(deeds)).not.toContain(shop);
    expect(await eraseStore({ shop, withRequest: true, by }, deps)).toBe("unknown-shop");
    const installed = await aCase(false);
    expect(await eraseStore({ shop: installed.shop, withRequest: true, by }, installed.deps)).toBe(
      "still-installed",
    );
  });

  it("what was done for a store is listed, and the listing too", async () => {
    const { deps, shop } = await aCase();
    await revokeStoreLinks({ shop, by }, deps);
    expect(await showDeeds({ shop, by }, deps)).toMatchObject([{ verb: "revoke-links", ...by }]);
    expect(await showDeeds({ shop: null, by }, deps)).toEqual([]);
    expect(deps.db.rows().operatorDeeds.map(({ verb }) => verb)).toEqual(["revoke-links", "deeds", "deeds"]);
  });
});

describe("the operator's page", () => {
  it("counts cases by state and age and names those that do not move on by reference, with the reason", async () => {
    const { deps, shop, request } = await aCase(false);
    const calm = aClosing({ state: "sent", updatedAt: at("2026-06-11T08:00:00Z") });
    await deps.db.closingRequests.open(calm, aClosingEvent());
    expect(await showDesk(deps)).toMatchObject({
      asOf: "2026-06-21T09:00:00Z",
      cases: [
        { state: "ready", count: 1, days: 0 },
        { state: "sent", count: 1, days: 10 },
      ],
      stuckCases: [
        { reference, state: "ready", days: 0, ticket: { state: "pending", attempts: 3 }, checks: [] },
      ],
      waiting: [{ kind: "tickets", count: 1 }],
      reasons: [],
    });
    const check = { shop, requestId: request.id, kind: "desk" as const, nextAt: deps.clock.now() };
    await deps.db.requestChecks.plan(check);
    const seen = await deps.db.requestChecks.find(shop, request.id, "desk");
    if (seen) await deps.db.requestChecks.change(seen, { failures: 3, failure: "unreachable" });
    const view = await showDesk(deps);
    expect(view.stuckCases[0]?.checks).toEqual([{ kind: "desk", failures: 3 }]);
    expect(JSON.stringify(view)).not.toMatch(/acme|myshopify|@|IRtest/i);
  });
});
