import { describe, expect, it } from "vitest";
import type { TaskKey } from "#app/domain/index.ts";
import type { ImpactCredentials, ReadFailure } from "#app/ports/index.ts";
import { readFor } from "#app/services/sync/read-resource.server.ts";
import { aShop } from "#test/factories/rows.ts";
import { aPartnerAccount } from "#test/fakes/other-accounts.ts";
import { aMerchant, anItem, key, shop } from "./a-merchant.ts";

const TIMEOUT: ReadFailure = { outcome: "unavailable", reason: "timeout" };

/** A connected brand in dollars that asks again after one task. */
async function anAsker() {
  const { deps, impact } = await aMerchant([anItem()]);
  await deps.db.shops.save(aShop({ shop }));
  const credentials: ImpactCredentials = { accountSid: key.accountSid, authToken: "s3cr3t" };
  return {
    deps,
    impact,
    credentials,
    ask: (task: TaskKey, kind: "brand" | "partner" = "brand") =>
      readFor(task, { shop, kind, credentials }, deps),
    known: async () => {
      const rows = await deps.db.snapshots.all(shop);
      return Object.fromEntries(
        rows.map(({ resource, body, failure, triedAt }) => [
          resource,
          { body, failure, triedAt: triedAt.toString() },
        ]),
      );
    },
  };
}

const triedAt = "2026-06-21T09:00:00Z";

describe("asking impact.com again after one task", () => {
  it("keeps the invoices in the account's currency, and sets one in another aside", async () => {
    const { deps, impact, ask, known } = await anAsker();
    const item = { dueOn: "2026-07-01", total: "30.00", status: "PENDING", paidOn: null } as const;
    impact.readInvoices = async () => ({
      outcome: "read",
      value: [
        { item: { id: "i-1", ...item }, currency: "USD" },
        { item: { id: "i-2", ...item }, currency: "EUR" },
      ],
    });
    expect(await ask("settle-invoices")).toEqual({ outcome: "checked" });
    expect(await known()).toEqual({
      Invoices: { body: [{ id: "i-1", ...item }], failure: null, triedAt },
    });
    expect(await deps.db.setAside.counts(key)).toEqual({ Invoices: 1 });
  });

  it("keeps the catalogs as they are listed", async () => {
    const { impact, ask, known } = await anAsker();
    impact.readCatalogs = async () => ({
      outcome: "read",
      value: [{ id: "C-1", name: "Shoes", status: "ACTIVE" }],
    });
    expect(await ask("delete-catalogs")).toEqual({ outcome: "checked" });
    expect(await known()).toEqual({
      Catalogs: { body: [{ id: "C-1", name: "Shoes", status: "ACTIVE" }], failure: null, triedAt },
    });
  });

  it("asks for the contracts of the account's programs", async () => {
    const { impact, ask, known } = await anAsker();
    impact.readContracts = async (_who, programs) => ({
      outcome: "read",
      value: programs.map(({ id }) => ({ id: `S-${id}`, partner: "Blog", status: "ACTIVE", endsOn: null })),
    });
    expect(await ask("expire-contracts")).toEqual({ outcome: "checked" });
    expect(await known()).toEqual({
      Contracts: {
        body: [{ id: "S-1000", partner: "Blog", status: "ACTIVE", endsOn: null }],
        failure: null,
        triedAt,
      },
    });
  });

  it("asks a partner's account for the partner's own contracts", async () => {
    const { deps, credentials, known } = await anAsker();
    const contract = {
      id: "S-9",
      programId: "1000",
      status: "ACTIVE",
      startsOn: null,
      endsOn: null,
    } as const;
    const impact = { ...deps.impact, partner: aPartnerAccount({ contracts: [contract] }) };
    const asking = { shop, kind: "partner", credentials } as const;
    expect(await readFor("partner-contracts", asking, { ...deps, impact })).toEqual({ outcome: "checked" });
    expect((await known()).Contracts?.body).toEqual([contract]);
  });

  it.each(["refund-form", "cover-required-funding"] as const)(
    "asks nothing for %s, of which impact.com's API says nothing",
    async (task) => {
      const { impact, ask, known } = await anAsker();
      const refuse = () => Promise.reject(new Error("impact.com was asked"));
      Object.assign(impact, {
        readInvoices: refuse,
        readCatalogs: refuse,
        readPrograms: refuse,
        readContracts: refuse,
      });
      expect(await ask(task)).toEqual({ outcome: "checked" });
      expect(await known()).toEqual({});
    },
  );

  it.each([
    ["settle-invoices", "readInvoices", "Invoices"],
    ["delete-catalogs", "readCatalogs", "Catalogs"],
    ["expire-contracts", "readContracts", "Contracts"],
    ["expire-contracts", "readPrograms", "Contracts"],
    ["pay-actions", "readPrograms", "Actions"],
  ] as const)("says for %s that %s failed, and notes it of %s alone", async (task, method, resource) => {
    const { impact, ask, known } = await anAsker();
    impact.fail[method] = TIMEOUT;
    expect(await ask(task)).toEqual({
      outcome: "failed",
      failure: { outcome: "unavailable", reason: "timeout" },
    });
    expect(await known()).toEqual({
      [resource]: { body: null, failure: { outcome: "unavailable", reason: "timeout" }, triedAt },
    });
  });
});

describe("asking impact.com again after the actions", () => {
  it("reads what moved, in the account's own currency and zone, and leaves the account free", async () => {
    const { deps, impact, ask } = await anAsker();
    expect(await ask("pay-actions")).toEqual({ outcome: "checked" });
    expect(await deps.db.actions.all(key)).toMatchObject([{ id: "1", amount: 10_000, payout: 750 }]);
    expect(await deps.db.syncs.find(key)).toMatchObject({ kind: "first", currency: "USD" });
    expect(await deps.db.leases.hold(key.accountSid, "another process", 60)).toBe(true);
    await deps.db.leases.release(key.accountSid, "another process");
    // Whoever asks again wants to know of today: a reading that was through a minute ago is made again.
    impact.asked = [];
    deps.clock.set("2026-06-21T09:01:00Z");
    impact.list(anItem({ payout: "9.00" }), { updatedOn: "2026-06-21" });
    expect(await ask("pay-actions")).toEqual({ outcome: "checked" });
    expect(await deps.db.syncs.find(key)).toMatchObject({ kind: "update", run: 2 });
    expect(await deps.db.actions.all(key)).toMatchObject([{ id: "1", payout: 900 }]);
    expect(deps.db.jobs).toEqual([]);
  });

  it("says why they could not be read", async () => {
    const { deps, impact, ask } = await anAsker();
    impact.answers.actions = { outcome: "unauthorized" };
    expect(await ask("pay-actions")).toEqual({ outcome: "failed", failure: { outcome: "unauthorized" } });
    expect(deps.db.jobs).toEqual([]);
  });

  it("leaves them to the background while another process reads them", async () => {
    const { deps, ask } = await anAsker();
    await deps.db.leases.hold(key.accountSid, "another process", 60);
    expect(await ask("pay-actions")).toEqual({ outcome: "reading" });
    expect(deps.db.jobs).toEqual([{ name: "sync-actions", data: { shop, purpose: "continue" } }]);
  });
});
