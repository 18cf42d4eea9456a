import { describe, expect, it } from "vitest";
import { type ClosingOutlook, closingOutlook } from "#app/domain/index.ts";
import type { StatedFacts } from "#app/services/account/stated-facts.ts";
import { sendByView } from "#app/services/closing/closing-figures.ts";
import { showClosing } from "#app/services/closing/show-closing.server.ts";
import { anAccount, date } from "#test/factories/account.ts";
import { anItem, shop } from "../sync/a-merchant.ts";
import { aCloser, aContract, anInvoice, STARTER } from "./a-closer.ts";

const items = [
  anItem({ id: "u1", state: "APPROVED", trackedOn: "2026-04-01", locksOn: "2026-05-20", payout: "8.00" }),
];
const fundingBalance = { amount: "0.00", asOf: "2026-06-15" };

async function figuresOf(facts: StatedFacts, connected = true) {
  const { deps } = await aCloser({ items, lists: { Contracts: [aContract("c1")], Invoices: [] }, facts });
  if (!connected) await deps.db.connections.remove(shop);
  return (await showClosing({ shop }, deps))?.figures();
}

describe("the figures of the way out", () => {
  it("are what is left, with what the statement says is paid, and what each day costs", async () => {
    const figures = await figuresOf({ ...STARTER, fundingBalance });
    expect(figures?.counts).toMatchObject({
      contracts: { active: 1 },
      actions: { unpaid: { count: 0 }, funded: { count: 1, amount: "8.00" } },
    });
    expect(figures?.outlook).toMatchObject({ asOf: "2026-06-21", balance: "0.00" });
  });

  it("are without the sign-up date what is left alone, of which no statement says that it is paid", async () => {
    const figures = await figuresOf({ fundingBalance });
    expect(figures?.counts?.actions).toMatchObject({
      unpaid: { count: 1, amount: "8.00" },
      funded: { count: 0 },
    });
    expect(figures?.outlook).toBeNull();
  });

  it("cost nothing that is known where the edition's plan is not", async () => {
    const figures = await figuresOf({ ...STARTER, closingAccount: "other-brand" });
    expect([figures?.counts?.contracts?.active, figures?.outlook]).toEqual([1, null]);
  });

  it("count nothing of a brand's lists for a partner's account", async () => {
    const figures = await figuresOf({ ...STARTER, closingAccount: "partner" }, false);
    expect(figures?.counts).toMatchObject({ contracts: null, invoices: null, actions: null });
  });

  it("are none while nothing is known", async () => {
    expect(await figuresOf({}, false)).toEqual({ counts: null, outlook: null });
  });
});

describe("by when a request has to be sent", () => {
  const on = date("2026-06-01");
  /** Two ways to close; the first is cheapest until 10 June, the other until 8 July, both Wednesdays. */
  function twoWays(): ClosingOutlook {
    const outlook = closingOutlook(anAccount({ invoices: [anInvoice("i1")] }), { on });
    const [first] = outlook.scenarios;
    if (!first) throw new Error("There is no way.");
    const until = (to: string) => ({
      ...first,
      cheapest: {
        ...{ from: "2026-06-01", to, possible: true, fees: "0.00", partnerCosts: null, fromBalance: null },
        ...{ expectedRefund: null, net: null, months: [] },
      },
    });
    return { ...outlook, scenarios: [until("2026-06-10"), until("2026-07-08")], best: 1, isBetter: true };
  }

  it("is the answer's days before the cheapest days of the better way end", () => {
    // Two business days before 8 July 2026 is Monday the 6th.
    expect(sendByView(twoWays(), 2, on)).toEqual({ closeBy: "2026-07-08", on: "2026-07-06", answerDays: 2 });
  });

  it("goes by the first way where no other is better", () => {
    expect(sendByView({ ...twoWays(), isBetter: false }, 3, on)).toEqual({
      closeBy: "2026-06-10",
      on: "2026-06-05",
      answerDays: 3,
    });
  });

  it("is not said without an outlook, nor where no way has a cheapest day", () => {
    expect(sendByView(null, 2, on)).toBeNull();
    const ways = twoWays();
    expect(sendByView({ ...ways, scenarios: [] }, 2, on)).toBeNull();
    const scenarios = ways.scenarios.map((each) => ({ ...each, cheapest: null }));
    expect(sendByView({ ...ways, scenarios }, 2, on)).toBeNull();
  });
});
