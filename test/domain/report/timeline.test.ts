import { describe, expect, it } from "vitest";
import { closureReport, daysReport, standingReport, timeline } from "#app/domain/index.ts";
import { anAccount, date } from "#test/factories/account.ts";

const stepsOn = (day: string, file: Parameters<typeof anAccount>[0] = {}) => {
  const account = anAccount(file);
  const on = date(day);
  return timeline(account, on, {
    days: daysReport(account, { on }),
    standing: standingReport(account, { on }),
    closure: closureReport(account, { on }),
  });
};
const kindsOn = (...args: Parameters<typeof stepsOn>) =>
  stepsOn(...args).map(({ kind, date }) => [date, kind]);

describe("the timeline of S3's account", () => {
  it("goes from sign-up over what was charged and today to what comes", () => {
    expect(kindsOn("2026-07-02").slice(0, 6)).toEqual([
      ["2026-05-12", "signed-up"],
      ["2026-05-30", "charge"],
      ["2026-07-01", "first-fee"],
      ["2026-07-01", "charge"],
      ["2026-07-02", "today"],
      ["2026-07-02", "earliest-closing"],
    ]);
    expect(stepsOn("2026-07-02")).toContainEqual({ kind: "charge", date: "2026-05-30", amount: "75.00" });
    expect(kindsOn("2026-07-02")).toContainEqual(["2026-08-01", "next-fee"]);
  });

  it("names the first fee once: while it is ahead, it is the next one", () => {
    const kinds = kindsOn("2026-06-15").map(([, kind]) => kind);
    expect(kinds).not.toContain("first-fee");
    expect(kinds).toContain("next-fee");
  });

  it("shows the last locking date while an action is pending", () => {
    expect(kindsOn("2026-06-01")).toContainEqual(["2026-06-20", "last-lock"]);
  });

  it("names a day for the refund only while there may be one", () => {
    const kinds = (...args: Parameters<typeof stepsOn>) => stepsOn(...args).map(({ kind }) => kind);
    // On 2 July nothing is left of the balance; on the first day everything is given back; of no balance nobody knows.
    expect(kinds("2026-07-02")).not.toContain("refund-by");
    expect(kinds("2026-05-12")).toContain("refund-by");
    expect(kinds("2026-07-02", { fundingBalance: null, actions: [] })).toContain("refund-by");
  });

  it("leaves out what is not known", () => {
    const kinds = kindsOn("2026-07-02", { actions: null, fundingBalance: null }).map(([, kind]) => kind);
    expect(kinds).not.toContain("last-lock");
    expect(kinds).not.toContain("charge");
  });
});

describe("the charges of the timeline", () => {
  const account = anAccount();
  const on = date("2026-07-02");
  const closure = () => closureReport(account, { on });
  const day = (iso: string, card: string | null, expected = false) => ({
    ...{ date: iso, commissions: "0.00", fee: "0.00", sum: "0.00", card, expected },
  });
  const charges = (days: ReturnType<typeof day>[]) =>
    timeline(account, on, { days: { days }, standing: null, closure: closure() }).filter(
      ({ kind }) => kind === "charge",
    );

  it("are the last three that the card paid, in the order they came", () => {
    const days = ["2026-05-20", "2026-05-25", "2026-06-03", "2026-06-10"].map((iso, at) =>
      day(iso, `${at + 1}0.00`),
    );
    expect(charges(days)).toEqual([
      { kind: "charge", date: "2026-05-25", amount: "20.00" },
      { kind: "charge", date: "2026-06-03", amount: "30.00" },
      { kind: "charge", date: "2026-06-10", amount: "40.00" },
    ]);
  });

  it("are none that is expected, of nothing, or not known", () => {
    expect(
      charges([day("2026-05-20", "0.00"), day("2026-05-25", null), day("2026-08-01", "30.00", true)]),
    ).toEqual([]);
  });
});

it("names the first fee on its day, before what the card paid for it and what comes", () => {
  expect(kindsOn("2026-07-01")).toEqual([
    ["2026-05-12", "signed-up"],
    ["2026-05-30", "charge"],
    ["2026-07-01", "first-fee"],
    ["2026-07-01", "charge"],
    ["2026-07-01", "today"],
    ["2026-07-01", "earliest-closing"],
    ["2026-08-01", "next-fee"],
  ]);
});

it("has a sign-up and today where nothing else is known", () => {
  const account = anAccount({ actions: null, contracts: null, invoices: null });
  const on = date("2026-06-15");
  const { earliestClosing, refund, costToClose } = closureReport(account, { on });
  expect(
    timeline(account, on, {
      days: { days: [] },
      standing: null,
      closure: { earliestClosing, refund, costToClose },
    }),
  ).toEqual([
    { kind: "signed-up", date: "2026-05-12" },
    { kind: "today", date: "2026-06-15" },
  ]);
});
