import { describe, expect, it } from "vitest";
import { parseAccountFile } from "#app/domain/index.ts";
import type { SnapshotRow } from "#app/ports/index.ts";
import { assembleFile } from "#app/services/account/assemble-file.ts";
import { bodiesOf } from "#app/services/account/known-bodies.ts";
import { readStatedFacts, type StatedFacts } from "#app/services/account/stated-facts.ts";
import { anAction } from "#test/factories/account.ts";
import { at } from "#test/factories/rows.ts";

const shop = { currency: "EUR", timeZone: "Europe/Berlin" };
const facts: StatedFacts = { signedUpOn: "2026-05-12", edition: "starter", minimumFee: "30.00" };
const company = { name: "Acme", currency: "USD", timeZone: "America/New_York" };

describe("the assembled account file", () => {
  it("is nothing while the sign-up date is not known", () => {
    expect(assembleFile({}, { Actions: [] }, shop)).toBeNull();
  });

  it("keeps what was never read apart from what is empty (P6)", () => {
    expect(assembleFile(facts, { Contracts: [] }, shop)).toMatchObject({
      contracts: [],
      actions: null,
      invoices: null,
      catalogs: null,
    });
  });

  it("believes impact.com before the merchant, and the merchant before the store", () => {
    const stated = { ...facts, currency: "GBP" as const, timeZone: "Europe/London" };
    const place = (file: unknown) => {
      const { currency, timeZone } = Object(file);
      return [currency, timeZone];
    };
    expect(place(assembleFile(stated, { CompanyInformation: company }, shop))).toEqual([
      "USD",
      "America/New_York",
    ]);
    expect(place(assembleFile(stated, {}, shop))).toEqual(["GBP", "Europe/London"]);
    expect(place(assembleFile(facts, {}, shop))).toEqual(["EUR", "Europe/Berlin"]);
    const zoneless = { ...company, timeZone: null };
    expect(place(assembleFile(facts, { CompanyInformation: zoneless }, shop))).toEqual([
      "USD",
      "Europe/Berlin",
    ]);
  });

  it("is read by the core as it stands", () => {
    const bodies = {
      CompanyInformation: company,
      Actions: [anAction()],
      Contracts: [],
      Invoices: [],
      Catalogs: [],
    };
    const balance = { amount: "105.00", asOf: "2026-06-01" };
    const file = assembleFile({ ...facts, fundingBalance: balance, cardEverCharged: false }, bodies, shop);
    expect(parseAccountFile(file)).toMatchObject({ outcome: "parsed" });
  });

  it("uses no body of a resource that was never read", () => {
    const failed: SnapshotRow = {
      resource: "Actions",
      body: null,
      checkedAt: null,
      triedAt: at("2026-06-01T09:00:00Z"),
      failure: { outcome: "unauthorized" },
    };
    const known = { ...failed, resource: "Invoices" as const, body: [], checkedAt: failed.triedAt };
    expect(bodiesOf([failed, known])).toEqual({ Invoices: [] });
  });
});

describe("stored facts", () => {
  const statedFact = (name: string, value: unknown) => ({
    name,
    value,
    statedAt: at("2026-06-01T09:00:00Z"),
    statedBy: "x",
  });

  it("count as not told when they no longer fit or were never ours", () => {
    const stored = [
      statedFact("signedUpOn", "12 May"),
      statedFact("fundingBalance", { amount: "1e3", asOf: "2026-06-01" }),
      statedFact("currency", "XXX"),
      statedFact("__proto__", { polluted: true }),
      statedFact("edition", "starter"),
      statedFact("trialEndsOn", null),
    ];
    expect(readStatedFacts(stored)).toEqual({ edition: "starter", trialEndsOn: null });
    expect(Object.prototype).not.toHaveProperty("polluted");
  });
});
