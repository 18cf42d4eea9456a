import { describe, expect, it } from "vitest";
import { closureReport, previewReport, statementReport } from "#app/domain/index.ts";
import { anAccount, date } from "#test/factories/account.ts";

// The worked example of S3, cell by cell: opening, payable, deduction, card, closing.
const S3 = [
  ["2026-05-12", "0.00", "0.00", "0.00", "0.00", "0.00"], // sign-up
  ["2026-05-30", "0.00", "75.00", "0.00", "75.00", "75.00"], // 75 commission tracked, 75 ≥ 30, so the card pays at once
  ["2026-06-01", "75.00", "0.00", "0.00", "0.00", "75.00"], // first full month: no fee, 75 covers the 75 owed
  ["2026-06-20", "75.00", "0.00", "75.00", "0.00", "0.00"], // the action locks: 75 − 75 = 0
  ["2026-07-01", "0.00", "30.00", "0.00", "30.00", "30.00"], // 2.5 % of 1,000 = 25 < 30, so the minimum
  ["2026-07-02", "30.00", "0.00", "30.00", "0.00", "0.00"], // the fee is settled
];

const cells = (on: string) => {
  const report = statementReport(anAccount(), {
    from: date("2026-05-12"),
    to: date("2026-07-02"),
    on: date(on),
    everyDay: false,
  });
  return {
    report,
    rows: report.days.map((d) => [d.date, d.opening, d.payable, d.deduction, d.cardCharge, d.closing]),
  };
};

describe("the story of S3", () => {
  it.each(["2026-05-12", "2026-06-25", "2026-07-02", "2026-11-20"])(
    "has every cell of the table seen from %s",
    (on) => {
      const { report, rows } = cells(on);
      expect(rows).toEqual(S3);
      // 75 + 30 = 105 in, 75 + 30 = 105 out.
      expect(report.totals).toEqual({ cardCharge: "105.00", deduction: "105.00" });
    },
  );

  it("marks exactly the days after the day it is seen from as projected", () => {
    const { report } = cells("2026-06-20");
    expect(report.days.map((day) => day.projected)).toEqual([false, false, false, false, true, true]);
  });

  it("shows all 52 days when asked for every day, the quiet ones with an unchanged balance", () => {
    const options = {
      from: date("2026-05-12"),
      to: date("2026-07-02"),
      on: date("2026-07-02"),
      everyDay: true,
    };
    const { days } = statementReport(anAccount(), options);
    expect(days).toHaveLength(52);
    expect(days.find((day) => day.date === "2026-06-10")).toMatchObject({
      opening: "75.00",
      closing: "75.00",
      notes: [],
    });
  });

  it("previews the fee of 1 July as the next charge once the commission is funded", () => {
    const report = previewReport(anAccount(), { on: date("2026-06-05") });
    expect(report.nextCardCharge).toMatchObject({ date: "2026-07-01", amount: "30.00" });
    expect(report.thisMonth).toMatchObject({
      month: "2026-06",
      fee: { low: "30.00", likely: "30.00", high: "30.00" },
      rule: "minimum",
      chargedOn: "2026-07-01",
      settledOn: "2026-07-02",
    });
    expect(report.breakEvenRevenue).toBe("1200.00");
  });

  it("goes from full refund to a delayed one when the first action is tracked", () => {
    const at = (on: string) => closureReport(anAccount(), { on: date(on) }).refund.scenario;
    expect([at("2026-05-20"), at("2026-05-29"), at("2026-05-30"), at("2026-06-25")]).toEqual([
      "A",
      "A",
      "C",
      "C",
    ]);
  });
});
