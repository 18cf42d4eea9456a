import { describe, expect, it } from "vitest";
import { type AccountFileJson, previewReport } from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

type File = Partial<AccountFileJson>;
const preview = (file: File, on: string, options = {}) =>
  previewReport(anAccount({ contracts: null, ...file }), { on: date(on), ...options });

/** One sale on the 5th of each month from June on, locking ten days later; commission a tenth. */
const monthly = (...revenues: number[]) =>
  revenues.map((revenue, index) => {
    const month = String(6 + index).padStart(2, "0");
    return anAction({
      ...{ id: `${index}`, amount: `${revenue}.00`, payout: `${revenue / 10}.00` },
      ...{ trackedOn: `2026-${month}-05`, locksOn: `2026-${month}-15` },
    });
  });
const balance = (amount: string, asOf = "2026-05-12") => ({ fundingBalance: { amount, asOf } });
const small = anAction({ payout: "10.00", trackedOn: "2026-06-05", locksOn: "2026-07-20" });

// S3's story: 75.00 tracked on 30 May was charged that day; the first fee, of June, is 30.00.
describe("the next charge to the card", () => {
  it.each<[string, string, File, object]>([
    ["the fee alone", "2026-06-20", {}, { date: "2026-07-01", amount: "30.00", trigger: "fee" }],
    [
      "the part of the fee that the balance lacks, commissions being covered",
      "2026-06-20",
      { ...balance("80.00"), actions: [anAction({ locksOn: "2026-07-20" })] },
      { date: "2026-07-01", amount: "25.00", trigger: "fee" },
    ],
    [
      "the fee, with commissions that were too little to be charged",
      "2026-06-10",
      { actions: [small] },
      { date: "2026-07-01", amount: "40.00", trigger: "fee-and-costs" },
    ],
    [
      "commissions that a balance read later does not cover",
      "2026-06-10",
      balance("0.00", "2026-06-15"),
      { date: "2026-06-15", amount: "75.00", trigger: "costs" },
    ],
  ])("is %s", (_, on, file, { trigger, ...charge }: { trigger?: string }) => {
    const { nextCardCharge } = preview(file, on);
    expect(nextCardCharge).toMatchObject({ ...charge, because: { id: `core.preview.charge.${trigger}` } });
  });
});

describe("the fees charged so far", () => {
  it("are those of the last twelve months", () => {
    // The first fee, of February 2025, was charged on 1 March 2025: sixteen until June 2026.
    const file = { signedUpOn: "2025-01-10", actions: [], ...balance("0.00", "2025-01-10") };
    const { past } = preview(file, "2026-06-15");
    expect([past.fees.length, past.fees[0]?.month, past.fees.at(-1)?.month]).toEqual([
      12,
      "2025-06",
      "2026-05",
    ]);
    expect(past.sum).toBe("360.00");
  });

  it("are none while nobody knows the actions", () => {
    expect(preview({ actions: null }, "2026-09-01").past.fees).toEqual([]);
  });
});

describe("a month's fee building up", () => {
  // 1,000 locked in the part-month of sign-up and 1,000 on 10 June: both count for the first fee (G3).
  const actions = [
    anAction({ id: "1", payout: "100.00", trackedOn: "2026-05-12", locksOn: "2026-05-12" }),
    anAction({ id: "2", payout: "100.00", trackedOn: "2026-05-14", locksOn: "2026-06-10" }),
  ];
  const baseOf = (file: File, on: string) => {
    const { buildUp } = preview(file, on);
    const at = (day: string) => buildUp?.days.find(({ date: each }) => each === day);
    return { first: at("2026-06-01"), tenth: at("2026-06-10"), ...buildUp };
  };

  it("begins the first fee with what locked since sign-up", () => {
    expect(baseOf({ actions }, "2026-06-09")).toMatchObject({
      first: { base: "1000.00", share: "25.00" },
      tenth: { base: "2000.00", share: "50.00" },
      before: null,
      crossesOn: "2026-06-10",
    });
    expect(preview({ actions }, "2026-06-09").thisMonth.lockedRevenue).toBe("1000.00");
    expect(preview({ actions }, "2026-06-10").thisMonth.lockedRevenue).toBe("2000.00");
  });

  it("counts nothing from before sign-up", () => {
    const early = anAction({ trackedOn: "2026-05-10", locksOn: "2026-05-11" });
    expect(baseOf({ actions: [early], ...balance("0.00") }, "2026-06-09")).toMatchObject({
      first: { base: "0.00", share: "0.00" },
    });
  });

  it("goes by commissions on Starter Agency, and is the fee itself on Essentials", () => {
    expect(baseOf({ actions, edition: "starter-agency" }, "2026-06-09")).toMatchObject({
      tenth: { base: "200.00", share: "40.00" },
      crossesOn: "2026-06-10",
    });
    expect(baseOf({ actions, edition: "essentials" }, "2026-06-09")).toMatchObject({
      tenth: { base: "200.00", share: "500.00" },
      crossesOn: null,
    });
  });

  it("does not pass the minimum where it only reaches it", () => {
    // 2.5 % of 1,200 is 30.
    const reaches = anAction({ amount: "1200.00" });
    expect(baseOf({ actions: [reaches] }, "2026-06-09").crossesOn).toBeNull();
  });

  it("is there neither without a fee nor without actions", () => {
    expect(preview({ actions: [] }, "2026-05-20").buildUp).toBeNull();
    expect(preview({ actions: null }, "2026-06-20").buildUp).toBeNull();
  });

  it("stands beside the month before from the second fee on", () => {
    expect(preview({ actions }, "2026-07-10").buildUp?.before).toHaveLength(30);
  });
});

