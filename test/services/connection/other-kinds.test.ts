import { Readable } from "node:stream";
import { json } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { isoDay } from "#app/domain/index.ts";
import { exportAccount } from "#app/services/account/export-account.server.ts";
import { loadAccount, loadSummary } from "#app/services/account/load-account.server.ts";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { showFees } from "#app/services/account/show-fees.server.ts";
import { showLedger } from "#app/services/account/show-ledger.server.ts";
import { closingOf } from "#app/services/closing/closing-path.ts";
import { connectAccount } from "#app/services/connection/connect-account.server.ts";
import { makeExport } from "#app/services/exports/make-export.server.ts";
import { showExport } from "#app/services/exports/show-export.server.ts";
import { startExport } from "#app/services/exports/start-export.server.ts";
import { refreshFacts } from "#app/services/sync/refresh-facts.server.ts";
import { remindBeforeFee } from "#app/services/uninstall/remind-before-fee.server.ts";
import { warningFacts } from "#app/services/uninstall/warning-facts.ts";
import { aShop, at } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";
import { anAgencyAccount, aPartnerAccount } from "#test/fakes/other-accounts.ts";

const CREDENTIALS = { accountSid: "IRpartnerOne", authToken: "s3cr3t" };
const CONTRACT = {
  id: "S-1",
  programId: "1000",
  status: "ACTIVE",
  startsOn: "2025-08-10",
  endsOn: null,
} as const;
const ACTION = {
  id: "a1",
  programId: "1000",
  program: "Acme",
  partner: "Acme",
  state: "PENDING",
  amount: "100",
  payout: "8.50",
  trackedOn: "2026-06-01",
  locksOn: "2026-07-01",
  reversedOn: null,
  clearedOn: null,
} as const;
const SETTINGS = { method: "PAYPAL", schedule: "BALANCE_THRESHOLD", threshold: "50", day: null } as const;

async function aPartnerShop(holds: Parameters<typeof aPartnerAccount>[0] = {}) {
  const shop = aShop();
  const fake = createFakeDeps();
  fake.impact.fail.readCompany = { outcome: "unauthorized" };
  const partner = aPartnerAccount(holds);
  const deps = { ...fake, impact: { ...fake.impact, partner } };
  await deps.db.shops.save(shop);
  const outcome = await connectAccount({ shop: shop.shop, actor: "staff-1", credentials: CREDENTIALS }, deps);
  const load = async () => {
    const view = await loadAccount(shop, deps);
    if (!view) throw new Error("no shop");
    return view;
  };
  return { shop, deps, partner, outcome, load };
}

