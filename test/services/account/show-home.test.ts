import { describe, expect, it } from "vitest";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { showHome } from "#app/services/account/show-home.server.ts";
import type { StatedFacts } from "#app/services/account/stated-facts.ts";
import { aShop } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";
import { aCloser, aContract, anInvoice, STARTER } from "../closing/a-closer.ts";
import { aRequest } from "../requests/a-request.ts";
import { anItem, shop } from "../sync/a-merchant.ts";

const PENDING = anItem({ id: "p1", trackedOn: "2026-06-01", locksOn: "2026-07-01" });
const LOCKED = anItem({
  ...{ id: "u1", state: "APPROVED", trackedOn: "2026-04-01", locksOn: "2026-05-20", payout: "8.00" },
});
const LATE = anInvoice("i1", { dueOn: "2026-06-01", status: "OVERDUE" });
const FUNDED = { ...STARTER, fundingBalance: { amount: "1000.00", asOf: "2026-03-12" } };

async function home(known: Parameters<typeof aCloser>[0]) {
  const { deps } = await aCloser(known);
  const shown = await showHome({ shop }, deps);
  if (!shown) throw new Error("The shop was never seen.");
  return shown;
}

describe("Home's figures", () => {
  it("are what was paid, what a year costs, what today is and what closing costs", async () => {
    const { figures } = await home({
      items: [PENDING, LOCKED],
      lists: { Contracts: [aContract("c1")], Invoices: [] },
      facts: FUNDED,
    });
    expect(figures).toMatchObject({
      currency: "USD",
      year: { from: "2026-06", to: "2027-05", fee: { likely: "360.00" } },
      feeMonths: 12,
      // The first full month after 12 March is April, charged on 1 May (S3).
      firstFeeOn: "2026-05-01",
      lastFee: { month: "2026-05", chargedOn: "2026-06-01", fee: "30.00" },
      past: { fees: 2, sum: "60.00" },
      minimum: { fee: "30.00", from: "plan" },
      // 1,000 less two fees of 30 and the 8.00 that locked.
      today: { date: "2026-06-21", opening: "932.00", closing: "932.00" },
      // June's and July's fee are still to come by then.
      closing: { earliest: "2026-07-01", refundBy: "2026-07-16", fees: "60.00", net: "-864.50" },
      hasHistory: false,
      left: { contracts: { active: 1 }, actions: { funded: { count: 1 } } },
    });
    expect(figures?.timeline.map(({ kind, date }) => [kind, date])).toEqual([
      ["signed-up", "2026-03-12"],
      ["first-fee", "2026-05-01"],
      ["today", "2026-06-21"],
      ["next-fee", "2026-07-01"],
      ["last-lock", "2026-07-01"],
      ["earliest-closing", "2026-07-01"],
      ["refund-by", "2026-07-16"],
    ]);
  });

  it("count of a year's months those with a fee, which the month of sign-up has not", async () => {
    const { figures } = await home({ items: [], facts: { ...STARTER, signedUpOn: "2026-06-12" } });
    expect(figures?.feeMonths).toBe(11);
    expect([figures?.lastFee, figures?.past]).toEqual([null, { fees: 0, sum: "0.00" }]);
  });

  it("name no cost of closing while nobody knows when that can be", async () => {
    const { figures } = await home({ facts: STARTER });
    expect(figures?.closing).toEqual({ earliest: null, refundBy: null, fees: null, net: null });
  });

  it("have a history after three full months", async () => {
    const items = ["2026-01-05", "2026-02-05", "2026-03-05", "2026-04-05", "2026-05-05"].map(
      (trackedOn, index) =>
        anItem({ id: `u${index}`, state: "APPROVED", trackedOn, locksOn: trackedOn, clearedOn: trackedOn }),
    );
    expect((await home({ items, facts: { ...STARTER, signedUpOn: "2025-12-12" } })).figures?.hasHistory).toBe(
      true,
    );
  });

  it("are none without the key facts, nor for an account whose fee is not known", async () => {
    expect((await home({ facts: {} })).figures).toBeNull();
    expect((await home({ facts: { ...STARTER, closingAccount: "other-brand" } })).figures).toBeNull();
  });
});

