import { describe, expect, it } from "vitest";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { openReference, showRequest } from "#app/services/requests/show-request.server.ts";
import { aClosing, aClosingEvent, aConnection, aShop, at } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";
import { aRequest } from "./a-request.ts";

type Walk = Awaited<ReturnType<typeof aRequest>>;

/** Everything is read, and money lies at impact.com. */
async function readAccount({ deps, shop }: Walk) {
  const facts = {
    edition: "starter" as const,
    signedUpOn: "2026-05-12",
    fundingBalance: { amount: "500.00", asOf: "2026-06-20" },
  };
  const now = deps.clock.now();
  for (const resource of ["Contracts", "Invoices", "Catalogs"] as const)
    await deps.db.snapshots.saveRead(shop, resource, [], now);
  const run = { run: 1, kind: "first" as const, startedAt: now, finishedAt: now };
  const key = { shop, accountSid: "IRtestSid0000001" };
  await deps.db.syncs.save(key, { ...run, currency: "USD", completedAt: now, fullAt: now });
  await saveFacts({ shop, actor: "staff-1", facts }, deps);
}

/** The connected account is exchanged for another one: the request is not about it. */
const connectOther = ({ deps, shop }: Walk) =>
  deps.db.connections.save(aConnection({ shop, accountSid: "IRotherSid000002" }));

describe("the page of a request that was sent", () => {
  it("names its account by the end of its SID, where the text went and where the answer goes", async () => {
    const { page, reference } = await aRequest();
    expect(await page()).toMatchObject({
      reference,
      subject: `Please close account IR1 [${reference}]`,
      body: "Please close it.",
      sentParts: [
        {
          text: "Settled: only the merchant names this account. No API token has proved that it is theirs.\n\n---\n\nPlease close it.",
          lang: "en",
        },
      ],
      recipient: "help-desk@impact.test",
      answerTo: "owner@acme-outdoor.example",
      store: "Acme Outdoor",
      account: "…0001",
      timeZone: "America/New_York",
      today: "2026-06-21",
      sentAt: "2026-06-21T09:00:00Z",
      ticketNumber: "1",
      probe: null,
      isBilled: true,
    });
  });

  it("tells who did what when, the desk by its maker's name", async () => {
    const walk = await aRequest();
    await walk.deps.db.staffNames.save(walk.shop, {
      actor: "staff-2",
      name: "Alex Morgan",
      seenAt: walk.deps.clock.now(),
    });
    // Nine in the evening of Sunday in New York.
    walk.deps.clock.set("2026-06-22T01:00:00Z");
    await walk.tell("told-reply", { proof: "We are on it.", ticketNumber: "HD-7" });
    await walk.tell("told-follow-up", { statement: "I wrote again." });
    const { events, ticketNumber } = await walk.page();
    const merchant = { by: "merchant", isByHand: false, said: null };
    expect(ticketNumber).toBe("HD-7");
    expect(events).toEqual([
      {
        ...merchant,
        ...{ trigger: "handed-over", on: "2026-06-21", at: "2026-06-21T09:00:00Z", level: "told" },
        ...{ name: null, to: "", ticketNumber: null, words: null },
      },
      {
        ...{ trigger: "channel-accepted", on: "2026-06-21", at: "2026-06-21T09:00:00Z", level: "checked" },
        ...{ by: "settled", isByHand: false, said: null, name: null, to: "Freshdesk" },
        ...{ ticketNumber: "1", words: null },
      },
      {
        ...merchant,
        ...{ trigger: "told-reply", on: "2026-06-21", at: "2026-06-22T01:00:00Z", level: "proof" },
        ...{ name: "Alex Morgan", to: "", ticketNumber: "HD-7", words: "We are on it." },
      },
      {
        ...merchant,
        ...{ trigger: "told-follow-up", on: "2026-06-21", at: "2026-06-22T01:00:00Z", level: "told" },
        ...{ name: "Alex Morgan", to: "", ticketNumber: null, words: "I wrote again." },
      },
    ]);
  });

  it("names the address a mail went to, Zendesk by its name, and who came by a link", async () => {
    const deps = createFakeDeps();
    const { shop } = aShop();
    await deps.db.shops.save(aShop({ shop }));
    const rows: [string, Record<string, string>, string][] = [
      ["smtp", { to: "help-desk@impact.test" }, "help-desk@impact.test"],
      ["zendesk", {}, "Zendesk"],
      ["carrier pigeon", {}, "carrier pigeon"],
    ];
    for (const [channel, more, to] of rows) {
      const request = aClosing({ shop, accounts: [`IR${channel}`], state: "ready" });
      const { id, reference } = request;
      const evidence = { channel, ...more, messageId: "<1@settled.example>" };
      await deps.db.transact(async (work) => {
        await work.closingRequests.open(request, aClosingEvent({ actor: "signed-link" }));
        await work.closingRequests.move(shop, id, {
          ...aClosingEvent({ trigger: "channel-accepted", fromState: "ready", toState: "sent" }),
          ...{ actor: "settled", evidence },
        });
      });
      const view = await showRequest({ shop, reference }, deps);
      expect(view?.events.map((event) => event.to)).toEqual(["", to]);
      expect(view?.events.map(({ by }) => by)).toEqual(["link", "settled"]);
      expect(view?.events[0]?.isByHand).toBe(true);
    }
  });
});

