import { Readable } from "node:stream";
import { json } from "node:stream/consumers";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { parseAccountFile, previewReport, statementReport } from "#app/domain/index.ts";
import { exportAccount } from "#app/services/account/export-account.server.ts";
import { loadAccount, loadSummary } from "#app/services/account/load-account.server.ts";
import { showFees } from "#app/services/account/show-fees.server.ts";
import { showLedger } from "#app/services/account/show-ledger.server.ts";
import { refreshFacts } from "#app/services/sync/refresh-facts.server.ts";
import { aShop } from "#test/factories/rows.ts";
import { aMerchant, shop } from "./a-merchant.ts";

/** A merchant who told us what the API does not have. */
async function aMerchantWhoStatedFacts() {
  const merchant = await aMerchant();
  const { db, clock, seal } = merchant.deps;
  await db.shops.save(aShop({ shop }));
  const stated = {
    signedUpOn: "2024-01-15",
    edition: "starter",
    fundingBalance: { amount: "120.00", asOf: "2025-01-01" },
  };
  await db.statedFacts.save(
    shop,
    Object.entries(stated).map(([name, value]) => ({
      name,
      value,
      statedAt: clock.now(),
      statedBy: "staff-1",
    })),
  );
  const connection = await db.connections.find(shop);
  if (connection) await db.connections.save({ ...connection, sealedToken: seal.seal(shop, "t") });
  return merchant;
}

describe("the figures shown of synced actions", () => {
  it("on the ledger are those `settled statement` makes of the exported file", async () => {
    const { deps } = await aMerchantWhoStatedFacts();
    await refreshFacts({ shop }, deps);
    const ledger = await showLedger({ shop }, deps);
    const file = await exportAccount({ shop }, deps);
    if (!file) throw new Error("no file");
    const parsed = parseAccountFile(await json(Readable.from(file)));
    if (parsed.outcome !== "parsed") throw new Error(JSON.stringify(parsed.problems));
    const from = Temporal.PlainDate.from("2024-01-15");
    const on = Temporal.PlainDate.from("2026-06-21");
    const options = { from, to: Temporal.PlainDate.from("2026-07-02"), on, everyDay: false };
    expect(statementReport(parsed.account, options)).toEqual(ledger?.statement);
    expect(ledger?.statement?.days.length).toBeGreaterThan(20);
  });

  it("of the preview are the same from daily totals as from every action", async () => {
    const { deps } = await aMerchantWhoStatedFacts();
    await refreshFacts({ shop }, deps);
    const view = await loadAccount({ shop }, deps);
    if (view?.assembled.outcome !== "ready") throw new Error("no account");
    const fees = await showFees({ shop, months: 12 }, deps);
    expect(fees?.preview).toEqual(previewReport(view.assembled.account, { on: view.today, months: 12 }));
    expect(fees?.preview?.thisMonth.lockedRevenue).not.toBeNull();
  });

  it("of preview and ledger are made without reading a single action", async () => {
    const { deps } = await aMerchantWhoStatedFacts();
    await refreshFacts({ shop }, deps);
    const before = [await showFees({ shop, months: 12 }, deps), await showLedger({ shop }, deps)];
    const refuse = () => Promise.reject(new Error("an action was read"));
    Object.assign(deps.db.actions, { all: refuse, page: refuse, byId: refuse, currentActions: refuse });
    expect([await showFees({ shop, months: 12 }, deps), await showLedger({ shop }, deps)]).toEqual(before);
    expect(before[1]).toMatchObject({ statement: { totals: { cardCharge: expect.any(String) } } });
  });

  it("name the partner of a contract, of which the API gives the id only", async () => {
    const { deps } = await aMerchantWhoStatedFacts();
    deps.impact.readContracts = async () => ({
      outcome: "read",
      value: ["id of Blog", "31002"].map((partner) => ({
        id: partner,
        partner,
        status: "ACTIVE",
        endsOn: null,
      })),
    });
    await refreshFacts({ shop }, deps);
    const view = await loadAccount({ shop }, deps);
    expect(view?.assembled).toMatchObject({
      account: { contracts: [{ partner: "Blog" }, { partner: "31002" }] },
    });
  });

  it("are unknown, not nothing, until the first reading is complete", async () => {
    const { deps, impact } = await aMerchantWhoStatedFacts();
    impact.answers.actions = { outcome: "unavailable", reason: "timeout" };
    await refreshFacts({ shop }, deps);
    const view = await loadAccount({ shop }, deps);
    expect(view?.assembled).toMatchObject({ outcome: "ready", account: { actions: null }, totals: null });
    expect(view?.sync).toMatchObject({ first: true, running: true });
    expect((await loadSummary({ shop }, deps))?.assembled).toMatchObject({ account: { totals: null } });
  });

  it("stay the last known ones when a later reading fails", async () => {
    const { deps, impact } = await aMerchantWhoStatedFacts();
    await refreshFacts({ shop }, deps);
    const before = await showLedger({ shop }, deps);
    deps.clock.set("2026-06-21T10:00:00Z");
    impact.answers.actions = { outcome: "unauthorized" };
    await refreshFacts({ shop }, deps);
    const after = await showLedger({ shop }, deps);
    expect(after?.statement).toEqual(before?.statement);
    const actions = after?.view.snapshots.find(({ resource }) => resource === "Actions");
    expect(actions).toMatchObject({ failure: { outcome: "unauthorized" } });
    expect(actions?.checkedAt?.toString()).toBe("2026-06-21T09:00:00Z");
  });
});
