import { describe, expect, it } from "vitest";
import { closureReport, explainFigure, previewReport } from "#app/domain/index.ts";
import { anAccount, date } from "#test/factories/account.ts";

const on = date("2026-06-25");
const explain = (figure: string, account = anAccount()) => explainFigure(account, { on, figure });

/** Every path to a text, number or yes/no of a report. */
function leaves(value: unknown, path: string): string[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

describe("explainFigure", () => {
  it("gives inputs, rule, words and arithmetic behind a card charge", () => {
    const explained = explain("statement.2026-07-01.cardCharge");
    expect(explained).toMatchObject({
      outcome: "explained",
      value: "30.00",
      rule: { id: "minimum-charge", version: "1" },
      arithmetic: [
        { id: "core.explain.statement.cardCharge", values: { owedAmount: "30.00", chargeAmount: "30.00" } },
      ],
    });
    if (explained.outcome === "explained") expect(explained.rule.quotes[0]?.text).toContain("最低扣款金额");
  });

  it("gives the formula behind a fee", () => {
    // 2.5 % of 1,000 = 25 < 30.
    expect(explain("preview.thisMonth.fee.likely")).toMatchObject({
      value: "30.00",
      rule: { id: "fee" },
      arithmetic: [
        {
          id: "core.explain.fee.greater-of",
          values: {
            percent: 2.5,
            baseAmount: "1000.00",
            shareAmount: "25.00",
            minimumAmount: "30.00",
            feeAmount: "30.00",
          },
        },
        { id: "core.preview.method.agree" },
      ],
    });
  });

  it.each([
    ["preview.months.2026-08.fee.low", "30.00"],
    ["preview.months[1].fee.low", "30.00"],
    ["preview.nextCardCharge.amount", "30.00"],
    ["preview.firstFee.expected", "2026-07-01"],
    ["preview.breakEvenRevenue", "1200.00"],
    ["preview.plans.essentials.fee", "500.00"],
    ["closure.refund.scenario", "C"],
    ["closure.daysActive", 45],
    ["closure.costToClose.days.2026-06-25.fees", "30.00"],
    ["statement.2026-06-20.deduction", "75.00"],
    ["statement.days.2026-06-20.deduction", "75.00"],
    ["thisMonth.fee.high", "30.00"],
    ["refund.scenario", "C"],
    ["days.2026-07-01.payable", "30.00"],
    ["closure.checklist.pay-actions.status", "funded"],
    ["closure.whoPays.fees.payer", "merchant"],
  ])("finds %s", (figure, value) => {
    expect(explain(figure)).toMatchObject({ outcome: "explained", figure, value });
  });

  it("explains every single figure of the preview and the closure report", () => {
    const preview = leaves(previewReport(anAccount(), { on }), "preview");
    const closure = leaves(closureReport(anAccount(), { on }), "closure");
    const figures = [...preview, ...closure].filter(
      (path) => !/(assumptions|closure\.plan|asOf|currency)(\.|$)/.test(path),
    );
    expect(figures.length).toBeGreaterThan(100);
    const sample = figures.filter((path) => !/days\.\d+\./.test(path) || path.includes("days.5."));
    expect(sample.filter((figure) => explain(figure).outcome !== "explained")).toEqual([]);
  });

  it.each([
    "",
    "fee",
    "preview.nothing",
    "preview.months.2031-01.fee.low",
    "statement.2026-07-01.notes",
    "statement.yesterday.opening",
  ])("names the accepted figures when asked for %j", (figure) => {
    expect(explain(figure)).toMatchObject({
      outcome: "unknown-figure",
      figure,
      accepted: expect.arrayContaining([expect.stringContaining("preview.")]),
    });
  });

  it("says that amounts are unknown when the balance is", () => {
    const explained = explain("statement.2026-07-01.cardCharge", anAccount({ fundingBalance: null }));
    expect(explained).toMatchObject({
      value: null,
      arithmetic: [{ id: "core.statement.balanceUnknown", values: { missing: "balance" } }],
    });
  });
});
