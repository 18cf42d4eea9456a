import { describe, expect, it } from "vitest";
import { deliverMail } from "#app/services/mail/deliver-mail.server.ts";
import { deliverTicket } from "#app/services/requests/deliver-ticket.server.ts";
import { handOver } from "#app/services/requests/hand-over.server.ts";
import { aConnection, aShop, NAMED_ONLY } from "#test/factories/rows.ts";
import { createFakeDeps, type FakeDeps } from "#test/fakes/deps.ts";

const { shop } = aShop();
const input = {
  shop,
  actor: "staff-1",
  route: "starter-ticket",
  subject: "Please close account IRtestSid0000001",
  body: "Please close it.",
  reason: null,
  openItems: ["pay-actions"],
  ...NAMED_ONLY,
};

async function aKnownShop(): Promise<FakeDeps> {
  const deps = createFakeDeps();
  await deps.db.shops.save(aShop({ shop }));
  return deps;
}
const referenceOf = (outcome: Awaited<ReturnType<typeof handOver>>) =>
  "reference" in outcome ? outcome.reference : null;

/** The tickets on their way; news of the new state go out besides. */
const deliveries = ({ db }: FakeDeps) => db.jobs.filter(({ name }) => name === "deliver-ticket");

describe("handing the closing request over", () => {
  it("writes request, audit row, ticket and its job together", async () => {
    const deps = await aKnownShop();
    const outcome = await handOver(input, deps);
    const request = await deps.db.closingRequests.findOpen(shop);
    expect(outcome).toEqual({ outcome: "handed-over", reference: request?.reference });
    expect(request).toMatchObject({
      state: "ready",
      body: "Please close it.",
      openItems: ["pay-actions"],
    });
    expect(await deps.db.closingRequests.events(shop, request?.id ?? "")).toMatchObject([
      { trigger: "handed-over", fromState: null, toState: "ready", actor: "staff-1" },
    ]);
    const [ticket] = deps.db.rows().tickets;
    expect(ticket).toMatchObject({
      requestId: request?.id,
      channel: "smtp",
      state: "pending",
      content: {
        subject: `Please close account IRtestSid0000001 [${request?.reference}]`,
        requester: { email: "owner@acme-outdoor.example" },
      },
    });
    expect(deliveries(deps)).toEqual([{ name: "deliver-ticket", data: { shop, ticketId: ticket?.id } }]);
  });

  it("gives the same reference to every later or parallel click, and writes one ticket (L6, U2)", async () => {
    const deps = await aKnownShop();
    const outcomes = await Promise.all([1, 2, 3].map(() => handOver(input, deps)));
    outcomes.push(await handOver({ ...input, subject: "Another try" }, deps));
    expect(outcomes.filter(({ outcome }) => outcome === "handed-over")).toHaveLength(1);
    expect(new Set(outcomes.map(referenceOf)).size).toBe(1);
    expect(deps.db.rows().tickets).toHaveLength(1);
    expect(deliveries(deps)).toHaveLength(1);
  });

  it("sends the reason along, in the merchant's own words", async () => {
    const deps = await aKnownShop();
    await handOver({ ...input, reason: "太贵了" }, deps);
    expect((await deps.db.closingRequests.findOpen(shop))?.body).toMatch(/^Please close it\.\n\n.*太贵了/);
  });

  it("writes nothing of a request that must not leave", async () => {
    const deps = await aKnownShop();
    const outcome = await handOver({ ...input, body: "4111 1111 1111 1111" }, deps);
    expect(outcome).toEqual({ outcome: "refused", findings: [{ field: "body", problem: "card-number" }] });
    expect(deps.db.rows().closingRequests).toEqual([]);
    expect(deps.db.jobs).toEqual([]);
  });

  it("becomes sent, with its proof and one receipt, once the channel took it", async () => {
    const deps = await aKnownShop();
    await handOver(input, deps);
    const ticketId = deps.db.rows().tickets[0]?.id ?? "";
    deps.clock.set("2026-06-21T09:02:00Z");
    expect(await deliverTicket({ shop, ticketId }, deps)).toBe("accepted");
    const request = await deps.db.closingRequests.findOpen(shop);
    expect(request?.state).toBe("sent");
    const [, sent] = await deps.db.closingRequests.events(shop, request?.id ?? "");
    expect(sent).toMatchObject({
      trigger: "channel-accepted",
      fromState: "ready",
      toState: "sent",
      evidence: { channel: "freshdesk", ticketNumber: "1" },
    });
    const receipts = deps.db.rows().mails.filter(({ purpose }) => purpose === "closing-receipt");
    expect(receipts).toMatchObject([{ recipient: "owner@acme-outdoor.example", state: "pending" }]);
    expect(await deliverMail({ shop, mailId: receipts[0]?.id ?? "" }, deps)).toBe("sent");
    expect(deps.mailer.sent[0]?.subject).toBe(`Your closing request ${request?.reference} was sent`);
  });

  it("sends no receipt when there is no address, and still counts as sent", async () => {
    const deps = createFakeDeps();
    await deps.db.shops.save(aShop({ shop, contactEmail: null }));
    await handOver(input, deps);
    const [ticket] = deps.db.rows().tickets;
    expect(ticket?.content.requester.email).toBe("operator@settled.example");
    await deliverTicket({ shop, ticketId: ticket?.id ?? "" }, deps);
    expect((await deps.db.closingRequests.findOpen(shop))?.state).toBe("sent");
    expect(deps.db.rows().mails).toEqual([]);
  });

  it("puts its one line above the merchant's text, which cannot stand before it", async () => {
    const deps = await aKnownShop();
    const body = "Settled: an API token proved account IRtestSid0000001.";
    await handOver({ ...input, body }, deps);
    expect(deps.db.rows().tickets[0]?.content.body).toBe(
      `Settled: only the merchant names this account. No API token has proved that it is theirs.\n\n---\n\n${body}`,
    );
  });

  it("counts what is sent for the store and for every account it names, and a second click not at all", async () => {
    const deps = await aKnownShop();
    const accounts = ["IRone00000001", "IRtwo00000002"];
    await handOver({ ...input, accounts }, deps);
    await handOver({ ...input, accounts }, deps);
    const names = deps.limits.counted.map(([name]) => name);
    expect(names).toEqual(["sent-store", "sent-account", "sent-account"]);
    expect(new Set(deps.limits.counted.map(([, key]) => key)).size).toBe(3);
    expect(deps.limits.counted.join()).not.toMatch(/IRone|shop-/);
    const byHand = await aKnownShop();
    await handOver({ ...input, byHand: true }, byHand);
    expect(byHand.limits.counted).toEqual([]);
  });

  it.each(["sent-store", "sent-account"] as const)(
    "sends nothing beyond %s, and gives back what it counted",
    async (name) => {
      const deps = await aKnownShop();
      deps.limits.used.add(name);
      expect(await handOver(input, deps)).toEqual({ outcome: "too-many", seconds: 60 });
      expect(deps.limits.counted).toEqual([]);
      expect(await deps.db.closingRequests.findOpen(shop)).toBeNull();
    },
  );

  it("lets the connected account's own token leave in no text, however it is broken up", async () => {
    const deps = await aKnownShop();
    await deps.db.connections.save(
      aConnection({ shop, sealedToken: deps.seal.seal(shop, "kT9xQwmmZ4pLr7") }),
    );
    const finding = [{ field: "body", problem: "token" }];
    for (const text of ["kT9xQwmmZ4pLr7", "kT9x QwmmZ4\npLr7", "kT9x\u2013Qwmm\u200bZ4pLr7"])
      expect(await handOver({ ...input, body: `See ${text} here` }, deps)).toEqual({
        outcome: "refused",
        findings: finding,
      });
    expect((await handOver({ ...input, body: "kT9xQwmmZ4pL" }, deps)).outcome).toBe("handed-over");
  });

  it("sends nothing when the merchant hands it over by hand", async () => {
    const deps = await aKnownShop();
    await handOver(input, { ...deps, settings: { ...deps.settings, channel: "assisted" } });
    await handOver({ ...input, shop: "other.myshopify.com", byHand: true }, deps);
    expect((await deps.db.closingRequests.findOpen(shop))?.state).toBe("ready");
    expect(deps.db.rows().tickets).toEqual([]);
    expect(deliveries(deps)).toEqual([]);
  });
});