describe("what is left in impact.com", () => {
  it("stands beside a request under way, with the day of the refund and the next fee", async () => {
    const walk = await aRequest();
    await readAccount(walk);
    const { tasks, counts, expected, earliestClosing, refundBy } = await walk.page();
    expect(tasks.length).toBeGreaterThan(0);
    expect(counts).not.toBeNull();
    expect(expected).toMatchObject({ currency: "USD", fee: { date: "2026-07-01" } });
    expect(expected?.closing?.from).toBe("2026-06-21");
    expect(earliestClosing).toBe("2026-06-21");
    expect(refundBy).toBe("2026-07-06");
  });

  it("is not told of another account than the request's own (D21)", async () => {
    const walk = await aRequest();
    await readAccount(walk);
    await connectOther(walk);
    const nothing = { tasks: [], counts: null, expected: null, earliestClosing: null, refundBy: null };
    expect(await walk.page()).toMatchObject({ ...nothing, account: null, isBilled: true });
  });

  it("is over once the account is closed", async () => {
    const walk = await aRequest();
    await readAccount(walk);
    await walk.tell("told-closed");
    const over = { tasks: [], counts: null, expected: null, refundBy: "2026-07-06" };
    expect(await walk.page()).toMatchObject({
      ...over,
      status: "closed",
      moves: ["told-refunded", "told-no-charge", "told-charged", "told-not-closed"],
    });
  });
});

describe("the last fee of a closed account", () => {
  it("is that of the month of closing, so that nobody takes it for a charge after it (G27)", async () => {
    const walk = await aRequest();
    await readAccount(walk);
    expect((await walk.page()).lastFee).toBeNull();
    await walk.tell("told-closed");
    const last = {
      amount: "30.00",
      bound: "atLeast",
      date: "2026-07-01",
      coveredMonth: "2026-06",
      currency: "USD",
    };
    expect((await walk.page()).lastFee).toEqual(last);
    // It is the same one when the next month has begun: July's is not expected any more.
    walk.deps.clock.set("2026-07-20T09:00:00Z");
    expect((await walk.page()).lastFee).toEqual({ ...last, bound: "about" });
  });

  it("is not promised to come within thirty days of the sign-up, when fees are refunded (S0, A)", async () => {
    const walk = await aRequest();
    await readAccount(walk);
    await saveFacts({ shop: walk.shop, actor: "staff-1", facts: { signedUpOn: "2026-06-05" } }, walk.deps);
    await walk.tell("told-closed");
    expect((await walk.page()).lastFee).toBeNull();
  });

  it("is not known of another account than the request's", async () => {
    const walk = await aRequest();
    await readAccount(walk);
    await walk.tell("told-closed");
    await connectOther(walk);
    expect((await walk.page()).lastFee).toBeNull();
  });
});

describe("a partner's request", () => {
  it("asks nothing about fees and refunds that nobody takes from it", async () => {
    const deps = createFakeDeps();
    const { shop } = aShop();
    await deps.db.shops.save(aShop({ shop }));
    const request = aClosing({
      shop,
      route: "partner-ticket",
      state: "ready",
      subject: "Close IRp",
      body: "Close.",
    });
    const { reference, id } = request;
    await deps.db.transact(async (work) => {
      await work.closingRequests.open(request, aClosingEvent());
      const handed = { trigger: "told-handed-over", fromState: "ready", toState: "handed-over" } as const;
      await work.closingRequests.move(
        shop,
        id,
        aClosingEvent({ ...handed, evidence: { proof: "Got it." }, at: at("2026-06-21T09:00:00Z") }),
      );
      const told = { trigger: "told-closed", fromState: "handed-over", toState: "closed" } as const;
      await work.closingRequests.move(
        shop,
        id,
        aClosingEvent({ ...told, evidence: { statement: "By phone." } }),
      );
    });
    expect(await showRequest({ shop, reference }, deps)).toMatchObject({
      status: "closed-told",
      moves: ["told-not-closed"],
      isBilled: false,
      refundBy: null,
      account: null,
      answerTo: null,
      desk: null,
      sentAt: null,
      subject: `Close IRp [${reference}]`,
      sentParts: [{ text: "Close.", lang: "en" }],
    });
  });
});

describe("the reference of the request that says where the account stands", () => {
  it("is that of the open one, and none where there is none", async () => {
    const { deps, shop, reference, tell } = await aRequest();
    expect(await openReference({ shop }, deps)).toBe(reference);
    await tell("told-withdrawn", {});
    expect(await openReference({ shop }, deps)).toBeNull();
    expect(await openReference({ shop: "other.myshopify.com" }, deps)).toBeNull();
  });
});
