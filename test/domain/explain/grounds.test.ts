import { describe, expect, it } from "vitest";
import { type AccountFileJson, explainFigure } from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

type File = Partial<AccountFileJson>;
/** S3's story on 25 June: 75.00 of commissions have locked on the 20th, the first fee comes on 1 July. */
const explain = (figure: string, file: File = {}) => {
  const found = explainFigure(anAccount(file), { on: date("2026-06-25"), figure });
  if (found.outcome !== "explained") throw new Error(`${figure} is no figure`);
  return found;
};
const inputsOf = (figure: string, file: File = {}) =>
  Object.fromEntries(explain(figure, file).inputs.map(({ name, value }) => [name, value]));
const idsOf = (figure: string, file: File = {}) => explain(figure, file).arithmetic.map(({ id }) => id);

const SMALL: File = {
  actions: [anAction({ payout: "10.00", trackedOn: "2026-06-05", locksOn: "2026-06-20" })],
};
const SAME_DAY: File = {
  actions: [anAction({ payout: "40.00", trackedOn: "2026-06-10", locksOn: "2026-06-10" })],
};
const ON_THE_1ST: File = { signedUpOn: "2026-05-01" };
const EURO: File = { currency: "EUR" };
const AGENCY: File = { edition: "starter-agency" };

