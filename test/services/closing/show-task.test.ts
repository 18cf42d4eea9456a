import { describe, expect, it } from "vitest";
import { showTask } from "#app/services/closing/show-task.server.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";
import { anItem, shop } from "../sync/a-merchant.ts";
import { aCloser, aContract, STARTER } from "./a-closer.ts";

const contracts = { Contracts: [aContract("c1")] };
const BRAND = { signedUpOn: "2026-03-12", closingAccount: "other-brand" } as const;

describe("the page of a task", () => {
  it("is the task with where it is done, what is left of it and the earliest day of closing", async () => {
    const { task } = await aCloser({ items: [anItem()], lists: { ...contracts, Invoices: [] } });
    const shown = await task("expire-contracts");
    expect(shown).toMatchObject({
      outcome: "task",
      task: { key: "expire-contracts", status: "open" },
      route: "starter-ticket",
      link: "https://app.impact.test/secure/advertiser/engage/mediapartners/view-mediapartners-flow.ihtml",
      places: [{ place: "creators" }],
      asks: false,
      partnerComment: null,
      balance: { amount: "", asOf: null },
      counts: { contracts: { active: 1 }, actions: { pending: { count: 1 } } },
      outlook: { asOf: "2026-06-21", currency: "USD" },
      items: { show: "left", items: [{ id: "c1" }], page: 1 },
    });
    expect(shown.view.connection?.accountSid).toBe("IRone");
  });

  it("shows the first page of what is left where nothing else is asked for", async () => {
    const { deps } = await aCloser({
      lists: { Contracts: [aContract("c1"), aContract("c2", { status: "EXPIRED" })] },
    });
    expect(await showTask({ shop, key: "expire-contracts" }, deps)).toMatchObject({
      items: { show: "left", search: "", page: 1, items: [{ id: "c1" }] },
    });
  });

  it("says the earliest day of closing once it is known", async () => {
    // The last action locks on 15 July and is paid by card at once (S3).
    const facts = { ...STARTER, fundingBalance: { amount: "0.00", asOf: "2026-06-20" } };
    const { task } = await aCloser({ items: [anItem()], lists: { Contracts: [], Invoices: [] }, facts });
    expect((await task("pay-actions")).earliest).toBe("2026-07-15");
    expect((await (await aCloser({ facts: {} })).task("pay-actions")).earliest).toBeNull();
  });

  it("has for partners a comment in English, whatever the merchant reads", async () => {
    const { task } = await aCloser({ lists: contracts, facts: BRAND });
    expect((await task("withdraw-switches")).partnerComment).toBe(
      "We are closing our impact.com account, so our contract will expire. Commissions for locked actions will still be paid through impact.com. Thank you for working with us.",
    );
    expect((await task("expire-contracts")).partnerComment).toBeNull();
  });

  it("asks for the merchant's word unless impact.com answered and can be asked again", async () => {
    const { deps, task } = await aCloser({ lists: contracts });
    expect((await task("expire-contracts")).asks).toBe(false);
    expect((await task("settle-invoices")).asks).toBe(true);
    await deps.db.connections.destroyToken(shop);
    expect((await task("expire-contracts")).asks).toBe(true);
    await deps.db.connections.remove(shop);
    expect((await task("expire-contracts")).asks).toBe(true);
  });

  it("counts what is left and what a day costs only as far as both are known", async () => {
    const dated = await (await aCloser({ lists: contracts, facts: BRAND })).task("expire-contracts");
    expect([dated.counts?.contracts?.active, dated.outlook]).toEqual([1, null]);
    const undated = await (await aCloser({ lists: contracts, facts: {} })).task("expire-contracts");
    expect([undated.counts?.contracts?.active, undated.outlook]).toEqual([1, null]);
    const { deps, task } = await aCloser({ facts: {} });
    await deps.db.connections.remove(shop);
    expect(await task("expire-contracts")).toMatchObject({ counts: null, outlook: null, items: null });
  });

  it("is no task's where the way out does not have it, and nobody's for a store never seen", async () => {
    const { deps } = await aCloser({ lists: contracts });
    expect(await showTask({ shop, key: "partner-balance" }, deps)).toMatchObject({
      outcome: "no-task",
      view: { kind: "brand" },
    });
    expect(await showTask({ shop, key: "pay-actions" }, createFakeDeps())).toBeNull();
  });
});
