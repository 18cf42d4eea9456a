import { describe, expect, it } from "vitest";
import { closure } from "#app/domain/closing/closure.ts";
import { feesOf } from "#app/domain/closing/cost-to-close.ts";
import { type AccountFileJson, closureReport, isoDay, toDay } from "#app/domain/index.ts";
import { isoMonth } from "#app/domain/month.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

type File = Partial<AccountFileJson>;

/** The months whose fees closing on a day costs, asked on another. */
function monthsOf(file: File, on: string, day: string) {
  const { cost, billing } = closure(anAccount(file), toDay(date(on)));
  const found = cost.days.find((each) => isoDay(each.day) === day);
  if (!found) throw new Error(`no cost of ${day}`);
  return feesOf(found, billing).map(({ month, fee }) => [isoMonth(month), fee]);
}
const costOn = (file: File, on: string, day = on) =>
  closureReport(anAccount(file), { on: date(on) }).costToClose.days.find((each) => each.date === day);

describe("the fees of a day of closing, month by month", () => {
  it("begin with the one that is charged on the 1st and not deducted before the 2nd (S3)", () => {
    expect(monthsOf({ actions: [] }, "2026-07-01", "2026-08-10")).toEqual([
      ["2026-06", 3_000],
      ["2026-07", 3_000],
      ["2026-08", 3_000],
    ]);
    expect(monthsOf({ actions: [] }, "2026-07-02", "2026-07-02")).toEqual([["2026-07", 3_000]]);
  });

  it("leave out the months without one, such as that of sign-up", () => {
    // An action keeps the full refund away. Signed up on 12 May: the first full month is June (S3).
    const file: File = { actions: [anAction({ trackedOn: "2026-05-15" })] };
    expect(monthsOf(file, "2026-05-20", "2026-07-01")).toEqual([
      ["2026-06", 3_000],
      ["2026-07", 3_000],
    ]);
  });

  it("are none where everything is given back (A)", () => {
    expect(monthsOf({ actions: [] }, "2026-05-20", "2026-06-09")).toEqual([]);
    // Day 30 is none of the full refund's any more.
    expect(monthsOf({ actions: [] }, "2026-05-20", "2026-06-10")).toEqual([["2026-06", 3_000]]);
  });
});

describe("what is owed on the day of asking", () => {
  it("has no fee any more from the 2nd on, when it is deducted (S3)", () => {
    // On 1 July June's 30.00 are charged, and July's come on top.
    expect(costOn({ actions: [] }, "2026-07-01")).toMatchObject({ fees: "60.00" });
    expect(costOn({ actions: [] }, "2026-07-02")).toMatchObject({ fees: "30.00", fromBalance: "0.00" });
    expect(costOn({ actions: [] }, "2026-07-03")).toMatchObject({ fees: "30.00" });
  });

  it("has no commission any more from the day it locks on, when it is deducted (S3)", () => {
    expect(costOn({}, "2026-06-19", "2026-06-20")).toMatchObject({ partnerCosts: "75.00", net: "30.00" });
    expect(costOn({}, "2026-06-20")).toMatchObject({
      ...{ fees: "30.00", partnerCosts: "0.00" },
      ...{ fromBalance: "0.00", expectedRefund: "0.00", net: "30.00" },
    });
  });

  it("is deducted from a balance stated that day, where it covers everything (D4)", () => {
    // 100.00 on the morning of 20 June, when 75.00 lock: 25.00 are left for the fee of 30.00.
    const file: File = { fundingBalance: { amount: "100.00", asOf: "2026-06-20" } };
    expect(costOn(file, "2026-06-20")).toMatchObject({
      ...{ fees: "30.00", partnerCosts: "0.00" },
      ...{ fromBalance: "25.00", expectedRefund: "0.00", net: "5.00" },
    });
    // 75.00 cover it just so.
    const enough: File = { fundingBalance: { amount: "75.00", asOf: "2026-06-20" } };
    expect(costOn(enough, "2026-06-20")).toMatchObject({ partnerCosts: "0.00", net: "30.00" });
    // A cent less does not: it is still to come from the card, and everything is still owed.
    const less: File = { fundingBalance: { amount: "74.99", asOf: "2026-06-20" } };
    expect(costOn(less, "2026-06-20")).toMatchObject({ partnerCosts: "75.00", net: "30.01" });
  });
});

describe("what is owed without a known balance", () => {
  const file = (actions: File["actions"]): File => ({ fundingBalance: null, actions });

  it("is a commission from the day it is tracked on until it locks", () => {
    const owed = (on: string) => costOn(file([anAction()]), on)?.partnerCosts;
    expect([owed("2026-05-29"), owed("2026-05-30"), owed("2026-06-19"), owed("2026-06-20")]).toEqual([
      "0.00",
      "75.00",
      "75.00",
      "0.00",
    ]);
  });

  it("is a commission no more once it is reversed", () => {
    const reversed = anAction({ state: "REVERSED", reversedOn: "2026-06-10" });
    const owed = (on: string) => costOn(file([reversed]), on)?.partnerCosts;
    expect([owed("2026-06-09"), owed("2026-06-10"), owed("2026-06-11")]).toEqual(["75.00", "0.00", "0.00"]);
  });

  it("is paid from nothing that is known, and neither is what comes back", () => {
    const unknown = { fromBalance: null, expectedRefund: null, net: null };
    expect(costOn(file([anAction()]), "2026-06-05")).toMatchObject({ partnerCosts: "75.00", ...unknown });
    expect(costOn(file(null), "2026-06-05")).toMatchObject({ partnerCosts: null, ...unknown });
  });

  it("is not known without the actions, though a balance is stated that day", () => {
    const stated: File = { actions: null, fundingBalance: { amount: "10.00", asOf: "2026-06-05" } };
    expect(costOn(stated, "2026-06-05")).toMatchObject({
      ...{ fees: "30.00", partnerCosts: null },
      ...{ fromBalance: null, expectedRefund: null, net: null },
    });
  });
});
