import { describe, expect, it } from "vitest";
import { overdueReport, standingReport } from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

type File = Parameters<typeof anAccount>[0];
const standing = (on: string, file: File = {}) => standingReport(anAccount(file), { on: date(on) });

describe("where S3's account stands", () => {
  it("shows the charge of 30 May on 30 May, beside the fee to come", () => {
    expect(standing("2026-05-30")).toMatchObject({
      fee: { today: null, next: { date: "2026-07-01", amount: "30.00", bound: "atLeast" } },
      commissions: { today: "75.00", last30Days: { amount: "75.00", from: "2026-05-12" } },
      cardToday: "75.00",
    });
  });

  it("shows the fee of 1 July on 1 July, and the next one after it", () => {
    expect(standing("2026-07-01")).toMatchObject({
      fee: {
        today: { date: "2026-07-01", amount: "30.00", bound: "about", coveredMonth: "2026-06" },
        next: { date: "2026-08-01", amount: "30.00", coveredMonth: "2026-07" },
      },
      cardToday: "30.00",
    });
    expect(standing("2026-07-02")).toMatchObject({ fee: { today: null }, cardToday: "0.00" });
    // No fee has begun on 1 June: the first one is that of 1 July.
    expect(standing("2026-06-01").fee.today).toBeNull();
  });

  it("counts 30 days with today, and no reversed action", () => {
    const actions = [
      anAction({ id: "1", trackedOn: "2026-06-03", locksOn: null, payout: "10.00" }),
      anAction({ id: "2", trackedOn: "2026-06-02", locksOn: null, payout: "7.00" }),
      anAction({ id: "3", trackedOn: "2026-06-20", locksOn: null, payout: "5.00" }),
      anAction({
        id: "4",
        trackedOn: "2026-06-20",
        locksOn: null,
        state: "REVERSED",
        reversedOn: "2026-06-22",
      }),
    ];
    // 3 June to 2 July are 30 days: 10 + 5.
    expect(standing("2026-07-02", { actions }).commissions.last30Days).toEqual({
      amount: "15.00",
      from: "2026-06-03",
    });
    // Of the week to 26 June: the 5 of the 20th; a week later nothing.
    expect(standing("2026-06-26", { actions }).commissions.last7Days).toEqual({
      amount: "5.00",
      from: "2026-06-20",
    });
    expect(standing("2026-06-27", { actions }).commissions.last7Days?.amount).toBe("0.00");
  });

  it("calls no charge a fact on the day a balance was read (D4)", () => {
    expect(
      standing("2026-07-01", { fundingBalance: { amount: "0.00", asOf: "2026-07-01" } }).cardToday,
    ).toBeNull();
    expect(standing("2026-07-01", { fundingBalance: null }).cardToday).toBeNull();
  });

  it("expects commissions until the next fee only with three full months of history, and a running contract", () => {
    // 31 + 30 + 31 = 92 days of May to July with 92.00 in all: 1.00 a day, 21 days left after 10 August.
    const actions = ["2026-05-05", "2026-06-05", "2026-07-05"].map((trackedOn, index) =>
      anAction({ id: `${index}`, trackedOn, locksOn: null, payout: ["31.00", "30.00", "31.00"][index] }),
    );
    const file = { signedUpOn: "2026-04-12", fundingBalance: null, actions };
    const contract = { id: "C1", partner: "Blog", status: "ACTIVE" as const, endsOn: null };
    expect(standing("2026-07-10", { ...file, contracts: [contract] }).commissions.untilNextFee).toBeNull();
    expect(standing("2026-08-10", { ...file, contracts: [contract] }).commissions.untilNextFee).toEqual({
      amount: "21.00",
      from: "2026-08-11",
    });
    expect(standing("2026-08-10", { ...file, contracts: null }).commissions.untilNextFee?.amount).toBe(
      "21.00",
    );
    expect(standing("2026-08-10", { ...file, contracts: [] }).commissions.untilNextFee?.amount).toBe("0.00");
  });

  it("knows nothing of commissions where the actions were never read, and the least fee all the same", () => {
    expect(standing("2026-06-25", { actions: null })).toMatchObject({
      fee: { next: { date: "2026-07-01", amount: "30.00", bound: "atLeast" } },
      commissions: { today: null, last30Days: null, last7Days: null, untilNextFee: null },
    });
  });
});