describe("the month the editions are compared on", () => {
  it("is this one while there are not three full ones", () => {
    expect(preview({ actions: monthly(4_000) }, "2026-06-10").usualMonth).toEqual({
      revenue: "4000.00",
      payout: "400.00",
      from: "this-month",
    });
  });

  it("is the average of the last three, and changes with the what-if", () => {
    const file = { actions: monthly(9_000, 2_000, 4_000, 6_000) };
    expect(preview(file, "2026-10-01").usualMonth).toEqual({
      revenue: "4000.00",
      payout: "400.00",
      from: "history",
    });
    expect(preview(file, "2026-10-01", { revenueChange: 50 }).usualMonth).toMatchObject({
      revenue: "6000.00",
      payout: "600.00",
    });
  });

  it("is not known without actions", () => {
    expect(preview({ actions: null }, "2026-06-10")).toMatchObject({ usualMonth: null, editionLines: null });
  });

  it("leaves the merchant's own minimum to the edition it is of", () => {
    const { plans } = preview({ actions: [], minimumFee: "45.00" }, "2026-06-10");
    expect(plans.map(({ edition, current, fee }) => [edition, current, fee])).toEqual([
      ["starter", true, "45.00"],
      ["starter-agency", false, "30.00"],
      ["essentials", false, "500.00"],
    ]);
  });

  it("draws no lines where it holds nothing", () => {
    expect(preview({ actions: [] }, "2026-06-10").editionLines).toBeNull();
  });

  it("draws the turn of Essentials where what it includes is used up", () => {
    const { editionLines } = preview({ actions: monthly(20_000, 20_000, 20_000) }, "2026-09-01");
    // Commissions are a tenth: 2,500 of them at 25,000; at 34,000 they are 3,400, and 20 % of 900 is 180.
    expect(editionLines?.at(-1)).toEqual({
      edition: "essentials",
      points: [
        { revenue: "0.00", fee: "500.00" },
        { revenue: "20000.00", fee: "500.00" },
        { revenue: "25000.00", fee: "500.00" },
        { revenue: "34000.00", fee: "680.00" },
      ],
    });
  });
});

describe("what months to come cost", () => {
  it("are the commissions that lock, the fee, and what new sales take from the card", () => {
    const { thisMonth, months } = preview({ actions: monthly(2_000, 4_000, 6_000) }, "2026-09-01");
    // 1,200 of commissions in the 92 days of June to August. They lock 10 days after tracking, so that of September 19
    // days are left: 247.83; October has all 31: 404.35. On 1 October the card pays September's fee of 61.96 besides.
    expect(thisMonth.partnerCost).toBe("247.83");
    expect(months[0]).toMatchObject({ partnerCost: "404.35", cardCharges: "466.31" });
  });
});

// The gaps' texts are in docs/billing-rules.md; each report lists those it rests on.
describe("the assumptions a preview rests on", () => {
  it.each<[string, File, string[]]>([
    ["2026-06-10", {}, ["G1", "G3", "G5", "G8", "G9", "G10"]],
    ["2026-06-30", {}, ["G1", "G3", "G5", "G8", "G10"]],
    ["2026-07-01", {}, ["G1", "G5", "G8", "G10"]],
    ["2026-07-02", { edition: "starter-agency" }, ["G5", "G8", "G10"]],
    ["2026-07-02", { signedUpOn: "2026-05-01" }, ["G1", "G4", "G5", "G8", "G10"]],
    ["2026-07-02", { actions: [], ...balance("5000.00") }, ["G1", "G5"]],
    ["2026-06-30", { actions: [], ...balance("10.00") }, ["G1", "G3", "G5", "G7", "G8", "G10"]],
    ["2026-06-10", { actions: [small] }, ["G1", "G3", "G5", "G6", "G8", "G9", "G10", "G33"]],
    ["2026-07-02", { currency: "EUR" }, ["G1", "G2", "G5", "G6", "G8", "G10"]],
  ])("on %s (%#)", (on, file, gaps) => {
    expect(preview(file, on).assumptions).toEqual(gaps);
  });
});
