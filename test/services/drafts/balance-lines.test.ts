import { describe, expect, it } from "vitest";
import { loadAccount } from "#app/services/account/load-account.server.ts";
import type { StatedFacts } from "#app/services/account/stated-facts.ts";
import { closingOf } from "#app/services/closing/closing-path.ts";
import { asOfLine, moneyLines, openLines, withDay } from "#app/services/drafts/ticket-lines.ts";
import { aCloser, aContract, anInvoice, STARTER } from "../closing/a-closer.ts";
import { anItem, shop } from "../sync/a-merchant.ts";

async function inputOf(known: Parameters<typeof aCloser>[0], connected = true) {
  const { deps } = await aCloser(known);
  if (!connected) await deps.db.connections.remove(shop);
  const view = await loadAccount({ shop }, deps);
  if (!view) throw new Error("The shop was never seen.");
  return { view, ...closingOf(view) };
}

describe("what a partner's ticket says of the balance", () => {
  const lines = async (amount: string | null, more: StatedFacts = {}) => {
    const partnerBalance = amount === null ? null : { amount, asOf: "2026-06-20" };
    const facts: StatedFacts = { closingAccount: "partner", partnerBalance, ...more };
    return moneyLines(await inputOf({ facts }, false), "en");
  };
  const LEFT = "The account’s balance is $12.50.";

  it("is that nobody told it, or that it is 0", async () => {
    expect(await lines(null)).toEqual([
      "I have not stated the account’s balance. Please tell me if one is left.",
    ]);
    expect(await lines("0.00")).toEqual(["The account’s balance is 0."]);
  });

  it("is how much it is, and that it reaches the threshold, unless something else is wished for", async () => {
    const withdrawalThreshold = "10";
    expect(await lines("12.50", { withdrawalThreshold })).toEqual([
      LEFT,
      "It has reached the withdrawal threshold. Please close the account after it was paid out.",
    ]);
    expect(await lines("12.50", { withdrawalThreshold, balanceWay: "forfeit" })).toEqual([
      LEFT,
      "I forfeit this balance.",
    ]);
  });

  it("is what is wished for where it does not reach the threshold, and a question where nothing is", async () => {
    const withdrawalThreshold = "20";
    expect(await lines("12.50", { withdrawalThreshold })).toEqual([
      LEFT,
      "Please tell me how I can have it paid out.",
    ]);
    expect(await lines("12.50", { withdrawalThreshold, balanceWay: "paystub" })).toEqual([
      LEFT,
      "Please pay it out with a manual paystub before you close the account.",
    ]);
  });
});

describe("what the ticket of a brand says of the refund", () => {
  it("is that its form comes later, or came already", async () => {
    const brand: StatedFacts = { signedUpOn: "2026-03-12", closingAccount: "other-brand" };
    const ASKED = "Refund: please refund the balance that is left once all payments have cleared.";
    const later = moneyLines(await inputOf({ facts: brand }), "en");
    expect(later).toEqual([
      ASKED,
      "I will send the refund authorization form in reply to this ticket, if a balance is left.",
    ]);
    const done = moneyLines(await inputOf({ facts: { ...brand, "told.refund-form": "done" } }), "en");
    expect([done[0], done[1] === later[1]]).toEqual([ASKED, false]);
    expect(done).toHaveLength(2);
  });
});

describe("what the ticket says of open items", () => {
  it("names what was not checked beside what is open, and does not call nothing open", async () => {
    const { tasks } = await inputOf({ lists: { Contracts: [aContract("c1")], Invoices: [], Catalogs: [] } });
    expect(openLines(tasks, "en")).toEqual([
      "Still open on my side:",
      "- 1 partner contract not expired",
      "Not checked: whether all actions are locked and paid",
    ]);
  });

  it("says of another edition how many actions are pending", async () => {
    const facts: StatedFacts = { signedUpOn: "2026-03-12", closingAccount: "other-brand" };
    const { tasks } = await inputOf({ items: [anItem(), anItem({ id: "2" })], facts });
    expect(openLines(tasks, "en")).toContain("- 2 actions still pending");
  });

  it("names the day of lists that were read yesterday, and none of today's", async () => {
    const input = await inputOf({ lists: { Invoices: [] } });
    expect(asOfLine(input, "en")).toBeNull();
    const view = { ...input.view, today: input.view.today.add({ days: 1 }) };
    expect(asOfLine({ ...input, view }, "en")).toBe(
      "The open items and dates in this request are as impact.com showed them on Sun, Jun 21, 2026. I have not seen newer ones.",
    );
  });

  it("says only what was not checked where nothing is open as far as is known", async () => {
    const { tasks } = await inputOf({ lists: { Contracts: [], Invoices: [], Catalogs: [] } });
    expect(openLines(tasks, "en")).toEqual(["Not checked: whether all actions are locked and paid"]);
  });

  it("says of actions and their invoice that the balance paid them, and nothing of them as open", async () => {
    const items = [
      anItem({ id: "u1", state: "APPROVED", trackedOn: "2026-04-01", locksOn: "2026-05-20", payout: "8.00" }),
    ];
    const lists = { Contracts: [], Invoices: [anInvoice("i1", { total: "8.00" })], Catalogs: [] };
    const facts = { ...STARTER, fundingBalance: { amount: "0.00", asOf: "2026-06-15" } };
    const { tasks } = await inputOf({ items, lists, facts });
    expect(openLines(tasks, "en")).toEqual([
      "Nothing is open on my side.",
      "1 partner invoice is still unpaid at impact.com, due on Fri, Jul 10, 2026. By my calculation, the balance paid its actions on Wed, May 20, 2026.",
      "1 locked action is not shown as paid. By my calculation, the balance paid it on Wed, May 20, 2026.",
    ]);
  });
});

it("a text gets the day that was chosen afterwards, once", () => {
  const LINE = "Requested closing date: Fri, Jul 31, 2026";
  expect(withDay("Please close it.", "2026-07-31")).toBe(`Please close it.\n\n${LINE}`);
  expect(withDay(`Please close it.\n${LINE}`, "2026-07-31")).toBe(`Please close it.\n${LINE}`);
  expect(withDay("Please close it.", null)).toBe("Please close it.");
});
