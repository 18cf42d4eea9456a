import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  actionSummary,
  closingOutlook,
  closureReport,
  groupActions,
  parseAccountFile,
  summariseActions,
  toDay,
} from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";
import { accountFiles, isoAfter } from "#test/factories/random-account.ts";

const contracts = [{ id: "S-1", partner: "Blog", status: "ACTIVE" as const, endsOn: null }];
/** Three actions that lock within a fortnight, and two that lock months later. */
const late = {
  contracts,
  actions: [
    ...["2026-07-05", "2026-07-09", "2026-07-14"].map((locksOn, index) =>
      anAction({ id: `a.${index}`, trackedOn: "2026-06-20", locksOn, payout: "10.00", amount: "100.00" }),
    ),
    anAction({ id: "b.1", trackedOn: "2026-06-20", locksOn: "2026-09-10", payout: "4.00", amount: "50.00" }),
    anAction({ id: "b.2", trackedOn: "2026-06-20", locksOn: "2026-11-20", payout: "6.00", amount: "60.00" }),
  ],
};

describe("what would move the closing date (D16)", () => {
  const outlook = () => closingOutlook(anAccount(late), { on: date("2026-07-02") });

  it("names the late actions, the last first, apart from those that lock soon", () => {
    expect(outlook().locks?.late.map(({ action }) => action)).toEqual(["b.2", "b.1"]);
    expect(outlook().locks?.crowd).toEqual({ count: 3, until: "2026-07-14" });
    expect(outlook().locks?.lateSum).toBe("10.00");
    // From July 14 to November 20.
    expect(outlook().locks?.delayMonths).toBe(4);
    expect(outlook().locks?.weeks).toEqual([
      { from: "2026-07-02", count: 1 },
      { from: "2026-07-09", count: 2 },
    ]);
  });

  it("gives for each one more approved the new date and what closing then costs", () => {
    const rows = outlook().scenarios.map(({ key, approved, commission, earliest, atEarliest }) => [
      key,
      approved,
      commission,
      earliest,
      atEarliest?.fees,
    ]);
    // The minimum fee is 30 a month: July to November are five, to September three, July alone one.
    expect(rows).toEqual([
      ["as-is", 0, "0.00", "2026-11-20", "150.00"],
      ["contracts-end", 0, "0.00", "2026-11-20", "150.00"],
      ["approved", 1, "6.00", "2026-09-10", "90.00"],
      ["approved", 2, "10.00", "2026-07-14", "30.00"],
    ]);
    expect([outlook().best, outlook().isBetter]).toEqual([3, true]);
    expect(outlook().bestOf).toEqual({ "as-is": 0, "contracts-end": 1, approved: 3 });
  });

  it("names the month of each fee that a date costs, and none where none is charged", () => {
    const file = { ...late, actions: [] };
    const months = (on: string) =>
      closingOutlook(anAccount(file), { on: date(on) }).scenarios[0]?.atEarliest?.months.map(
        ({ month }) => month,
      );
    // June's fee is charged on 1 July and deducted on the 2nd; closing in July costs July's too.
    expect(months("2026-07-01")).toEqual(["2026-06", "2026-07"]);
    expect(months("2026-07-02")).toEqual(["2026-07"]);
    // Signed up on 12 May: that month has no fee.
    expect(months("2026-05-12")).toEqual([]);
  });

  it("has no such list where nothing locks late", () => {
    const soon = closingOutlook(anAccount({ ...late, actions: late.actions.slice(0, 3) }), {
      on: date("2026-07-02"),
    });
    expect([soon.locks?.late, soon.isBetter]).toEqual([[], false]);
  });
});

