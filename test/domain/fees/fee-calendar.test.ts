import { describe, expect, it } from "vitest";
import { type AccountFileJson, previewReport, statementReport } from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

type Case = {
  name: string;
  file: Partial<AccountFileJson>;
  /** Revenue with the days it was tracked and locked on. */
  sales: [amount: string, trackedOn: string, locksOn: string][];
  /** Days on which a fee is charged, and how much. */
  fees: [day: string, amount: string][];
};

// Every amount worked out by hand: the larger of the minimum and 2.5 %, half a minor unit rounded up (S3).
const CASES: Case[] = [
  {
    name: "S3's own: 12 May, so June is the first full month",
    file: { signedUpOn: "2026-05-12" },
    sales: [["1000.00", "2026-05-30", "2026-06-20"]],
    fees: [
      ["2026-07-01", "30.00"],
      ["2026-08-01", "30.00"],
    ],
  },
  {
    name: "29 February: March is the first full month, and what locked on the 29th counts for it (G3)",
    file: { signedUpOn: "2028-02-29" },
    // 2.5 % × (400 + 1,000.20) = 35.005 → 35.01
    sales: [
      ["400.00", "2028-02-29", "2028-02-29"],
      ["1000.20", "2028-03-01", "2028-03-31"],
    ],
    fees: [
      ["2028-04-01", "35.01"],
      ["2028-05-01", "30.00"],
    ],
  },
  {
    name: "the last day of January, in a February of 28 days",
    file: { signedUpOn: "2026-01-31" },
    sales: [["1200.00", "2026-02-01", "2026-02-28"]], // exactly the minimum
    fees: [
      ["2026-03-01", "30.00"],
      ["2026-04-01", "30.00"],
    ],
  },
  {
    name: "across the end of the year, a lock on 31 December being December's",
    file: { signedUpOn: "2026-10-15" },
    sales: [
      ["2000.00", "2026-12-01", "2026-12-31"], // 50.00 for December
      ["3000.00", "2026-12-01", "2027-01-01"], // 75.00 for January
    ],
    fees: [
      ["2026-12-01", "30.00"],
      ["2027-01-01", "50.00"],
      ["2027-02-01", "75.00"],
    ],
  },
  {
    name: "the days on which clocks change are days like others",
    // New York: 8 March and 1 November 2026.
    file: { signedUpOn: "2026-01-10", timeZone: "America/New_York" },
    sales: [
      ["4000.00", "2026-03-08", "2026-03-08"], // 100.00 for March
      ["8000.00", "2026-03-07", "2026-11-01"], // 200.00 for November
    ],
    fees: [
      ["2026-03-01", "30.00"],
      ["2026-04-01", "100.00"],
      ["2026-12-01", "200.00"],
    ],
  },
  {
    name: "half a cent is rounded up, less is rounded down",
    file: { signedUpOn: "2026-05-12" },
    sales: [
      ["1200.19", "2026-06-01", "2026-06-02"], // 30.00475 → 30.00
      ["1200.20", "2026-06-01", "2026-07-02"], // 30.005 → 30.01
      ["1200.59", "2026-06-01", "2026-08-02"], // 30.01475 → 30.01
      ["1200.60", "2026-06-01", "2026-09-02"], // 30.015 → 30.02
    ],
    fees: [
      ["2026-07-01", "30.00"],
      ["2026-08-01", "30.01"],
      ["2026-09-01", "30.01"],
      ["2026-10-01", "30.02"],
    ],
  },
  {
    name: "yen have no decimals: half a yen is rounded up to a yen",
    // 30 USD ÷ 1.0389 × 163.06 = 4,708.63 → 4,709
    file: { signedUpOn: "2026-05-12", currency: "JPY", fundingBalance: { amount: "0", asOf: "2026-05-12" } },
    sales: [
      ["188379", "2026-06-01", "2026-06-02"], // 4,709.475 → 4,709
      ["188380", "2026-06-01", "2026-07-02"], // 4,709.5 → 4,710
      ["188420", "2026-06-01", "2026-08-02"], // 4,710.5 → 4,711
    ],
    fees: [
      ["2026-07-01", "4709"],
      ["2026-08-01", "4710"],
      ["2026-09-01", "4711"],
    ],
  },
  {
    name: "euros: 30 USD at the dated rate, until the percentage is more",
    // 30 ÷ 1.0389 = 28.877 → 28.88
    file: { signedUpOn: "2026-05-12", currency: "EUR" },
    sales: [
      ["1155.20", "2026-06-01", "2026-06-02"], // 28.88
      ["1155.40", "2026-06-01", "2026-07-02"], // 28.885 → 28.89
    ],
    fees: [
      ["2026-07-01", "28.88"],
      ["2026-08-01", "28.89"],
    ],
  },
  {
    name: "a minimum that the merchant read is the merchant's own (G2)",
    file: { signedUpOn: "2026-05-12", currency: "SEK", minimumFee: "350.00" },
    sales: [["14000.20", "2026-06-01", "2026-07-15"]], // 350.005 → 350.01
    fees: [
      ["2026-07-01", "350.00"],
      ["2026-08-01", "350.01"],
    ],
  },
  {
    name: "Starter Agency takes a fifth of the commissions, a tenth of these sales",
    file: { signedUpOn: "2026-05-12", edition: "starter-agency" },
    sales: [
      ["1500.00", "2026-06-01", "2026-06-02"], // 20 % × 150 = 30
      ["1500.30", "2026-06-01", "2026-07-02"], // 20 % × 150.03 = 30.006 → 30.01
    ],
    fees: [
      ["2026-07-01", "30.00"],
      ["2026-08-01", "30.01"],
    ],
  },
  {
    name: "Essentials includes 2,500 of commissions and takes a fifth of the rest",
    file: { signedUpOn: "2026-05-12", edition: "essentials" },
    sales: [
      ["25000.00", "2026-06-01", "2026-06-02"], // 2,500 of commissions: 500
      ["25010.00", "2026-06-01", "2026-07-02"], // 2,501: 500.20
    ],
    fees: [
      ["2026-07-01", "500.00"],
      ["2026-08-01", "500.20"],
    ],
  },
];