describe("a figure of the statement", () => {
  it("has what went into it, by name", () => {
    expect(explain("statement.2026-07-01.cardCharge").inputs).toEqual(
      [
        ["opening", "0.00"],
        ["costs", "0.00"],
        ["reversed", "0.00"],
        ["locking", "0.00"],
        ["feeCharged", "30.00"],
        ["feeSettled", "0.00"],
        ["owed", "30.00"],
        ["buffer", "0.00"],
        ["minimumCharge", "30.00"],
      ].map(([name, value]) => ({ name, label: { id: `core.input.${name}` }, value })),
    );
    expect(inputsOf("statement.2026-06-20.opening", { fundingBalance: null })).toMatchObject({
      opening: null,
      locking: "75.00",
      owed: null,
    });
  });

  it("is reckoned with the amounts of its row", () => {
    expect(explain("statement.2026-06-20.payable", SMALL).arithmetic).toEqual([
      {
        id: "core.explain.statement.payable",
        values: {
          ...{ openingAmount: "0.00", payableAmount: "10.00", deductionAmount: "0.00", chargeAmount: "0.00" },
          ...{ closingAmount: "0.00", owedAmount: "10.00", dueAmount: "10.00", bufferAmount: "0.00" },
          ...{ minimumAmount: "30.00", currency: "USD" },
        },
      },
    ]);
    expect(explain("statement.2026-05-30.newlyOwed", { fundingBalance: null }).arithmetic).toEqual([
      {
        id: "core.explain.statement.newlyOwed",
        values: { costsAmount: "75.00", feeAmount: "0.00", owedAmount: "75.00", currency: "USD" },
      },
    ]);
  });

  it("is the merchant's word where it is the stated balance, and only there", () => {
    expect(idsOf("statement.2026-05-12.opening")).toEqual(["core.explain.statement.openingTold"]);
    expect(idsOf("statement.2026-05-12.closing")).toEqual(["core.explain.statement.closing"]);
    expect(idsOf("statement.2026-05-13.opening")).toEqual(["core.explain.statement.opening"]);
  });

  it.each<[string, string, File, string]>([
    ["2026-05-12", "opening", {}, "row-checked"],
    ["2026-05-12", "newlyOwed", {}, "row-signed-up"],
    ["2026-05-12", "deduction", {}, "row-signed-up"],
    ["2026-05-12", "cardCharge", {}, "row-covered"],
    ["2026-05-12", "closing", {}, "row-signed-up"],
    ["2026-05-30", "newlyOwed", {}, "row-tracked"],
    ["2026-05-30", "deduction", {}, "row-tracked"],
    ["2026-05-30", "cardCharge", {}, "card"],
    ["2026-05-30", "closing", {}, "card"],
    ["2026-06-01", "deduction", {}, "row-full-month"],
    ["2026-06-01", "closing", {}, "row-full-month"],
    ["2026-06-05", "payable", {}, "row-covered"],
    ["2026-06-05", "closing", {}, "row-covered"],
    ["2026-06-20", "payable", {}, "row-covered"],
    ["2026-06-20", "deduction", {}, "row-locked"],
    ["2026-06-20", "cardCharge", {}, "row-all-covered"],
    ["2026-06-20", "closing", {}, "row-locked"],
    ["2026-07-01", "payable", {}, "charging"],
    ["2026-07-01", "deduction", {}, "row-covered"],
    ["2026-07-01", "cardCharge", {}, "row-fee-card"],
    ["2026-07-01", "closing", {}, "card"],
    ["2026-07-02", "newlyOwed", {}, "row-covered"],
    ["2026-07-02", "deduction", {}, "charging"],
    ["2026-07-02", "closing", {}, "charging"],
    ["2026-06-05", "cardCharge", SMALL, "minimum-charge"],
    // What is tracked and locks on one day is deducted that day.
    ["2026-06-10", "closing", SAME_DAY, "row-locked"],
    // Only S3 words its example by the day.
    ["2026-07-01", "opening", AGENCY, "card"],
    ["2026-07-01", "newlyOwed", AGENCY, "charging"],
    ["2026-07-02", "newlyOwed", AGENCY, "card"],
    ["2026-07-01", "payable", AGENCY, "card"],
    ["2026-07-01", "deduction", AGENCY, "deduction"],
    ["2026-07-02", "deduction", AGENCY, "charging"],
    ["2026-07-01", "cardCharge", AGENCY, "minimum-charge"],
    ["2026-07-01", "closing", AGENCY, "deduction"],
  ])("of %s, %s has its rule (%#)", (day, column, file, rule) => {
    expect(explain(`statement.${day}.${column}`, file).rule.id).toBe(rule);
  });

  it.each<[string, string, File, string[]]>([
    ["2026-05-30", "newlyOwed", {}, ["G5"]],
    ["2026-05-30", "cardCharge", {}, ["G5", "G8"]],
    ["2026-05-30", "closing", {}, ["G5"]],
    ["2026-06-20", "payable", {}, ["G5"]],
    ["2026-06-20", "cardCharge", {}, ["G5"]],
    ["2026-06-20", "closing", {}, ["G5"]],
    ["2026-07-01", "opening", {}, ["G5"]],
    ["2026-07-01", "newlyOwed", {}, ["G1", "G3", "G5"]],
    ["2026-07-01", "payable", {}, ["G1", "G3", "G5"]],
    ["2026-07-01", "deduction", {}, ["G5"]],
    ["2026-07-01", "closing", {}, ["G5"]],
    ["2026-08-01", "newlyOwed", {}, ["G1", "G5"]],
    ["2026-07-01", "newlyOwed", AGENCY, ["G3", "G5"]],
    ["2026-07-01", "newlyOwed", EURO, ["G1", "G2", "G3", "G5"]],
    ["2026-06-10", "closing", SAME_DAY, ["G5", "G10"]],
    ["2026-06-05", "cardCharge", SMALL, ["G5", "G6"]],
    ["2026-06-05", "payable", SMALL, ["G5"]],
    ["2026-06-20", "deduction", SMALL, ["G5", "G9", "G33"]],
    ["2026-06-20", "closing", SMALL, ["G5"]],
    [
      "2026-07-01",
      "cardCharge",
      { actions: [], fundingBalance: { amount: "10.00", asOf: "2026-06-15" } },
      ["G1", "G3", "G5", "G7", "G8"],
    ],
    [
      "2026-06-03",
      "payable",
      { actions: [anAction({ state: "REVERSED", reversedOn: "2026-06-03" })] },
      ["G5", "G11"],
    ],
    [
      "2026-06-03",
      "newlyOwed",
      { actions: [anAction({ state: "REVERSED", reversedOn: "2026-06-03" })] },
      ["G5"],
    ],
  ])("of %s, %s rests on no other gaps (%#)", (day, column, file, gaps) => {
    expect(explain(`statement.${day}.${column}`, file).assumptions).toEqual(gaps);
  });
});

