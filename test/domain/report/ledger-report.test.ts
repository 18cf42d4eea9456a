import { describe, expect, it } from "vitest";
import { ledgerReport, statementReport } from "#app/domain/index.ts";
import type { StatementDayJson, StatementReport } from "#app/domain/report/statement-report.ts";
import { anAccount, date } from "#test/factories/account.ts";

const ZERO = {
  ...{ opening: "0.00", payable: "0.00", deduction: "0.00", cardCharge: "0.00", closing: "0.00" },
  ...{ newlyOwed: "0.00", commissions: "0.00", reversed: "0.00", locking: "0.00", fee: "0.00" },
  ...{ feeDeducted: "0.00", covered: "0.00", stillToCollect: null, projected: false, notes: [] },
};
const aDay = (on: string, overrides: Partial<StatementDayJson> = {}): StatementDayJson => ({
  ...ZERO,
  date: on,
  ...overrides,
});
const statementOf = (
  days: StatementDayJson[],
  overrides: Partial<StatementReport> = {},
): StatementReport => ({
  ...statementReport(anAccount(), {
    from: date("2026-05-12"),
    to: date("2026-05-13"),
    on: date("2026-05-12"),
    everyDay: false,
  }),
  opening: null,
  days,
  ...overrides,
});
const ledger = (days: StatementDayJson[], open: string[] = [], overrides: Partial<StatementReport> = {}) =>
  ledgerReport(statementOf(days, overrides), {
    asOf: "2026-07-02",
    to: "2026-09-30",
    open: new Set(open),
  });
const ahead = (on: string, overrides: Partial<StatementDayJson> = {}) =>
  aDay(on, { projected: true, ...overrides });

// S3's story: 75.00 tracked on 30 May and charged at once, deducted on 20 June; the fee of June, 30.00, on 1 July.
const PAST = [
  aDay("2026-05-30", { newlyOwed: "75.00", commissions: "75.00", cardCharge: "75.00", closing: "75.00" }),
  aDay("2026-06-20", { locking: "75.00", deduction: "75.00" }),
  aDay("2026-07-01", { newlyOwed: "30.00", fee: "30.00", cardCharge: "30.00", closing: "30.00" }),
  aDay("2026-07-02", { feeDeducted: "30.00", deduction: "30.00", closing: "0.00" }),
];

describe("the past of a ledger", () => {
  it("is a line for each month, newest first, with sums that need none of its days", () => {
    const { months, pastSums, balance, from, to, asOf, currency, hasBalance } = ledger(PAST);
    expect({ from, to, asOf, currency, hasBalance, balance }).toEqual({
      ...{ from: "2026-05-30", to: "2026-09-30", asOf: "2026-07-02", currency: "USD" },
      ...{ hasBalance: true, balance: "0.00" },
    });
    const nothing = { newlyOwed: "0.00", commissions: "0.00", fee: "0.00", locking: "0.00", card: "0.00" };
    expect(months).toEqual([
      {
        ...{ month: "2026-07", from: "2026-07-01", to: "2026-07-02", days: 2, closing: "0.00", rows: null },
        ...{ ...nothing, newlyOwed: "30.00", fee: "30.00", card: "30.00", deduction: "30.00" },
      },
      {
        ...{ month: "2026-06", from: "2026-06-20", to: "2026-06-20", days: 1, closing: "0.00", rows: null },
        ...{ ...nothing, locking: "75.00", deduction: "75.00" },
      },
      {
        ...{ month: "2026-05", from: "2026-05-30", to: "2026-05-30", days: 1, closing: "75.00", rows: null },
        ...{ ...nothing, newlyOwed: "75.00", commissions: "75.00", card: "75.00", deduction: "0.00" },
      },
    ]);
    // README: 105.00 in total. Charged on two days.
    expect(pastSums).toEqual({
      ...{ newlyOwed: "105.00", commissions: "75.00", fee: "30.00", locking: "75.00", card: "105.00" },
      ...{ deduction: "105.00", cardDays: 2 },
    });
  });

  it("has the days of a month that is opened, newest first", () => {
    const { months } = ledger(PAST, ["2026-07"]);
    expect(months.map(({ month, rows }) => [month, rows?.map(({ date: on }) => on) ?? null])).toEqual([
      ["2026-07", ["2026-07-02", "2026-07-01"]],
      ["2026-06", null],
      ["2026-05", null],
    ]);
  });

  it("knows no sum of which one day is not known, and no balance then", () => {
    const unknown = aDay("2026-06-20", {
      cardCharge: null,
      deduction: null,
      closing: null,
      locking: "75.00",
    });
    const { months, pastSums, hasBalance, balance } = ledger([unknown]);
    expect(months[0]).toMatchObject({ card: null, deduction: null, locking: "75.00", closing: null });
    expect(pastSums).toMatchObject({ card: null, deduction: null, cardDays: 0 });
    expect([hasBalance, balance]).toEqual([false, null]);
    // One known day is a balance to show.
    expect(ledger([unknown, aDay("2026-06-21", { closing: "5.00" })])).toMatchObject({
      ...{ hasBalance: true, balance: "5.00" },
    });
    expect(ledger([])).toMatchObject({ from: null, balance: null, months: [], hasBalance: false });
  });

  it("begins with what was owed when the balance was stated, and what may still be collected of it", () => {
    const opening = { date: "2026-05-12", balance: "50.00", commissions: "486.13", fees: "0.00" };
    const first = aDay("2026-05-12", { stillToCollect: "436.13" });
    expect(ledger([first, ...PAST], [], { opening }).opening).toEqual({
      ...opening,
      stillToCollect: "436.13",
    });
    expect(ledger(PAST, [], { opening }).opening).toEqual({ ...opening, stillToCollect: null });
    expect(ledger([], [], { opening }).opening).toEqual({ ...opening, stillToCollect: null });
    expect(ledger(PAST).opening).toBeNull();
  });
});