describe("what staying costs (D3)", () => {
  it("is at least the minimum, twelve times a year; converted, at least about", () => {
    expect(standing("2026-06-25").staying.minimum).toEqual({
      perMonth: "30.00",
      perYear: "360.00",
      bound: "atLeast",
    });
    // In the month of sign-up, which has no fee, the next twelve months have eleven.
    expect(standing("2026-05-12").staying.minimum).toMatchObject({ perMonth: "30.00", perYear: "330.00" });
    const euro = standing("2026-06-25", { currency: "EUR", actions: [] });
    expect(euro.staying.minimum.bound).toBe("atLeastAbout");
    expect(euro.fee.next?.bound).toBe("atLeastAbout");
    expect(
      standing("2026-06-25", { currency: "EUR", minimumFee: "27.00", actions: [] }).staying.minimum,
    ).toEqual({
      perMonth: "27.00",
      perYear: "324.00",
      bound: "atLeast",
    });
  });

  it("names what the last three full months cost where that is more", () => {
    // 2.5 % of 4,000 = 100 in June; 30 in May and July: 160 ÷ 3.
    const actions = [anAction({ trackedOn: "2026-06-01", locksOn: "2026-06-20", amount: "4000.00" })];
    const file = { signedUpOn: "2026-04-12", fundingBalance: null, actions };
    expect(standing("2026-08-10", file).staying.lastMonths).toEqual({ perMonth: "53.33" });
    expect(standing("2026-08-10", { ...file, actions: [] }).staying.lastMonths).toBeNull();
    expect(standing("2026-07-10", file).staying.lastMonths).toBeNull();
  });
});

describe("what the last months cost", () => {
  const file = {
    signedUpOn: "2026-03-12",
    fundingBalance: null,
    actions: [
      anAction({ id: "1", trackedOn: "2026-04-01", locksOn: "2026-04-20", amount: "9000.00" }),
      anAction({ id: "2", trackedOn: "2026-06-01", locksOn: "2026-06-20", amount: "4000.00" }),
    ],
  };

  it("is of the last three only, however long the history", () => {
    // 30 in May, 100 in June, 30 in July; April's 225 are not among them.
    expect(standing("2026-08-10", file).staying.lastMonths).toEqual({ perMonth: "53.33" });
  });

  it("is nothing for a partner, and not known without actions", () => {
    expect(standing("2026-08-10", { ...file, kind: "partner" }).staying.lastMonths).toBeNull();
    expect(standing("2026-08-10", { ...file, actions: null }).staying.lastMonths).toBeNull();
  });
});

it("counts as today's commissions only what was tracked today, and nothing of later days", () => {
  const actions = [anAction({ id: "1", trackedOn: "2026-06-20" }), anAction({ id: "2" })];
  const { commissions } = standing("2026-06-10", { actions });
  expect(commissions).toMatchObject({
    today: "0.00",
    last30Days: { amount: "75.00", from: "2026-05-12" },
    last7Days: { amount: "0.00", from: "2026-06-04" },
  });
});

it("knows what is overdue by the invoices alone", () => {
  const { invoices, currency } = anAccount({
    invoices: [{ id: "1", dueOn: "2026-05-10", total: "328.00", status: "PENDING", paidOn: null }],
  });
  expect(overdueReport({ invoices, currency }, { on: date("2026-05-12") })).toEqual({
    asOf: "2026-05-12",
    currency: "USD",
    overdue: {
      state: "overdue",
      amount: "328.00",
      invoices: 1,
      since: "2026-05-10",
      days: 2,
      suspensionFrom: "2026-07-10",
    },
  });
});

describe("what is overdue", () => {
  const invoice = (id: string, dueOn: string, change: object = {}) => ({
    id,
    dueOn,
    total: "328.00",
    status: "OVERDUE" as const,
    paidOn: null,
    ...change,
  });
  const invoices = [
    invoice("1", "2026-02-01"),
    invoice("2", "2026-03-01"),
    invoice("3", "2026-04-01", { status: "PENDING" as const }),
    invoice("4", "2026-05-12", { status: "PENDING" as const }),
    invoice("5", "2026-01-01", { status: "PAID" as const, paidOn: "2026-01-03" }),
  ];

  it("is the sum of the invoices past their day, since the oldest, and when 60 days are over", () => {
    // 1 February to 12 May: 27 + 31 + 30 + 12 = 100 days; the 61st after 1 February is 3 April.
    expect(standing("2026-05-12", { invoices }).overdue).toEqual({
      state: "overdue",
      amount: "984.00",
      invoices: 3,
      since: "2026-02-01",
      days: 100,
      suspensionFrom: "2026-04-03",
    });
  });

  it("is nothing before an invoice's day has gone by, and not known where no invoices were read", () => {
    expect(standing("2026-05-12", { invoices: [invoice("4", "2026-05-12")] }).overdue).toEqual({
      state: "none",
    });
    expect(standing("2026-05-12", { invoices: null }).overdue).toEqual({ state: "unknown" });
  });
});

it("is no fee for a partner (S2)", () => {
  expect(standing("2026-06-25", { kind: "partner" }).fee).toEqual({
    today: null,
    next: null,
    earlierOn: null,
  });
});

it("names both days of a first fee while the earlier is ahead (G4)", () => {
  expect(standing("2026-06-25", { signedUpOn: "2026-06-01" }).fee).toMatchObject({
    earlierOn: "2026-07-01",
    next: { date: "2026-08-01" },
  });
  expect(standing("2026-07-01", { signedUpOn: "2026-06-01" }).fee.earlierOn).toBeNull();
});