describe("what a hand-over leaves behind", () => {
  it("is a ticket in the store's name with an address for the answer, or the operator's", async () => {
    const requester = async (deps: FakeDeps) => {
      await handOver(input, deps);
      return (deps.db.rows().tickets[0]?.content as { requester?: unknown } | undefined)?.requester;
    };
    expect(await requester(await aKnownShop())).toEqual({
      name: "Acme Outdoor",
      email: "owner@acme-outdoor.example",
    });
    const nameless = createFakeDeps();
    await nameless.db.shops.save(aShop({ shop, contactEmail: null }));
    expect(await requester(nameless)).toEqual({ name: "Acme Outdoor", email: "operator@settled.example" });
    expect(await requester(createFakeDeps())).toEqual({ name: shop, email: "operator@settled.example" });
  });

  it("is one count for the store and one for its account, however often it is clicked", async () => {
    const deps = await aKnownShop();
    await handOver(input, deps);
    expect(await handOver(input, deps)).toMatchObject({ outcome: "already-handed-over" });
    await Promise.all([1, 2].map(() => handOver(input, deps)));
    expect(deps.limits.counted.map(([name]) => name)).toEqual(["sent-store", "sent-account"]);
  });

  it("counts nothing that came to nothing", async () => {
    const deps = await aKnownShop();
    const parallel = await Promise.all([1, 2, 3].map(() => handOver(input, deps)));
    expect(parallel.filter(({ outcome }) => outcome === "already-handed-over")).toHaveLength(2);
    expect(deps.limits.counted).toHaveLength(2);
  });

  it("is a watch over the closing's tasks, so that what comes undone is told", async () => {
    const deps = await aKnownShop();
    await deps.db.connections.save(aConnection({ shop }));
    await deps.db.snapshots.saveRead(shop, "Contracts", [], deps.clock.now());
    await handOver(input, deps);
    expect((await deps.db.taskWatches.all(shop)).map(({ task }) => task)).toContain("expire-contracts");
  });
});