describe("the trial on Home", () => {
  const trial = async (facts: StatedFacts, items: Parameters<typeof aCloser>[0]["items"] = []) =>
    (await home({ ...(items ? { items } : {}), lists: { Contracts: [], Invoices: [] }, facts })).figures
      ?.trial;
  const young: StatedFacts = { signedUpOn: "2026-06-12", edition: "starter", trialEndsOn: "2026-07-12" };

  it("is shown with what is known of its conditions", async () => {
    expect(await trial({ ...young, cardEverCharged: false })).toEqual({
      ...{ endsOn: "2026-07-12", isOver: false, actions: "none", card: "never" },
    });
    const { deps } = await aCloser({ facts: young });
    expect((await showHome({ shop }, deps))?.figures?.trial).toEqual({
      ...{ endsOn: "2026-07-12", isOver: false, actions: "unknown", card: "unknown" },
    });
  });

  it("is not shown where no end was told, nor where a condition fails", async () => {
    expect(await trial({ ...young, trialEndsOn: null, cardEverCharged: false })).toBeNull();
    expect(await trial({ ...young, cardEverCharged: true })).toBeNull();
    expect(await trial(young, [PENDING])).toBeNull();
  });
});

describe("what is overdue on Home", () => {
  const lists = { Invoices: [LATE] };
  const overdueOf = async (facts: StatedFacts, kind?: "partner") => {
    const { deps } = await aCloser({ lists, facts });
    const connection = await deps.db.connections.find(shop);
    if (kind && connection) await deps.db.connections.save({ ...connection, kind });
    return (await showHome({ shop }, deps))?.overdue ?? null;
  };
  const LATE_ONE = { state: "overdue", amount: "10.00", invoices: 1, since: "2026-06-01", days: 20 };

  it("is said with the key facts and before they are entered", async () => {
    expect((await overdueOf(STARTER))?.overdue).toMatchObject(LATE_ONE);
    expect((await overdueOf({}))?.overdue).toMatchObject(LATE_ONE);
  });

  it("is said of nobody else's account, and of none whose invoices were not read", async () => {
    expect(await overdueOf({ closingAccount: "other-brand" })).toBeNull();
    expect(await overdueOf({ ...STARTER, closingAccount: "other-brand" })).toBeNull();
    expect(await overdueOf({}, "partner")).toBeNull();
    const deps = createFakeDeps();
    await deps.db.shops.save(aShop({ shop }));
    expect(await showHome({ shop }, deps)).toMatchObject({ overdue: null, standing: null });
  });
});

describe("the closing on Home", () => {
  it("is the request under way, and over once the closing was noted: then nothing is due any more", async () => {
    const { deps, shop: store, reference, tell } = await aRequest();
    await saveFacts({ shop: store, actor: "staff-1", facts: STARTER }, deps);
    const before = await showHome({ shop: store }, deps);
    expect(before).toMatchObject({ request: { reference }, putAway: false, isOver: false, noted: null });
    expect(before?.standing?.fee.next?.date).toBe("2026-07-01");
    await deps.db.snapshots.saveRead(store, "Invoices", [LATE], deps.clock.now());
    await tell("told-closed");
    expect(await showHome({ shop: store }, deps)).toMatchObject({
      ...{ isOver: true, standing: null, overdue: null, noted: { reference, isProved: true } },
    });
  });

  it("is nothing while nobody asked, and for a store never seen", async () => {
    expect(await home({})).toMatchObject({ request: null, putAway: false, isOver: false });
    expect(await showHome({ shop: "nobody.myshopify.com" }, createFakeDeps())).toBeNull();
  });
});