describe("what a way to a closing date costs by the day", () => {
  const file = {
    contracts,
    actions: [
      anAction({ id: "1", payout: "10.00", trackedOn: "2026-06-25", locksOn: "2026-07-20" }),
      anAction({ id: "2", payout: "20.00", trackedOn: "2026-06-26", locksOn: "2026-07-24" }),
      anAction({ id: "3", payout: "40.00", trackedOn: "2026-06-27", locksOn: "2026-12-20" }),
    ],
  };
  const ways = (overrides = {}) =>
    closingOutlook(anAccount({ ...file, ...overrides }), { on: date("2026-07-02") });
  const lines = ({ stretches = [] }: Partial<ReturnType<typeof ways>["scenarios"][number]> = {}) =>
    stretches.map(({ from, to, possible, fees }) => [from, to, possible, fees]);

  it("is cut where the cost changes and where closing becomes possible, 34 days past the earliest date", () => {
    const [asIs, , approved] = ways().scenarios;
    // July's fee is 2.5 % of the 2,000.00 that lock in it, each further month's at least 30.00.
    expect(lines(asIs)).toEqual([
      ["2026-07-02", "2026-07-31", false, "50.00"],
      ["2026-08-01", "2026-08-31", false, "80.00"],
      ["2026-09-01", "2026-09-30", false, "110.00"],
      ["2026-10-01", "2026-10-31", false, "140.00"],
      ["2026-11-01", "2026-11-30", false, "170.00"],
      ["2026-12-01", "2026-12-19", false, "200.00"],
      ["2026-12-20", "2026-12-31", true, "200.00"],
      ["2027-01-01", "2027-01-23", true, "230.00"],
    ]);
    // The third approved today: its 1,000.00 count for July too. At least 90 days are shown.
    expect(lines(approved)).toEqual([
      ["2026-07-02", "2026-07-23", false, "75.00"],
      ["2026-07-24", "2026-07-31", true, "75.00"],
      ["2026-08-01", "2026-08-31", true, "105.00"],
      ["2026-09-01", "2026-09-29", true, "135.00"],
    ]);
  });

  it("says what of it the balance pays: tracked commissions, and not the fees", () => {
    const { scenarios, balance } = ways();
    // Charged to the card when they were tracked, 70.00 lie in the balance.
    expect(balance).toBe("70.00");
    expect(scenarios[0]?.cheapest).toMatchObject({
      ...{
        fees: "200.00",
        partnerCosts: "70.00",
        fromBalance: "70.00",
        expectedRefund: "0.00",
        net: "200.00",
      },
    });
    expect(scenarios[2]).toMatchObject({ key: "approved", approved: 1, commission: "40.00" });
    const unknown = ways({ fundingBalance: null });
    expect(unknown.balance).toBeNull();
    expect(unknown.scenarios[0]?.cheapest).toMatchObject({ fees: "200.00", fromBalance: null });
  });

  it("names each late action with its days, and what may lock without one", () => {
    expect(ways().locks?.late).toEqual([
      {
        ...{ action: "3", partner: "Blog", program: "Acme", payout: "40.00", amount: "1000.00" },
        ...{ trackedOn: "2026-06-27", locksOn: "2026-12-20" },
      },
    ]);
    const open = { actions: [...file.actions.slice(0, 2), anAction({ id: "4", locksOn: null })] };
    const { locks, scenarios } = ways(open);
    expect(locks?.late).toMatchObject([{ action: "4", locksOn: null }]);
    expect(locks?.weeks.map(({ count }) => count)).toEqual([0, 0, 1, 1]);
    // Nobody knows when it locks, so nothing is possible as things are.
    expect(scenarios[0]).toMatchObject({ earliest: null, atEarliest: null });
    expect(ways({ actions: null }).locks).toBeNull();
  });
});

describe("the curve of any account", () => {
  it("has on each day the figures that the command prints for it", () => {
    fc.assert(
      fc.property(accountFiles(), fc.integer({ min: 70, max: 500 }), (file, day) => {
        const parsed = parseAccountFile(file);
        if (parsed.outcome === "rejected") throw new Error(JSON.stringify(parsed.problems));
        const on = date(isoAfter(day));
        const [asIs] = closingOutlook(parsed.account, { on }).scenarios;
        const { days, cheapest } = closureReport(parsed.account, { on }).costToClose;
        for (const { date: each, ...figures } of days) {
          const stretch = asIs?.stretches.find(({ from, to }) => from <= each && each <= to);
          expect(stretch).toMatchObject(figures);
        }
        expect(asIs?.cheapest === null ? null : asIs?.cheapest.from).toBe(cheapest);
        expect(asIs?.stretches.at(-1)?.to).toBe(days.at(-1)?.date);
      }),
      { numRuns: 60 },
    );
  });

  it("is the same from a day's summary as from every action", () => {
    fc.assert(
      fc.property(accountFiles(), fc.integer({ min: 70, max: 500 }), (file, day) => {
        const parsed = parseAccountFile(file);
        if (parsed.outcome === "rejected") throw new Error(JSON.stringify(parsed.problems));
        const { account } = parsed;
        const on = date(isoAfter(day));
        const today = toDay(on);
        const all = account.actions ?? [];
        const isReversed = (each: (typeof all)[number]) =>
          each.state === "REVERSED" && (each.reversedOn === null || each.reversedOn <= today);
        const tracked = all.filter(({ trackedOn }) => trackedOn <= today);
        const summary = actionSummary({
          on: today,
          totals: summariseActions(all),
          tracked: tracked.length,
          reversed: tracked.filter(isReversed).length,
          open: groupActions(
            tracked.filter(
              (each) => !isReversed(each) && (each.clearedOn === null || each.clearedOn > today),
            ),
          ),
          later: all.filter(
            (each) =>
              each.trackedOn > today ||
              (each.state === "REVERSED" && each.reversedOn !== null && each.reversedOn > today),
          ),
        });
        expect(closingOutlook({ ...account, actions: summary }, { on })).toEqual(
          closingOutlook(account, { on }),
        );
      }),
      { numRuns: 60 },
    );
  });
});