describe("a partner's account", () => {
  it("is read whole, each fact with the time of its check", async () => {
    const holds = { contracts: [CONTRACT], settings: SETTINGS, actions: [ACTION] };
    const { outcome, load } = await aPartnerShop(holds);
    expect(outcome).toEqual({ outcome: "connected", kind: "partner", asksFacts: false });
    const { kind, partner, currency, timeZone } = await load();
    const checkedAt = at("2026-06-21T09:00:00Z");
    expect({ kind, currency, timeZone }).toEqual({
      kind: "partner",
      currency: "USD",
      timeZone: "America/New_York",
    });
    expect(partner).toEqual({
      company: {
        value: { name: "Trail Notes", currency: "USD", timeZone: "America/New_York" },
        checkedAt,
        failure: null,
      },
      contracts: { value: [{ ...CONTRACT, program: "Acme" }], checkedAt, failure: null },
      withdrawal: { value: { settings: SETTINGS }, checkedAt, failure: null },
      invoices: { value: [], checkedAt, failure: null },
      actions: { value: { all: 1, pending: 1 }, checkedAt, failure: null },
    });
  });

  it("becomes an account file of its kind, in which the program is the other side", async () => {
    const { load } = await aPartnerShop({ contracts: [CONTRACT], actions: [ACTION] });
    const { assembled } = await load();
    if (assembled.outcome !== "ready") throw new Error(JSON.stringify(assembled));
    expect(assembled.account).toMatchObject({
      kind: "partner",
      fundingBalance: null,
      contracts: [{ id: "S-1", partner: "Acme", status: "ACTIVE", endsOn: null }],
      actions: { open: [{ first: [{ id: "a1", partner: "Acme", payout: 850, state: "PENDING" }] }] },
      catalogs: [],
    });
    // The first contract is the first sign of the account.
    expect(isoDay(assembled.account.signedUpOn)).toBe("2025-08-10");
  });

  it("takes its balance from what was told of it, never from a brand's funding account", async () => {
    const { shop, deps, load } = await aPartnerShop();
    const stated = { fundingBalance: { amount: "900.00", asOf: "2026-06-01" }, signedUpOn: "2020-01-01" };
    await saveFacts({ ...shop, actor: "staff-1", facts: stated }, deps);
    const before = (await load()).assembled;
    expect(before).toMatchObject({ account: { fundingBalance: null } });
    const partnerBalance = { amount: "12.40", asOf: "2026-06-20" };
    await saveFacts({ ...shop, actor: "staff-1", facts: { partnerBalance } }, deps);
    expect((await load()).assembled).toMatchObject({ account: { fundingBalance: { amount: 1_240 } } });
  });

  it("keeps what was known of a list that cannot be read now, and says since when", async () => {
    const { shop, deps, partner, load } = await aPartnerShop({ contracts: [CONTRACT] });
    deps.clock.set("2026-06-21T10:00:00Z");
    partner.fail.Contracts = { outcome: "forbidden", resource: "Contracts" };
    await refreshFacts(shop, deps);
    expect((await load()).partner?.contracts).toMatchObject({
      value: [{ id: "S-1" }],
      checkedAt: at("2026-06-21T09:00:00Z"),
      failure: { outcome: "forbidden" },
    });
  });

  it("shows no overdue invoice of another currency as an amount in its own: the list is not known", async () => {
    const overdue = {
      id: "I-1",
      dueOn: "2026-06-01",
      total: "5000",
      status: "OVERDUE" as const,
      paidOn: null,
    };
    const { load } = await aPartnerShop({ invoices: [overdue], invoiceCurrency: "JPY", settings: SETTINGS });
    const view = await load();
    const failure = { outcome: "mixed-currencies", expected: "USD", found: "JPY" };
    expect(view.partner?.invoices).toEqual({ value: null, checkedAt: null, failure });
    expect(view.assembled).toMatchObject({ outcome: "ready", account: { invoices: null } });
    const { tasks } = closingOf(view);
    expect(tasks.find(({ key }) => key === "partner-overdue")).toMatchObject({
      status: "unknown",
      open: { first: [], more: 0, unread: [] },
    });
  });

  it("shows no fee anywhere, is reminded of none and warned of none", async () => {
    const { shop, deps, load } = await aPartnerShop({ actions: [ACTION] });
    expect(await showFees({ ...shop, months: 3 }, deps)).toMatchObject({ preview: null });
    expect(await showLedger(shop, deps)).toMatchObject({ statement: null });
    const file = await exportAccount(shop, deps);
    expect(file && (await json(Readable.from(file)))).toMatchObject({
      kind: "partner",
      actions: [{ id: "a1" }],
    });
    const facts = warningFacts(shop, await load(), {
      usedElsewhere: false,
      dataKept: false,
      closing: null,
      request: null,
    });
    expect(facts).toMatchObject({ variant: "noFee", nextFee: null, minimum: null });
    const { shop: name } = shop;
    await deps.db.shops.save({ ...shop, uninstalledAt: deps.clock.now() });
    const choice = { name: "remind-before-fees", granted: true } as const;
    const decided = { decidedAt: deps.clock.now(), decidedBy: "staff-1" };
    await deps.db.choices.save(name, [{ ...choice, ...decided }]);
    expect(await remindBeforeFee({ shop: name }, deps)).toBe("not-wanted");
  });

  it("is exported with its brands' programs, and its invoices come from its own address", async () => {
    const invoice = { id: "40001-202603", dueOn: "2026-04-16", total: "8.50", status: "OVERDUE" } as const;
    const invoices = [{ ...invoice, paidOn: null }];
    const { shop, deps } = await aPartnerShop({ contracts: [CONTRACT], actions: [ACTION], invoices });
    await startExport({ ...shop, locale: "en" }, deps);
    const exportId = (await deps.db.exports.latest(shop.shop))?.id ?? "";
    await makeExport({ ...shop, exportId }, deps);
    expect(await showExport(shop, deps)).toMatchObject({
      kind: "partner",
      exists: { actions: 1, contracts: 1, partners: 1, invoices: 1 },
      made: { state: "done", missing: [] },
    });
  });

  it("is thrown away when another account takes its place", async () => {
    const { shop, deps, load } = await aPartnerShop({ contracts: [CONTRACT] });
    delete deps.impact.fail.readCompany;
    await connectAccount(
      { ...shop, actor: "staff-1", credentials: { ...CREDENTIALS, accountSid: "IRtwo" } },
      deps,
    );
    const view = await load();
    expect([view.kind, view.partner]).toEqual(["brand", null]);
    expect(view.snapshots.some(({ resource }) => resource === "WithdrawalSettings")).toBe(false);
  });
});

describe("an agency's account", () => {
  it("shows its brands, has no account file and reads no actions", async () => {
    const shop = aShop();
    const fake = createFakeDeps();
    fake.impact.fail.readCompany = { outcome: "unauthorized" };
    const brand = {
      id: "1",
      name: "Nutt",
      state: "DELINQUENT",
      currency: "USD",
      timeZone: "America/Chicago",
      createdOn: "2021-03-15",
    } as const;
    const deps = { ...fake, impact: { ...fake.impact, agency: anAgencyAccount([brand]) } };
    await deps.db.shops.save(shop);
    const outcome = await connectAccount({ ...shop, actor: "staff-1", credentials: CREDENTIALS }, deps);
    expect(outcome).toEqual({ outcome: "connected", kind: "agency", asksFacts: false });
    const view = await loadSummary(shop, deps);
    expect(view).toMatchObject({
      kind: "agency",
      assembled: { outcome: "agency" },
      sync: null,
      partner: null,
    });
    expect(view?.agency?.advertisers.value).toEqual([brand]);
    expect(view?.snapshots.map(({ resource }) => resource).sort()).toEqual([
      "Advertisers",
      "CompanyInformation",
    ]);
  });
});
