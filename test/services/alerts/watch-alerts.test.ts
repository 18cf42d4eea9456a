import { describe, expect, it } from "vitest";
import { loadAccount } from "#app/services/account/load-account.server.ts";
import { alertFigures } from "#app/services/alerts/alert-figures.ts";
import { saveAlerts } from "#app/services/alerts/save-alerts.server.ts";
import { seeAlert } from "#app/services/alerts/see-alert.server.ts";
import { showAlertNews } from "#app/services/alerts/show-alerts.server.ts";
import { alertsBefore, wantsMail, watchAlerts } from "#app/services/alerts/watch-alerts.server.ts";
import { checkEverything } from "#app/services/watch/check-everything.server.ts";
import { watchShop } from "#app/services/watch/watch-shop.server.ts";
import { aShop } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";
import { anItem, key, shop } from "../sync/a-merchant.ts";
import { anAlerted, NONE } from "./an-alerted.ts";

const LATE = { id: "i1", dueOn: "2026-06-01", paidOn: null, total: "10.00", status: "OVERDUE" };
const items = [anItem({ trackedOn: "2026-06-18", locksOn: "2026-07-15", payout: "7.50" })];
type Alerted = Awaited<ReturnType<typeof anAlerted>>;

const becomesLate = ({ deps }: Alerted) =>
  deps.db.snapshots.saveRead(shop, "Invoices", [LATE], deps.clock.now());
const OVERDUE_EVENT = {
  type: "alert-crossed",
  alert: "overdue",
  amount: { minor: 1_000, currency: "USD" },
  limitMinor: null,
  on: "2026-06-01",
  movedDays: null,
};

describe("an event of an alert", () => {
  it("says how much is overdue and since when", async () => {
    const alerted = await anAlerted({ items, limits: { ...NONE, overdue: true } });
    await becomesLate(alerted);
    await watchShop({ shop }, alerted.deps);
    expect(alerted.events()).toEqual([OVERDUE_EVENT]);
  });

  it("says how much the last seven days brought, from when, and the limit", async () => {
    const alerted = await anAlerted({ items, limits: { ...NONE, weeklyCommissions: "50" } });
    alerted.deps.clock.set("2026-06-22T09:00:00Z");
    alerted.impact.list(anItem({ id: "2", trackedOn: "2026-06-22", locksOn: "2026-07-10", payout: "60.00" }));
    await checkEverything({ shop }, alerted.deps);
    expect(alerted.events()).toEqual([
      {
        type: "alert-crossed",
        alert: "weekly-commissions",
        amount: { minor: 6_750, currency: "USD" },
        limitMinor: 5_000,
        on: "2026-06-16",
        movedDays: null,
      },
    ]);
  });

  it("says to which day the earliest closing moved, and by how many days", async () => {
    const alerted = await anAlerted({ items, limits: { ...NONE, movedDays: 3 } });
    alerted.deps.clock.set("2026-06-22T09:00:00Z");
    alerted.impact.list(anItem({ id: "2", trackedOn: "2026-06-22", locksOn: "2026-08-02" }));
    await checkEverything({ shop }, alerted.deps);
    // From 15 July to 2 August.
    expect(alerted.events()).toEqual([
      {
        type: "alert-crossed",
        alert: "earliest-closing",
        amount: null,
        limitMinor: null,
        on: "2026-08-02",
        movedDays: 18,
      },
    ]);
  });
});

describe("what crosses at once", () => {
  const limits = { ...NONE, monthlyFee: "35", overdue: true };
  async function both() {
    const alerted = await anAlerted({ items, byMail: true, limits });
    const cross = async () => {
      await alerted.minimum("40.00");
      await becomesLate(alerted);
      await watchShop({ shop }, alerted.deps);
    };
    return { ...alerted, cross };
  }

  it("is an event each and one mail", async () => {
    const { cross, events, mails } = await both();
    await cross();
    expect(events().map(({ alert }) => alert)).toEqual(["monthly-fee", "overdue"]);
    expect(mails()).toHaveLength(1);
    expect(mails()[0]?.content).toMatchObject({ news: [{ alert: "monthly-fee" }, { alert: "overdue" }] });
  });

  it("is told by another mail when it crosses again after it was below", async () => {
    const { deps, cross, minimum, mails } = await both();
    await cross();
    deps.clock.set("2026-06-22T09:00:00Z");
    await minimum("30.00");
    await watchShop({ shop }, deps);
    await cross();
    expect(mails()).toHaveLength(2);
  });
});

