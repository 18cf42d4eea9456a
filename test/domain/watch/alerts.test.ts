import { describe, expect, it } from "vitest";
import { type AlertFigures, type AlertLimits, type AlertMark, lookAtAlerts } from "#app/domain/index.ts";

const NONE: AlertLimits = {
  currency: "USD",
  monthlyFee: null,
  weeklyCommissions: null,
  overdue: false,
  movedDays: null,
};
const FIGURES: AlertFigures = {
  standing: {
    asOf: "2026-07-02",
    currency: "USD",
    overdue: { state: "none" },
    fee: { next: { amount: "30.00", bound: "about", date: "2026-08-01", coveredMonth: "2026-07" } },
    commissions: { last7Days: { amount: "75.00", from: "2026-06-26" } },
  },
  earliest: "2026-07-20",
};
const withFee = (amount: string): AlertFigures => ({
  ...FIGURES,
  standing: {
    ...FIGURES.standing,
    fee: { next: { amount, bound: "about", date: "2026-08-01", coveredMonth: "2026-07" } },
  },
});
const withEarliest = (earliest: string | null, asOf = "2026-07-02"): AlertFigures => ({
  ...FIGURES,
  standing: { ...FIGURES.standing, asOf },
  earliest,
});

/** Looks again and again, each time with the mark of the last look; says at which looks something was crossed. */
function looks(limits: AlertLimits, all: AlertFigures[]): boolean[] {
  let marks: AlertMark[] = [];
  return all.map((figures) => {
    const moves = lookAtAlerts(limits, figures, marks);
    if (moves.length > 0) marks = moves.map(({ mark }) => mark);
    return moves.some(({ crossed }) => crossed);
  });
}

describe("an alert", () => {
  it("is told when its limit is reached, once, and again only after it was below", () => {
    const limits = { ...NONE, monthlyFee: "100" };
    const fees = ["99.99", "100.00", "140.61", "30.00", "100.00"].map(withFee);
    expect(looks(limits, fees)).toEqual([false, true, false, false, true]);
  });

  it("is no news of what is so when the limit is set", () => {
    expect(looks({ ...NONE, monthlyFee: "100" }, [withFee("140.61"), withFee("150.00")])).toEqual([
      false,
      false,
    ]);
  });

  it("says nothing while the figure is not known, and forgets nothing by it", () => {
    const unknown: AlertFigures = { ...FIGURES, standing: { ...FIGURES.standing, fee: null } };
    const limits = { ...NONE, monthlyFee: "100" };
    expect(looks(limits, [withFee("120.00"), unknown, withFee("120.00")])).toEqual([false, false, false]);
    expect(looks(limits, [withFee("30.00"), unknown, withFee("120.00")])).toEqual([false, false, true]);
  });

  it("is not held against another currency", () => {
    expect(
      looks({ ...NONE, currency: "EUR", monthlyFee: "10" }, [withFee("5.00"), withFee("50.00")]),
    ).toEqual([false, false]);
  });

  it("names what was crossed", () => {
    const limits = { ...NONE, weeklyCommissions: "50", overdue: true };
    const before: AlertMark[] = [
      { alert: "weekly-commissions", limit: "50 USD", state: "under", news: null },
      { alert: "overdue", limit: "any", state: "under", news: null },
    ];
    const overdue = {
      state: "overdue",
      amount: "40.57",
      invoices: 2,
      since: "2026-04-16",
      days: 77,
      suspensionFrom: "2026-06-16",
    } as const;
    const figures = { ...FIGURES, standing: { ...FIGURES.standing, overdue } };
    expect(lookAtAlerts(limits, figures, before).map(({ mark }) => mark.news)).toEqual([
      { alert: "weekly-commissions", amount: "75.00", currency: "USD", from: "2026-06-26", limit: "50" },
      { alert: "overdue", amount: "40.57", currency: "USD", invoices: 2, since: "2026-04-16" },
    ]);
  });

  it("of more given back than tracked is below every limit", () => {
    const week = (amount: string): AlertFigures => ({
      ...FIGURES,
      standing: { ...FIGURES.standing, commissions: { last7Days: { amount, from: "2026-06-26" } } },
    });
    expect(looks({ ...NONE, weeklyCommissions: "50" }, [week("-60.00"), week("60.00")])).toEqual([
      false,
      true,
    ]);
  });
});

describe("the earliest closing date", () => {
  const limits = { ...NONE, movedDays: 7 };

  it("is news when it moves by the days that were set, later or earlier, from where it was told last", () => {
    const days = ["2026-07-20", "2026-07-24", "2026-07-27", "2026-07-30", "2026-07-19"];
    expect(
      looks(
        limits,
        days.map((day) => withEarliest(day)),
      ),
    ).toEqual([false, false, true, false, true]);
  });

  it("does not move by the days that pass", () => {
    const passing = ["2026-07-02", "2026-07-10", "2026-08-20"].map((day) => withEarliest(day, day));
    expect(looks({ ...NONE, movedDays: 1 }, passing)).toEqual([false, false, false]);
    const reached = [withEarliest("2026-07-05", "2026-07-02"), withEarliest("2026-07-20", "2026-07-20")];
    expect(looks({ ...NONE, movedDays: 1 }, reached)).toEqual([false, false]);
  });

  it("is not moved by not being known", () => {
    const seen = [withEarliest("2026-07-20"), withEarliest(null), withEarliest("2026-07-20")];
    expect(looks(limits, seen)).toEqual([false, false, false]);
  });
});
