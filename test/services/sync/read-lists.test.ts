import { describe, expect, it } from "vitest";
import type { ReadFailure } from "#app/ports/index.ts";
import { refreshFacts } from "#app/services/sync/refresh-facts.server.ts";
import { aConnection, aShop } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";
import { anAgencyAccount, aPartnerAccount } from "#test/fakes/other-accounts.ts";

const SETTINGS = { method: "PAYPAL", schedule: "FIXED_DAY", threshold: null, day: "15" } as const;
const BRAND = {
  id: "adv-1",
  name: "Acme",
  state: "ACTIVE",
  currency: "USD",
  timeZone: "America/New_York",
  createdOn: "2026-05-12",
} as const;
const REFUSED: ReadFailure = { outcome: "unauthorized" };

/** A shop with an account of a kind, which is read now; `read` tells what is known of it then, list by list. */
async function aReader(kind: "brand" | "partner" | "agency") {
  const { shop } = aShop();
  const fake = createFakeDeps();
  const partner = aPartnerAccount({ settings: SETTINGS });
  const agency = anAgencyAccount([BRAND]);
  const deps = { ...fake, impact: { ...fake.impact, partner, agency } };
  await deps.db.shops.save(aShop({ shop }));
  await deps.db.connections.save(
    aConnection({ shop, kind, accountSid: "IRone", sealedToken: deps.seal.seal(shop, "s3cr3t") }),
  );
  const read = async () => {
    expect(await refreshFacts({ shop }, deps)).toBe("refreshed");
    const rows = await deps.db.snapshots.all(shop);
    return Object.fromEntries(rows.map(({ resource, body, failure }) => [resource, failure ?? body]));
  };
  return { shop, deps, partner, agency, read };
}

describe("reading an account's lists", () => {
  it("of a brand: programs, invoices, catalogs, contracts and itself", async () => {
    const { deps, read } = await aReader("brand");
    const item = { id: "i-1", dueOn: "2026-07-01", total: "30.00", status: "PENDING", paidOn: null } as const;
    deps.impact.readInvoices = async () => ({ outcome: "read", value: [{ item, currency: "USD" }] });
    deps.impact.readCatalogs = async () => ({
      outcome: "read",
      value: [{ id: "C-1", name: "Shoes", status: "ACTIVE" }],
    });
    deps.impact.readContracts = async (_who, programs) => ({
      outcome: "read",
      value: programs.map(({ id }) => ({ id: `S-${id}`, partner: "Blog", status: "ACTIVE", endsOn: null })),
    });
    expect(await read()).toEqual({
      CompanyInformation: { name: "Acme", currency: "USD", timeZone: "America/New_York" },
      Campaigns: [{ id: "1000", name: "Acme", state: "ACTIVE" }],
      Invoices: [item],
      Catalogs: [{ id: "C-1", name: "Shoes", status: "ACTIVE" }],
      Contracts: [{ id: "S-1000", partner: "Blog", status: "ACTIVE", endsOn: null }],
      ActionUpdates: null,
      Actions: { all: 0, pending: 0 },
    });
  });

  it("of a partner: how it is paid, and neither programs nor catalogs", async () => {
    const { read } = await aReader("partner");
    expect(await read()).toEqual({
      CompanyInformation: { name: "Trail Notes", currency: "USD", timeZone: "America/New_York" },
      Invoices: [],
      WithdrawalSettings: { settings: SETTINGS },
      Contracts: [],
      ActionUpdates: null,
      Actions: { all: 0, pending: 0 },
    });
  });

  it("of an agency: itself and the brands it manages, and nothing else", async () => {
    const { deps, read } = await aReader("agency");
    expect(await read()).toEqual({
      CompanyInformation: { name: "Northwind", currency: "USD", timeZone: "America/Chicago" },
      Advertisers: [BRAND],
    });
    expect(deps.db.jobs).toEqual([]);
  });

  it("of an agency that may not list its brands says so, and knows the agency all the same", async () => {
    const { agency, read } = await aReader("agency");
    agency.fail.Advertisers = { outcome: "forbidden", resource: "Advertisers" };
    expect(await read()).toEqual({
      CompanyInformation: { name: "Northwind", currency: "USD", timeZone: "America/Chicago" },
      Advertisers: { outcome: "forbidden", resource: "Advertisers" },
    });
  });

  it("leaves contracts and actions unknown for the reason the programs are, and hides no other list", async () => {
    const { deps, read } = await aReader("brand");
    deps.impact.fail.readPrograms = REFUSED;
    expect(await read()).toEqual({
      CompanyInformation: { name: "Acme", currency: "USD", timeZone: "America/New_York" },
      Campaigns: { outcome: "unauthorized" },
      Invoices: [],
      Catalogs: [],
      Contracts: { outcome: "unauthorized" },
      Actions: { outcome: "unauthorized" },
    });
  });

  it("asks for days in the zone that the same reading just learned", async () => {
    const zones: Record<string, string | undefined> = {};
    const brand = await aReader("brand");
    const { readInvoices, readCatalogs, readContracts } = brand.deps.impact;
    Object.assign(brand.deps.impact, {
      readCompany: async () => ({
        outcome: "read",
        value: { name: "Acme", currency: "USD", timeZone: "Asia/Tokyo" },
      }),
      readInvoices: (who: { timeZone?: string }) => {
        zones.invoices = who.timeZone;
        return readInvoices({ accountSid: "", authToken: "" });
      },
      readCatalogs: (who: { timeZone?: string }) => {
        zones.catalogs = who.timeZone;
        return readCatalogs({ accountSid: "", authToken: "" });
      },
      readContracts: (who: { timeZone?: string }) => {
        zones.contracts = who.timeZone;
        return readContracts({ accountSid: "", authToken: "" }, []);
      },
    });
    await brand.read();
    const agency = await aReader("agency");
    agency.agency.readAdvertisers = async (who) => {
      zones.advertisers = who.timeZone;
      return { outcome: "read", value: [] };
    };
    await agency.read();
    expect(zones).toEqual({
      invoices: "Asia/Tokyo",
      catalogs: "Asia/Tokyo",
      contracts: "Asia/Tokyo",
      advertisers: "America/Chicago",
    });
  });

  it("keeps every list under the moment the whole began, however long impact.com takes", async () => {
    const { shop, deps } = await aReader("brand");
    const { readPrograms } = deps.impact;
    deps.impact.readPrograms = (who) => {
      deps.clock.set("2026-06-21T09:03:00Z");
      return readPrograms(who);
    };
    await refreshFacts({ shop }, deps);
    const rows = await deps.db.snapshots.all(shop);
    const checkedAt = (name: string) => rows.find(({ resource }) => resource === name)?.checkedAt?.toString();
    expect(checkedAt("Invoices")).toBe("2026-06-21T09:00:00Z");
    expect(checkedAt("Contracts")).toBe("2026-06-21T09:00:00Z");
  });
});
