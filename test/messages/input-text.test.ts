import { describe, expect, it } from "vitest";
import { explainFigure } from "#app/domain/index.ts";
import { inputText } from "#app/messages/input-text.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import { anAccount, date } from "#test/factories/account.ts";

const yen = anAccount({
  currency: "JPY",
  fundingBalance: { amount: "0", asOf: "2026-05-12" },
  actions: [],
});

/** What went into a figure of the yen account, in Chinese, by its English name. */
function inputsOf(figure: string) {
  const explained = explainFigure(yen, { on: date("2026-06-10"), figure });
  if (explained.outcome !== "explained") throw new Error(figure);
  const zh = translatorFor("zh-CN");
  return Object.fromEntries(explained.inputs.map((each) => [each.name, inputText(each, "JPY", zh)]));
}

describe("what went into a figure", () => {
  it("is written as amounts with their currency, months and words, in a currency without decimals too", () => {
    expect(inputsOf("preview.thisMonth.fee.likely")).toEqual({
      month: "2026年6月",
      feeBase: "JP¥0",
      knownToLock: "JP¥0",
      minimumFee: "JP¥4,709",
      minimumFeeFrom: "由美元换算（估算）",
      ratesAsOf: "2024年12月31日（周二）",
      ratePercent: "2.5",
    });
    expect(inputsOf("preview.nextCardCharge.amount")).toMatchObject({
      feeCharged: "JP¥4,709",
      owed: "JP¥4,709",
    });
  });

  it("is a day where it is one, and a number of days where it is that", () => {
    expect(inputsOf("closure.daysActive")).toEqual({ signedUp: "2026年5月12日（周二）" });
    expect(inputsOf("closure.refund.scenario")).toEqual({ daysActive: "30" });
    expect(inputsOf("preview.months.0.partnerCost")).toEqual({ lagDays: "0" });
  });

  it("is a figure of every kind: no amount is left out of the list of amounts", () => {
    const figures = [
      "statement.2026-06-10.closing",
      "preview.months.0.fee.low",
      "preview.plans",
      "preview.breakEvenRevenue",
    ];
    for (const figure of figures)
      for (const [name, text] of Object.entries(inputsOf(figure)))
        expect(`${name} ${text}`).toMatch(/¥|年|^ratePercent|^minimumFeeFrom|未知/);
  });
});