const tenth = (amount: string) => {
  const minor = BigInt(amount.replace(".", "")) / 10n;
  return amount.includes(".") ? `${minor / 100n}.${String(minor % 100n).padStart(2, "0")}` : String(minor);
};

const accountOf = ({ file, sales }: Case) =>
  anAccount({
    ...file,
    fundingBalance: file.fundingBalance ?? { amount: "0.00", asOf: file.signedUpOn ?? "" },
    actions: sales.map(([amount, trackedOn, locksOn], index) =>
      anAction({ id: `${index}`, state: "APPROVED", amount, payout: tenth(amount), trackedOn, locksOn }),
    ),
  });

describe("fees over the calendar", () => {
  it.each(CASES)("$name", (each) => {
    const account = accountOf(each);
    const last = date(each.fees.at(-1)?.[0] ?? "");
    const options = { from: date(each.file.signedUpOn ?? ""), to: last, on: last.add({ months: 1 }) };
    const { days } = statementReport(account, { ...options, everyDay: true });
    const fees = days.flatMap(({ date: day, notes }) =>
      notes
        .filter(({ id }) => id === "core.statement.feeCharged")
        .map(({ values }): [string, unknown] => [day, values?.feeAmount]),
    );
    expect(fees.map(([day]) => day)).toEqual(fees.map(([day]) => `${day.slice(0, 8)}01`));
    expect(fees[0]?.[0]).toBe(each.fees[0]?.[0]);
    for (const fee of each.fees) expect(fees).toContainEqual(fee);
    // Every fee leaves the account on the 2nd, and the next one is announced with its day.
    for (const [day, amount] of each.fees.slice(0, -1)) {
      const settled = days.find((entry) => entry.date === `${day.slice(0, 8)}02`);
      expect(settled?.notes).toContainEqual(
        expect.objectContaining({
          id: "core.statement.feeSettled",
          values: expect.objectContaining({ feeAmount: amount }),
        }),
      );
    }
    const { thisMonth } = previewReport(account, { on: last.subtract({ days: 1 }) });
    expect([thisMonth.chargedOn, thisMonth.settledOn]).toEqual([
      last.toString(),
      last.add({ days: 1 }).toString(),
    ]);
  });
});
