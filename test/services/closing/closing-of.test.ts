import { describe, expect, it } from "vitest";
import { loadAccount } from "#app/services/account/load-account.server.ts";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import type { StatedFacts } from "#app/services/account/stated-facts.ts";
import { closingOf, ticketPath } from "#app/services/closing/closing-path.ts";
import { anItem, shop } from "../sync/a-merchant.ts";
import { aCloser, aContract, anInvoice, STARTER } from "./a-closer.ts";

const NOTHING = { Contracts: [], Invoices: [], Catalogs: [] };

async function closing({ wantedOn, ...known }: Parameters<typeof aCloser>[0] & { wantedOn?: string }) {
  const { deps } = await aCloser(known);
  const view = await loadAccount({ shop }, deps);
  if (!view) throw new Error("The shop was never seen.");
  return { deps, view, ...closingOf(view, wantedOn) };
}

describe("the way out of an account", () => {
  it("takes a refund away that holds only for an earlier day than the wanted one", async () => {
    // Signed up on 12 June: the account is under 30 days until 10 July.
    const young = { items: [], lists: NOTHING, facts: { ...STARTER, signedUpOn: "2026-06-12" } };
    expect((await closing(young)).closure?.refund.text.id).toBe("core.refund.text.A");
    expect((await closing({ ...young, wantedOn: "2026-07-20" })).closure?.refund.text.id).toBe(
      "core.refund.text.B",
    );
  });

  it("is the trial's as soon as its conditions hold, without a question", async () => {
    const facts: StatedFacts = {
      ...{ signedUpOn: "2026-06-11", edition: "starter", trialEndsOn: "2026-07-11", cardEverCharged: false },
    };
    const { closingPath } = await closing({ items: [], lists: NOTHING, facts });
    expect(closingPath).toEqual({
      route: "trial-cancel",
      ask: null,
      because: [{ id: "core.route.conditionsHold" }],
      kind: "brand",
    });
  });

  it("is a ticket's where a condition of the trial fails, and says which", async () => {
    const facts: StatedFacts = {
      ...{ signedUpOn: "2026-06-11", edition: "starter", trialEndsOn: "2026-07-11", cardEverCharged: true },
    };
    const { closingPath } = await closing({ items: [], lists: NOTHING, facts });
    expect(closingPath).toMatchObject({
      route: "starter-ticket",
      ask: null,
      because: [{ id: "core.trial.cardCharged" }],
    });
  });

  it("asks for the button, and gives no reason, while nothing at all is known of a Starter account", async () => {
    const { closingPath } = await closing({ facts: { closingAccount: "starter" } });
    expect(closingPath).toMatchObject({ route: "starter-ticket", ask: "button", because: [] });
  });

  it("is explained by an account's own plan only", async () => {
    expect((await closing({ lists: NOTHING })).explained).toBe(true);
    expect((await closing({ lists: NOTHING, facts: { edition: "starter" } })).explained).toBe(false);
    const other = { ...STARTER, closingAccount: "other-brand" } as const;
    expect((await closing({ lists: NOTHING, facts: other })).explained).toBe(false);
  });

  it("takes nothing of what was read of a brand's account for a partner's", async () => {
    const { deps } = await aCloser({ lists: NOTHING, facts: { ...STARTER, closingAccount: "partner" } });
    await deps.db.connections.remove(shop);
    const view = await loadAccount({ shop }, deps);
    const found = view && closingOf(view);
    expect(found?.closingPath).toMatchObject({ route: "partner-ticket", kind: null });
    expect(found?.tasks.map(({ status, checkedAt }) => [status, checkedAt])).toEqual(
      Array(4).fill(["unknown", null]),
    );
  });

  it("has of a connected partner what was read of theirs", async () => {
    const { deps } = await aCloser({
      lists: { Contracts: [], Invoices: [anInvoice("i1", { status: "OVERDUE", dueOn: "2026-06-01" })] },
      facts: {},
    });
    const connection = await deps.db.connections.find(shop);
    if (connection) await deps.db.connections.save({ ...connection, kind: "partner" });
    const view = await loadAccount({ shop }, deps);
    const found = view && closingOf(view);
    expect(found?.closingPath).toMatchObject({ route: "partner-ticket", kind: "partner" });
    expect(found?.tasks.find(({ key }) => key === "partner-overdue")).toMatchObject({
      status: "open",
      evidence: "checked",
      checkedAt: "2026-06-21T09:00:00Z",
      open: { first: [{ values: { invoice: "i1" } }] },
    });
  });
});

describe("a task whose word the merchant gave after the last check", () => {
  // A balance of 1,000 paid 8.00 when they locked on 20 May; the invoice due on 10 June may be of them (D1).
  const known = {
    items: [
      anItem({ id: "u1", state: "APPROVED", trackedOn: "2026-04-01", locksOn: "2026-05-20", payout: "8.00" }),
      anItem({ id: "p1", locksOn: "2026-07-01" }),
      anItem({ id: "p2", locksOn: null }),
    ],
    lists: {
      Contracts: [aContract("c1")],
      Invoices: [anInvoice("i1", { dueOn: "2026-06-10", total: "8.00" })],
    },
    facts: { ...STARTER, fundingBalance: { amount: "1000.00", asOf: "2026-05-10" } },
  };
  const tasksWith = async (word?: "done" | "open") => {
    const { deps, task } = await aCloser(known);
    await deps.db.connections.destroyToken(shop);
    deps.clock.set("2026-06-21T10:00:00Z");
    const facts = word ? { "told.settle-invoices": word, "told.expire-contracts": word } : {};
    await saveFacts({ shop, actor: "staff-1", facts }, deps);
    return async (key: string) => (await task(key)).task;
  };
  const NONE = { first: [], more: 0, unread: [] };

  it("names nothing as left once it is called done", async () => {
    const task = await tasksWith("done");
    expect(await task("expire-contracts")).toMatchObject({
      status: "done",
      evidence: "told",
      open: NONE,
      statedAt: "2026-06-21T10:00:00Z",
    });
    expect(await task("settle-invoices")).toMatchObject({ status: "done", open: NONE, doubtful: null });
  });

  it("names what was read as left while nothing is told, and what the balance may have paid of it", async () => {
    const task = await tasksWith();
    expect(await task("expire-contracts")).toMatchObject({
      status: "open",
      evidence: "checked",
      open: { first: [{ values: { contract: "c1" } }] },
      statedAt: null,
    });
    expect(await task("settle-invoices")).toMatchObject({
      status: "open",
      open: { first: [{ values: { invoice: "i1" } }] },
      doubtful: { lastOn: "2026-05-20", things: { first: [{ values: { invoice: "i1" } }] } },
      funded: null,
      actions: { toLock: 0, toPay: 0 },
    });
  });

  it("counts which actions have to lock and which were paid from the balance", async () => {
    expect(await (await tasksWith())("pay-actions")).toMatchObject({
      status: "open",
      actions: { toLock: 2, toPay: 0 },
      funded: { lastOn: "2026-05-20", things: { first: [{ values: { action: "u1" } }], more: 0 } },
    });
  });

  it("counts the locked ones that are still to pay", async () => {
    const { task } = await aCloser({ items: known.items });
    expect((await task("pay-actions")).task.actions).toEqual({ toLock: 2, toPay: 1 });
  });
});

it("goes down as a Starter account's ticket unless it is a partner's or another brand's", () => {
  expect(
    ["trial-cancel", "starter-ticket", "brand-ticket", "partner-ticket", "other"].map(ticketPath),
  ).toEqual(["starter-ticket", "starter-ticket", "brand-ticket", "partner-ticket", "starter-ticket"]);
});