describe("nothing is told", () => {
  it("of what is so already when a limit is set, each limit for itself", async () => {
    const alerted = await anAlerted({ items });
    await alerted.minimum("40.00");
    await watchShop({ shop }, alerted.deps);
    await becomesLate(alerted);
    const limits = { ...NONE, monthlyFee: "35", weeklyCommissions: "5", overdue: true, movedDays: 3 };
    await saveAlerts({ shop, actor: "staff-1", limits, byMail: false }, alerted.deps);
    const marks = await alerted.deps.db.alerts.marks(shop);
    expect(marks.map(({ alert, state }) => [alert, state])).toEqual([
      ["earliest-closing", "2026-07-15"],
      ["monthly-fee", "over"],
      ["overdue", "over"],
      ["weekly-commissions", "over"],
    ]);
    // The limit that stayed the same keeps its news on Home.
    expect((await showAlertNews({ shop }, alerted.deps)).map(({ news }) => news.alert)).toEqual([
      "monthly-fee",
    ]);
    await watchShop({ shop }, alerted.deps);
    expect(alerted.events().map(({ alert }) => alert)).toEqual(["monthly-fee"]);
  });

  it("of an alert that nobody asked for", async () => {
    const alerted = await anAlerted({ items, limits: NONE });
    await becomesLate(alerted);
    await alerted.minimum("40.00");
    await watchShop({ shop }, alerted.deps);
    expect([alerted.events(), await alerted.deps.db.alerts.marks(shop)]).toEqual([[], []]);
  });

  it("of another account than the one that was looked at before", async () => {
    const alerted = await anAlerted({ items, limits: { ...NONE, overdue: true } });
    const connection = await alerted.deps.db.connections.find(shop);
    if (connection) await alerted.deps.db.connections.save({ ...connection, accountSid: "IRother" });
    await becomesLate(alerted);
    await watchShop({ shop }, alerted.deps);
    expect(alerted.events()).toEqual([]);
    expect(await alerted.deps.db.alerts.marks(shop)).toMatchObject([
      { accountSid: "IRother", state: "over" },
    ]);
  });

  it("to a store that took the app away, without limits, or without figures", async () => {
    const alerted = await anAlerted({ items, limits: { ...NONE, overdue: true } });
    await becomesLate(alerted);
    const { deps } = alerted;
    const view = await loadAccount({ shop }, deps);
    if (!view) throw new Error("The shop was never seen.");
    const before = await alertsBefore(shop, deps.db);
    const look = { shop: view.shop, accountSid: key.accountSid, before, figures: alertFigures(view, null) };
    const gone = { ...view.shop, uninstalledAt: deps.clock.now() };
    expect(await watchAlerts({ ...look, shop: gone }, deps)).toEqual([]);
    expect(await watchAlerts({ ...look, before: { limits: null, marks: before.marks } }, deps)).toEqual([]);
    expect(await watchAlerts({ ...look, figures: null }, deps)).toEqual([]);
    expect(alerted.events()).toEqual([]);
    expect(await watchAlerts(look, deps)).toMatchObject([{ alert: "overdue" }]);
  });

  it("by mail to a store that never set anything", async () => {
    expect(await wantsMail(aShop({ shop }), createFakeDeps().db)).toBe(false);
  });
});

it("putting news away needs the alert's name and its moment", async () => {
  const alerted = await anAlerted({ items });
  await alerted.minimum("40.00");
  await watchShop({ shop }, alerted.deps);
  const [shown] = await showAlertNews({ shop }, alerted.deps);
  for (const [alert, at] of [
    ["no-alert", shown?.at ?? ""],
    ["overdue", shown?.at ?? ""],
    ["monthly-fee", "yesterday"],
    ["monthly-fee", ""],
  ] as const)
    await seeAlert({ shop, alert, at }, alerted.deps);
  expect(await showAlertNews({ shop }, alerted.deps)).toHaveLength(1);
});