describe("what a ledger expects", () => {
  const locks = (...days: string[]) => days.map((on) => ahead(on, { locking: "10.00", deduction: "10.00" }));
  const kinds = (rows: StatementDayJson[], open: string[] = []) =>
    ledger([...PAST, ...rows], open).expected.map((row) =>
      row.kind === "day"
        ? row.date
        : [row.from, row.to, row.days, row.locking, row.closing, row.rows?.length],
    );

  it("is one line for three days and more in a row on which actions lock and nothing else happens", () => {
    expect(kinds(locks("2026-07-03", "2026-07-04"))).toEqual(["2026-07-04", "2026-07-03"]);
    expect(kinds(locks("2026-07-03", "2026-07-04", "2026-07-06"))).toEqual([
      ["2026-07-03", "2026-07-06", 3, "30.00", "0.00", undefined],
    ]);
  });

  it("has each day of its own on which a fee is charged or deducted, or the card is", () => {
    const events = [
      ahead("2026-08-01", { fee: "30.00" }),
      ahead("2026-08-02", { feeDeducted: "30.00" }),
      ahead("2026-08-20", { cardCharge: "0.50" }),
    ];
    const before = locks("2026-07-03", "2026-07-04", "2026-07-05");
    const between = locks("2026-08-05", "2026-08-06", "2026-08-07", "2026-08-08");
    const [fee, deducted, card] = events as [StatementDayJson, StatementDayJson, StatementDayJson];
    expect(kinds([...before, fee, deducted, ...between, card])).toEqual([
      "2026-08-20",
      ["2026-08-05", "2026-08-08", 4, "40.00", "0.00", undefined],
      "2026-08-02",
      "2026-08-01",
      ["2026-07-03", "2026-07-05", 3, "30.00", "0.00", undefined],
    ]);
    expect(kinds([...before, fee, ...between], ["2026-08-05"])).toEqual([
      ["2026-08-05", "2026-08-08", 4, "40.00", "0.00", 4],
      "2026-08-01",
      ["2026-07-03", "2026-07-05", 3, "30.00", "0.00", undefined],
    ]);
  });

  it("opens a line by the day it begins, newest day first", () => {
    const [fold] = ledger(
      [...PAST, ...locks("2026-07-03", "2026-07-04", "2026-07-05")],
      ["2026-07-03"],
    ).expected;
    expect(fold?.kind === "fold" && fold.rows?.map(({ date: on }) => on)).toEqual([
      "2026-07-05",
      "2026-07-04",
      "2026-07-03",
    ]);
  });

  it("has a sum of its own, apart from the past", () => {
    const { expectedSums, pastSums, balance } = ledger([
      ...PAST,
      ahead("2026-08-01", { fee: "30.00", newlyOwed: "30.00", cardCharge: "30.00", closing: "30.00" }),
    ]);
    expect(expectedSums).toMatchObject({ fee: "30.00", newlyOwed: "30.00", card: "30.00" });
    expect(pastSums).toMatchObject({ fee: "30.00", card: "105.00" });
    expect(balance).toBe("0.00");
  });
});

it("counts in the currency's own units, and refuses one no card has", () => {
  const yen = aDay("2026-06-20", { fee: "4500", commissions: "120", cardCharge: "4620", deduction: "0" });
  const all = { ...yen, newlyOwed: "4620", locking: "0" };
  expect(ledger([all, { ...all, date: "2026-06-21" }], [], { currency: "JPY" }).pastSums).toMatchObject({
    ...{ fee: "9000", commissions: "240", card: "9240" },
  });
  expect(() => ledger(PAST, [], { currency: "XXX" })).toThrow("XXX is no currency of a card");
});
