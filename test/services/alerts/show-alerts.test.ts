import { describe, expect, it } from "vitest";
import type { ImpactResource } from "#app/ports/index.ts";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { saveAlerts } from "#app/services/alerts/save-alerts.server.ts";
import { showAlerts } from "#app/services/alerts/show-alerts.server.ts";
import { stopMail } from "#app/services/history/stop-mail.server.ts";
import { aShop } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";
import { aMerchant, anItem, shop } from "../sync/a-merchant.ts";
import { anAlerted, NONE } from "./an-alerted.ts";

const TIMEOUT = { outcome: "unavailable", reason: "timeout" } as const;
const LATE = { id: "i1", dueOn: "2026-06-01", paidOn: null, total: "10.00", status: "OVERDUE" };
/** An action of this week, the last one to lock. */
const items = [anItem({ trackedOn: "2026-06-18", locksOn: "2026-07-15", payout: "7.50" })];
type Alerted = Awaited<ReturnType<typeof anAlerted>>;

const pageOf = async ({ deps }: Pick<Alerted, "deps">) => {
  const page = await showAlerts({ shop }, deps);
  if (!page) throw new Error("The shop was never seen.");
  return page;
};

describe("how each alert stands", () => {
  const FEE = { next: { amount: "30.00", date: "2026-07-01" } };
  const WEEK = { last7Days: { amount: "7.50", from: "2026-06-15" } };

  it("is said in the figures its limit is held against", async () => {
    const alerted = await anAlerted({ items });
    expect((await pageOf(alerted)).now).toMatchObject({
      fee: FEE,
      commissions: WEEK,
      overdue: { state: "none" },
      earliest: "2026-07-15",
      reached: { "monthly-fee": false, "weekly-commissions": false, overdue: false },
    });
  });

  it("is reached or not, each alert by its own limit", async () => {
    const alerted = await anAlerted({
      items,
      limits: { ...NONE, monthlyFee: "35", weeklyCommissions: "7.50", overdue: true },
    });
    const reached = async () => (await pageOf(alerted)).now?.reached;
    expect(await reached()).toEqual({ "monthly-fee": false, "weekly-commissions": true, overdue: false });
    const now = alerted.deps.clock.now();
    await alerted.deps.db.snapshots.saveRead(shop, "Invoices", [LATE], now);
    await alerted.minimum("35.00");
    expect(await reached()).toEqual({ "monthly-fee": true, "weekly-commissions": true, overdue: true });
  });

  it.each<[ImpactResource, object]>([
    ["Actions", { fee: null, commissions: null, overdue: { state: "none" }, earliest: null }],
    ["Invoices", { fee: FEE, commissions: WEEK, overdue: { state: "unknown" }, earliest: null }],
    ["Contracts", { fee: FEE, commissions: WEEK, overdue: { state: "none" }, earliest: null }],
    ["Catalogs", { fee: FEE, commissions: WEEK, overdue: { state: "none" }, earliest: "2026-07-15" }],
  ])("is not known as far as it rests on a list that failed last: %s", async (resource, now) => {
    const alerted = await anAlerted({ items });
    await alerted.deps.db.snapshots.saveFailure(shop, resource, TIMEOUT, alerted.deps.clock.now());
    expect((await pageOf(alerted)).now).toMatchObject(now);
  });

  it("is not known of actions that were never read", async () => {
    const { deps } = await aMerchant();
    await deps.db.shops.save(aShop({ shop }));
    await saveFacts(
      { shop, actor: "staff-1", facts: { signedUpOn: "2026-05-12", edition: "starter" } },
      deps,
    );
    expect((await pageOf({ deps })).now).toMatchObject({ fee: null, commissions: null, earliest: null });
  });

  it("is not said of an account that is closed, not connected, without a known fee or without key facts", async () => {
    const closed = await anAlerted({ items });
    const programs = [{ id: "1000", name: "Acme", state: "CLOSED" }];
    await closed.deps.db.snapshots.saveRead(shop, "Campaigns", programs, closed.deps.clock.now());
    expect(await pageOf(closed)).toMatchObject({ now: null, hasFees: true });
    const gone = await anAlerted({ items });
    await gone.deps.db.connections.remove(shop);
    expect(await pageOf(gone)).toMatchObject({ now: null, connected: false });
    const other = await anAlerted({ items });
    const facts = { closingAccount: "other-brand" } as const;
    await saveFacts({ shop, actor: "staff-1", facts }, other.deps);
    expect(await pageOf(other)).toMatchObject({ now: null, hasFees: false });
    const { deps } = await aMerchant();
    await deps.db.shops.save(aShop({ shop }));
    expect(await pageOf({ deps })).toMatchObject({ now: null, hasFees: true });
  });
});

describe("the page of alerts", () => {
  it("has no limit and no mail while nothing was set", async () => {
    const { deps } = await aMerchant();
    await deps.db.shops.save(aShop({ shop, contactEmail: "owner@acme.example" }));
    expect(await pageOf({ deps })).toMatchObject({
      limits: NONE,
      currency: "USD",
      timeZone: "America/New_York",
      today: "2026-06-21",
      connected: true,
      byMail: false,
      decidedAt: null,
      contactEmail: "owner@acme.example",
      mailStopped: false,
    });
    expect(await showAlerts({ shop: "nobody.myshopify.com" }, deps)).toBeNull();
  });

  it("has what was set, with when mails were decided on and whether they were stopped", async () => {
    const alerted = await anAlerted({ byMail: true });
    expect(await pageOf(alerted)).toMatchObject({
      limits: { ...NONE, monthlyFee: "35" },
      byMail: true,
      decidedAt: "2026-06-21T09:00:00Z",
      mailStopped: false,
    });
    await stopMail({ shop, actor: "signed-link" }, alerted.deps);
    expect((await pageOf(alerted)).mailStopped).toBe(true);
    const asked = { shop, actor: "staff-1", limits: NONE, byMail: false };
    await saveAlerts(asked, alerted.deps);
    expect(await pageOf(alerted)).toMatchObject({ limits: NONE, byMail: false });
  });

  it("knows that impact.com can no longer be asked once the token is destroyed", async () => {
    const alerted = await anAlerted();
    expect((await pageOf(alerted)).connected).toBe(true);
    await alerted.deps.db.connections.destroyToken(shop);
    expect((await pageOf(alerted)).connected).toBe(false);
  });

  it("drops amounts of another currency than the account's, and keeps the other limits", async () => {
    const alerted = await anAlerted({
      limits: { currency: "EUR", monthlyFee: "35", weeklyCommissions: "5", overdue: true, movedDays: 7 },
    });
    expect((await pageOf(alerted)).limits).toEqual({
      currency: "USD",
      monthlyFee: null,
      weeklyCommissions: null,
      overdue: true,
      movedDays: 7,
    });
  });
});

it("limits are not kept of a store never seen", async () => {
  const deps = createFakeDeps();
  const asked = { shop, actor: "staff-1", limits: { ...NONE, monthlyFee: "35" }, byMail: false };
  expect(await saveAlerts(asked, deps)).toBe("unknown-shop");
  await deps.db.shops.save(aShop({ shop }));
  expect(await saveAlerts(asked, deps)).toBe("saved");
  expect((await deps.db.alerts.setting(shop))?.limits.monthlyFee).toBe("35");
});