describe("a figure of the preview", () => {
  it("names what went into a fee, and the rates where it is an estimate", () => {
    const known = { month: "2026-06", feeBase: "1000.00", knownToLock: "1000.00" };
    expect(inputsOf("preview.thisMonth.fee.low")).toEqual({
      ...known,
      ...{ minimumFee: "30.00", minimumFeeFrom: "plan", ratePercent: "2.5" },
    });
    expect(inputsOf("preview.thisMonth.fee.low", EURO)).toMatchObject({
      minimumFeeFrom: "estimate",
      ratesAsOf: "2024-12-31",
    });
    expect(inputsOf("preview.thisMonth.fee.low", { actions: null })).toMatchObject({
      feeBase: null,
      knownToLock: null,
    });
  });

  it("names what new actions may add, from three full months on", () => {
    const monthly = ["03", "04", "05"].map((month) =>
      anAction({ id: month, trackedOn: `2026-${month}-01`, locksOn: `2026-${month}-01` }),
    );
    const file: File = { signedUpOn: "2026-01-12", actions: monthly, contracts: null };
    // 3,000 of revenue in the 92 days of March to May; of June, 5 are left.
    expect(inputsOf("preview.thisMonth.fee.likely", file).newExpected).toBe("163.04");
  });

  it("shows the formula of a flat fee with what it includes", () => {
    expect(explain("preview.thisMonth.fee.low", { edition: "essentials" }).arithmetic[0]).toEqual({
      id: "core.explain.fee.flat-plus-excess",
      values: {
        ...{ percent: 20, baseAmount: "0.00", shareAmount: "0.00", minimumAmount: "500.00" },
        ...{ includedAmount: "2500.00", feeAmount: "500.00", currency: "USD" },
      },
    });
  });

  it.each<[string, File, string, string[], string[]]>([
    [
      "thisMonth.fee.low",
      {},
      "fee",
      ["core.explain.fee.greater-of", "core.preview.method.agree"],
      ["G1", "G3", "G5"],
    ],
    [
      "thisMonth.fee.low",
      ON_THE_1ST,
      "fee",
      ["core.explain.fee.greater-of", "core.preview.method.agree"],
      ["G1", "G3", "G4", "G5"],
    ],
    [
      "months.2026-07.fee.low",
      ON_THE_1ST,
      "fee",
      ["core.explain.fee.greater-of", "core.preview.method.agree"],
      ["G1", "G5"],
    ],
    ["firstFee.expected", {}, "first-fee", ["core.explain.firstFee"], ["G5"]],
    ["firstFee.earliest", ON_THE_1ST, "first-fee", ["core.explain.firstFeeOnThe1st"], ["G4", "G5"]],
    ["breakEvenRevenue", {}, "fee", ["core.explain.breakEven"], ["G1"]],
    ["breakEvenRevenue", EURO, "fee", ["core.explain.breakEven"], ["G1", "G2"]],
    [
      "nextCardCharge.amount",
      {},
      "row-fee-card",
      ["core.preview.charge.fee", "core.explain.statement.cardCharge"],
      ["G1", "G3", "G5", "G8"],
    ],
    [
      "nextCardCharge",
      { actions: [], fundingBalance: { amount: "5000.00", asOf: "2026-05-12" } },
      "card",
      ["core.preview.charge.none"],
      ["G6"],
    ],
    ["past.sum", {}, "fee", ["core.explain.past"], ["G1"]],
    ["year.fee.low", {}, "fee", ["core.explain.year"], ["G1"]],
    ["year.fee.low", EURO, "fee", ["core.explain.year"], ["G1", "G2"]],
    ["usualMonth.revenue", {}, "fee", ["core.explain.plans.this-month"], ["G1"]],
    ["plans.starter.fee", { actions: null }, "fee", ["core.explain.plans.unknown"], ["G1"]],
    ["months.2026-07.partnerCost", {}, "deduction", ["core.explain.partnerCost"], ["G5", "G9"]],
    ["months.2026-07.cardCharges", {}, "card", ["core.explain.cardCharges"], ["G6", "G8"]],
  ])("%s has its rule, arithmetic and gaps (%#)", (figure, file, rule, ids, gaps) => {
    const found = explain(`preview.${figure}`, file);
    expect([found.rule.id, found.arithmetic.map(({ id }) => id), found.assumptions]).toEqual([
      rule,
      ids,
      gaps,
    ]);
  });

  it("has the days and amounts of the first fee and of breaking even", () => {
    expect(explain("preview.firstFee.earliest", ON_THE_1ST)).toMatchObject({
      inputs: [{ name: "signedUp", value: "2026-05-01" }],
      arithmetic: [
        { values: { signedUpOn: "2026-05-01", expectedOn: "2026-07-01", earliestOn: "2026-06-01" } },
      ],
    });
    expect(explain("preview.breakEvenRevenue")).toMatchObject({
      inputs: [
        { name: "minimumFee", value: "30.00" },
        { name: "ratePercent", value: "2.5" },
      ],
      arithmetic: [{ values: { minimumAmount: "30.00", percent: 2.5, currency: "USD" } }],
    });
  });

  it("has what the others are summed or compared from", () => {
    expect(inputsOf("preview.year.fee.low")).toEqual({ minimumFee: "30.00" });
    expect(inputsOf("preview.usualMonth.revenue")).toEqual({ usualRevenue: "1000.00", usualPayout: "75.00" });
    expect(inputsOf("preview.plans.starter.fee", { actions: null })).toEqual({
      usualRevenue: null,
      usualPayout: null,
    });
    // From 30 May to 20 June.
    expect(inputsOf("preview.months.2026-07.partnerCost")).toEqual({ lagDays: "21" });
  });
});

