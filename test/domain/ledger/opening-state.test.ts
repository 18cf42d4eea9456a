import { describe, expect, it } from "vitest";
import { type AccountFileJson, statementReport } from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

type File = Partial<AccountFileJson>;
/** The statement of an account whose balance is read on a day, from that day on. */
const readOn = (asOf: string, file: File = {}, amount = "0.00") =>
  statementReport(anAccount({ fundingBalance: { amount, asOf }, ...file }), {
    ...{ from: date(asOf), to: date(asOf), on: date(asOf) },
    everyDay: true,
  });

describe("what is already owed on the day a balance is read (D4)", () => {
  // S3's story: 75.00 tracked on 30 May locks on 20 June.
  it("is a commission from the day after it is tracked to the day it locks", () => {
    const commissions = (asOf: string) => readOn(asOf).opening?.commissions;
    expect(["2026-05-30", "2026-05-31", "2026-06-20", "2026-06-21", "2026-07-10"].map(commissions)).toEqual([
      "0.00",
      "75.00",
      "75.00",
      "0.00",
      "0.00",
    ]);
  });

  it("is a commission no more once it is reversed", () => {
    const actions = [anAction({ state: "REVERSED", reversedOn: "2026-06-10" })];
    const commissions = (asOf: string) => readOn(asOf, { actions }).opening?.commissions;
    expect(["2026-06-10", "2026-06-11"].map(commissions)).toEqual(["75.00", "0.00"]);
  });

  it("is a fee between the 1st, when it is charged, and the 2nd, when it is deducted (S3)", () => {
    const fees = (asOf: string) => readOn(asOf, { actions: [] }).opening?.fees;
    expect(["2026-07-01", "2026-07-02", "2026-07-03"].map(fees)).toEqual(["0.00", "30.00", "0.00"]);
    // That of the day itself is no old debt: it is charged then.
    expect(readOn("2026-07-01", { actions: [] }).days[0]).toMatchObject({ fee: "30.00", payable: "30.00" });
  });
});

describe("the buffer of 50.00 that other editions keep (H3)", () => {
  const agency = (asOf: string, actions: File["actions"]) =>
    readOn(asOf, { edition: "starter-agency", actions }).days[0]?.stillToCollect;

  it("is kept once a commission or a fee has been owed, however long ago", () => {
    const paid = anAction({ state: "APPROVED", locksOn: "2026-05-31", clearedOn: "2026-05-31" });
    expect(agency("2026-06-10", [paid])).toBe("50.00");
    // June's fee was charged on 1 July and deducted on the 2nd.
    expect(agency("2026-07-10", [])).toBe("50.00");
  });

  it("is not kept before, nor for an action without commission", () => {
    expect(agency("2026-06-10", [])).toBe("0.00");
    expect(agency("2026-06-10", [anAction({ payout: "0.00", locksOn: "2026-06-05" })])).toBe("0.00");
  });
});
