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
      rule: { id: "row-fee-card", version: "1" },
      arithmetic: [
        { id: "core.explain.statement.cardCharge", values: { owedAmount: "30.00", chargeAmount: "30.00" } },
      ],
    });
    if (explained.outcome === "explained")
      expect(explained.rule.quotes[0]?.text).toContain("不足以覆盖 impact.com 费用");
  });

  // S3's example, row by row: the sentence that stands beside the row, and no other.
  it.each([
    ["2026-05-12", "payable", "您注册 impact.com Starter Edition"],
    ["2026-05-30", "payable", "因为这些行动已经被跟踪"],
    ["2026-05-30", "cardCharge", "扣收您的信用卡，以向您的资金账户补足所需金额"],
    ["2026-06-01", "payable", "首个完整日历月开始。此时尚未产生 impact.com 费用"],
    ["2026-06-01", "cardCharge", "资金账户余额现在足以覆盖合作伙伴成本"],
    ["2026-06-20", "deduction", "5 月 30 日跟踪到的行动于 6 月 20 日锁定"],
    ["2026-06-20", "cardCharge", "所有费用均已覆盖，因此不会发生自动扣款"],
    ["2026-05-30", "newlyOwed", "因为这些行动已经被跟踪"],
    ["2026-07-01", "newlyOwed", "首笔每月使用费今天收取"],
    ["2026-07-01", "payable", "您的每月使用费将于每月 1 日收取，以覆盖前一个月的使用"],
    ["2026-07-02", "deduction", "会在 7 月 2 日结清"],
  ])("quotes the sentence of the row for %s, %s", (day, column, words) => {
    const explained = explain(`statement.${day}.${column}`);
    expect(
      explained.outcome === "explained" && explained.rule.quotes.map(({ text }) => text).join(),
    ).toContain(words);
  });

  it("names under a figure only what it rests on", () => {
    const assumed = (figure: string) => {
      const explained = explain(figure);
      return explained.outcome === "explained" ? explained.assumptions : null;
    };
    expect(assumed("statement.2026-06-20.deduction")).toEqual(["G5", "G9"]);
    expect(assumed("statement.2026-06-20.opening")).toEqual(["G5"]);
    expect(assumed("statement.2026-07-01.cardCharge")).toEqual(["G1", "G3", "G5", "G8"]);
    expect(assumed("closure.refund.refundBy")).toEqual(["G25"]);
    expect(assumed("preview.months.2026-08.fee.low")).toEqual(["G1", "G5"]);
  });

  it("reckons the cost of a closing day before the reader's eyes", () => {
    // On 25 June the balance is 0.00 and the commission is deducted; June's and July's minimum are still to pay.
    const explained = explain("closure.costToClose.days.2026-07-16.net");
    expect(explained).toMatchObject({
      value: "60.00",
      arithmetic: [
        { id: "core.explain.cost.month", values: { coveredMonth: "2026-06", feeAmount: "30.00" } },
        { id: "core.explain.cost.month", values: { coveredMonth: "2026-07", feeAmount: "30.00" } },
        {
          id: "core.explain.cost.sum",
          values: { feesAmount: "60.00", costsAmount: "0.00", balanceAmount: "0.00", netAmount: "60.00" },
        },
      ],
    });
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