describe("a figure of the closing", () => {
  it.each<[string, File, string[], string[]]>([
    ["refund.refundBy", {}, ["core.explain.refundBy"], ["G25"]],
    [
      "refund.scenario",
      {},
      ["core.explain.daysActive", "core.refund.text.paid", "core.refund.warning.feesKept"],
      ["G22", "G23", "G26"],
    ],
    // Where nobody knows the actions no row of S0's table applies, and no day counts.
    ["refund.scenario", { actions: null }, ["core.refund.text.unknown"], ["G21", "G22", "G26"]],
    ["daysActive", {}, ["core.explain.daysActive"], ["G5", "G23"]],
    ["earliestClosing.date", {}, ["core.earliest.nothingHolds"], ["G5", "G9", "G20"]],
    ["route", {}, ["core.explain.route.ticket"], ["G12", "G13"]],
    ["trial.status", {}, ["core.trial.costs"], ["G12", "G13"]],
    ["checklist.pay-actions.status", {}, ["core.checklist.funded"], ["G9"]],
    ["checklist.2.status", {}, ["core.checklist.funded"], ["G9"]],
    ["checklist.expire-contracts.status", {}, [], []],
    ["checklist.delete-catalogs.status", {}, [], ["G17", "G28"]],
    ["checklist.refund-form.status", {}, [], ["G17", "G28"]],
    [
      "checklist.delete-catalogs.status",
      { catalogs: [{ id: "C-1", name: "Main", status: "ACTIVE" }] },
      ["core.checklist.catalog"],
      ["G17", "G28"],
    ],
    [
      "whoPays.0.payer",
      {},
      [
        "core.pays.partner-costs",
        "core.pays.fees",
        "core.pays.closing-month-fee",
        "core.pays.actions-after-closing",
        "core.pays.locked-after-expiry",
        "core.pays.remaining-balance",
      ],
      ["G27"],
    ],
    ["costToClose.cheapest", {}, ["core.explain.costToClose"], ["G22", "G27"]],
    [
      "costToClose.days.2026-07-16.fees",
      { fundingBalance: null },
      ["core.explain.cost.month", "core.explain.cost.month", "core.explain.costToClose"],
      ["G22", "G27"],
    ],
  ])("%s has its arithmetic and gaps (%#)", (figure, file, ids, gaps) => {
    const found = explain(`closure.${figure}`, file);
    expect([found.arithmetic.map(({ id }) => id), found.assumptions]).toEqual([ids, gaps]);
  });

  it("has the days and numbers that went into it", () => {
    expect(explain("closure.refund.refundBy").arithmetic).toEqual([
      { id: "core.explain.refundBy", values: { days: 10 } },
    ]);
    expect(inputsOf("closure.refund.refundBy")).toEqual({ earliestClosing: "2026-06-25" });
    expect(inputsOf("closure.refund.scenario")).toEqual({ daysActive: "45" });
    expect(explain("closure.daysActive")).toMatchObject({
      inputs: [{ name: "signedUp", value: "2026-05-12" }],
      arithmetic: [{ values: { signedUpOn: "2026-05-12", countedOn: "2026-06-25", days: 45 } }],
    });
    expect(inputsOf("closure.earliestClosing.date", { actions: null })).toEqual({ earliestClosing: null });
    expect(inputsOf("closure.costToClose.cheapest")).toEqual({ earliestClosing: "2026-06-25" });
    expect(inputsOf("closure.costToClose.days.2026-07-16.net")).toEqual({
      ...{ earliestClosing: "2026-06-25", closesOn: "2026-07-16", fees: "60.00" },
    });
    expect(inputsOf("closure.costToClose.days.21.net")).toMatchObject({ closesOn: "2026-07-16" });
  });

  it.each<[string, File, string]>([
    ["refund.refundBy", {}, "refund-by"],
    ["refund.scenario", {}, "refund"],
    ["daysActive", {}, "refund"],
    ["earliestClosing.date", {}, "earliest-closing"],
    ["route", {}, "route"],
    ["trial.status", {}, "trial"],
    ["whoPays.0.payer", {}, "closing-costs"],
    ["costToClose.cheapest", {}, "closing-costs"],
    ["checklist.contact-support.status", {}, "starter-checklist"],
    ["checklist.contact-support.status", { edition: "essentials" }, "brand-checklist"],
    ["checklist.contact-support.status", { kind: "partner" }, "partner-checklist"],
  ])("%s has its rule, that of the checklist by the kind of account (%#)", (figure, file, rule) => {
    expect(explain(`closure.${figure}`, file).rule.id).toBe(rule);
  });
});

it("finds nothing by the name of what every object has, nor by a name that is too long", () => {
  const outcome = (figure: string) => explainFigure(anAccount(), { on: date("2026-06-25"), figure }).outcome;
  expect(outcome("closure.refund.constructor")).toBe("unknown-figure");
  expect(outcome("closure.refund.scenario.length")).toBe("unknown-figure");
  expect(outcome(`closure.refund.scenario.${"x".repeat(97)}`)).toBe("unknown-figure");
});
