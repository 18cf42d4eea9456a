import { describe, expect, it } from "vitest";
import type { AccountKind, ImpactResource, ReadFailure } from "#app/ports/index.ts";
import { loadAccount } from "#app/services/account/load-account.server.ts";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import type { StatedFacts } from "#app/services/account/stated-facts.ts";
import { aConnection, aShop, at } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const shop = "acme.myshopify.com";
const COMPANY = { name: "Trail Notes", currency: "EUR", timeZone: "Europe/Paris" };
const READ = at("2026-06-20T09:00:00Z");
const NEVER = { value: null, checkedAt: null, failure: null };

/** A connected account of a kind, with lists that were read on 20 June 2026 and others that could not be. */
async function connected(
  kind: AccountKind,
  lists: Partial<Record<ImpactResource, unknown>>,
  {
    facts = {},
    failed = {},
  }: { facts?: StatedFacts; failed?: Partial<Record<ImpactResource, ReadFailure>> } = {},
) {
  const deps = createFakeDeps();
  await deps.db.shops.save(aShop({ shop }));
  await deps.db.connections.save(aConnection({ shop, kind }));
  for (const [resource, body] of Object.entries(lists))
    await deps.db.snapshots.saveRead(shop, resource as ImpactResource, body, READ);
  for (const [resource, failure] of Object.entries(failed))
    await deps.db.snapshots.saveFailure(shop, resource as ImpactResource, failure, deps.clock.now());
  await saveFacts({ shop, actor: "staff-1", facts }, deps);
  const view = await loadAccount({ shop }, deps);
  if (!view) throw new Error("The shop was never seen.");
  return view;
}

describe("a partner's account", () => {
  const contract = (id: string, startsOn: string | null) => ({
    ...{ id, programId: "1000", status: "ACTIVE", startsOn, endsOn: "2026-12-31" },
  });

  it("has each list as impact.com last said it, with the time of its check", async () => {
    const invoice = { id: "i1", dueOn: "2026-07-01", paidOn: null, total: "5.00", status: "PENDING" };
    const { partner, agency, kind } = await connected("partner", {
      CompanyInformation: COMPANY,
      Contracts: [contract("c1", "2026-01-01")],
      WithdrawalSettings: { settings: null },
      Invoices: [invoice],
      Actions: { all: 3, pending: 2 },
    });
    const read = <T>(value: T) => ({ value, checkedAt: READ, failure: null });
    expect([kind, agency]).toEqual(["partner", null]);
    expect(partner).toEqual({
      company: read(COMPANY),
      contracts: read([{ ...contract("c1", "2026-01-01"), program: "1000" }]),
      withdrawal: read({ settings: null }),
      invoices: read([invoice]),
      actions: read({ all: 3, pending: 2 }),
    });
  });

  it("knows nothing of a list that was never read, and keeps what it knew of one that fails now", async () => {
    const failure = { outcome: "unavailable", reason: "timeout" } as const;
    const { partner } = await connected(
      "partner",
      { Contracts: [contract("c1", null)] },
      { failed: { Contracts: failure, Invoices: failure } },
    );
    expect(partner?.contracts).toMatchObject({ value: [{ id: "c1" }], checkedAt: READ, failure });
    expect(partner?.invoices).toEqual({ value: null, checkedAt: null, failure });
    expect(partner?.company).toEqual(NEVER);
  });

  it("has an account file that begins with the first contract, or with the connection", async () => {
    const begun = async (...starts: (string | null)[]) => {
      const contracts = starts.map((startsOn, index) => contract(`c${index}`, startsOn));
      const { assembled } = await connected("partner", { Contracts: contracts });
      return assembled.outcome === "ready" ? assembled.signedUpOn.toString() : assembled.outcome;
    };
    expect(await begun("2026-03-01", null, "2026-02-01")).toBe("2026-02-01");
    expect(await begun(null)).toBe("2026-05-12");
    expect(await begun("2026-09-01")).toBe("2026-05-12");
  });

  it("has the partner's own balance, contracts and invoices in that file, and no catalog", async () => {
    const { assembled } = await connected(
      "partner",
      { CompanyInformation: COMPANY, Contracts: [contract("c1", null)] },
      {
        facts: {
          partnerBalance: { amount: "12.50", asOf: "2026-06-01" },
          fundingBalance: { amount: "99.00", asOf: "2026-06-01" },
        },
      },
    );
    expect(assembled).toMatchObject({
      outcome: "ready",
      account: {
        ...{ kind: "partner", currency: "EUR", timeZone: "Europe/Paris", card: { everCharged: null } },
        fundingBalance: { amount: 1_250 },
        contracts: [{ id: "c1", partner: "1000", program: "1000", status: "ACTIVE" }],
        ...{ invoices: null, catalogs: [] },
      },
    });
    const unread = await connected("partner", {});
    expect(unread.assembled).toMatchObject({
      account: { contracts: null, fundingBalance: null, catalogs: [] },
    });
  });
});

describe("an agency's account", () => {
  it("has its own name and its brands, and no account file", async () => {
    const brands = [{ id: "1", name: "Trail Shoes" }];
    const view = await connected(
      "agency",
      { CompanyInformation: COMPANY, Advertisers: brands },
      { facts: { closingAccount: "partner", signedUpOn: "2026-01-01" } },
    );
    expect(view.agency).toEqual({
      company: { value: COMPANY, checkedAt: READ, failure: null },
      advertisers: { value: brands, checkedAt: READ, failure: null },
    });
    expect([view.partner, view.otherAccount, view.assembled]).toEqual([null, null, { outcome: "agency" }]);
  });
});

describe("a brand's account", () => {
  it("has neither a partner's nor an agency's facts", async () => {
    const view = await connected("brand", { CompanyInformation: COMPANY, Contracts: [] });
    expect([view.kind, view.partner, view.agency]).toEqual(["brand", null, null]);
  });

  it("cannot be used where what was read is none of the file's, and says why", async () => {
    const lists = { Invoices: [{ id: "i1", dueOn: "someday", paidOn: null, total: "5", status: "PENDING" }] };
    const told = await connected("brand", lists, { facts: { signedUpOn: "2026-05-12" } });
    expect(told.assembled).toMatchObject({ outcome: "unusable" });
    if (told.assembled.outcome === "unusable") expect(told.assembled.problems).toHaveLength(1);
    expect((await connected("brand", lists)).assembled).toEqual({ outcome: "facts-missing", read: null });
  });
});
