import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFactsForm } from "#app/http/read-facts-form.ts";
import { date } from "#test/factories/account.ts";

const context = { today: date("2026-06-21"), connected: false, currency: "USD" };
const valid = {
  signedUpOn: "2026-05-12",
  edition: "starter",
  trial: "no",
  cardEverCharged: "unknown",
  currency: "USD",
};

function read(fields: Record<string, string>, overrides: Partial<typeof context> = {}) {
  const data = new FormData();
  for (const [name, value] of Object.entries({ ...valid, ...fields })) data.set(name, value);
  return readFactsForm(data, { ...context, ...overrides });
}
const problems = (...args: Parameters<typeof read>) => {
  const parsed = read(...args);
  return parsed.outcome === "rejected" ? parsed.problems.map(({ field, message }) => [field, message]) : [];
};

describe("the key facts form", () => {
  it("takes a question nobody answered as not told, not as an answer", () => {
    const parsed = read({ trial: "", cardEverCharged: "" });
    const stated = parsed.outcome === "read" ? Object.keys(parsed.facts) : [];
    expect(stated).toContain("signedUpOn");
    expect(stated).not.toContain("trialEndsOn");
    expect(stated).not.toContain("cardEverCharged");
  });

  it("counts what is left empty as not known", () => {
    expect(read({})).toEqual({
      outcome: "read",
      facts: {
        signedUpOn: "2026-05-12",
        edition: "starter",
        trialEndsOn: null,
        cardEverCharged: null,
        fundingBalance: null,
        minimumFee: null,
        currency: "USD",
      },
    });
  });

  it("reads everything that was told", () => {
    const stated = {
      edition: "essentials",
      trial: "yes",
      trialEndsOn: "2026-06-11",
      cardEverCharged: "no",
      balance: " 105.00 ",
      balanceAsOf: "2026-06-01",
      minimumFee: "28.5",
    };
    expect(read(stated)).toMatchObject({
      facts: {
        edition: "essentials",
        trialEndsOn: "2026-06-11",
        cardEverCharged: false,
        fundingBalance: { amount: "105.00", asOf: "2026-06-01" },
        minimumFee: "28.5",
      },
    });
  });

  it.each([
    ["2026-06-21", []],
    ["2026-06-22", [["signedUpOn", "facts.error.future"]]],
    ["2007-12-31", [["signedUpOn", "facts.error.tooEarly"]]],
    ["2026-02-30", [["signedUpOn", "facts.error.date"]]],
    ["12.05.2026", [["signedUpOn", "facts.error.date"]]],
    ["2026-05-12T00:00", [["signedUpOn", "facts.error.date"]]],
    ["", [["signedUpOn", "facts.error.date"]]],
  ])("takes a sign-up date of %j as %j", (signedUpOn, expected) => {
    expect(problems({ signedUpOn })).toEqual(expected);
  });

  it("takes no decimals in yen", () => {
    expect(problems({ currency: "JPY", minimumFee: "4500" })).toEqual([]);
    expect(problems({ currency: "JPY", minimumFee: "4500.00" })).toEqual([
      ["minimumFee", "facts.error.decimals"],
    ]);
    const balance = { currency: "JPY", balance: "1.5", balanceAsOf: "2026-06-01" };
    expect(problems(balance)).toEqual([["balance", "facts.error.decimals"]]);
  });

  it.each(["-1", "1e3", "1,00.00", "1.2345", "NaN", "Infinity", "$30", "9999999999999"])(
    "takes no amount of %j",
    (minimumFee) => {
      expect(problems({ minimumFee })).toEqual([["minimumFee", "facts.error.amount"]]);
    },
  );

  it.each(["1,234.50", "1.234,50", "1 234.50"])("keeps %j as 1234.50", (minimumFee) => {
    expect(read({ minimumFee })).toMatchObject({ facts: { minimumFee: "1234.50" } });
  });

  it("asks what a balance below nothing or before the sign-up is meant to be", () => {
    const negative = { balance: "-12.50", balanceAsOf: "2026-06-01" };
    expect(problems(negative)).toEqual([["balance", "facts.error.negativeBalance"]]);
    const early = { balance: "12,50", balanceAsOf: "2026-05-11" };
    expect(problems(early)).toEqual([["balanceAsOf", "facts.error.balanceBeforeSignUp"]]);
    expect(problems({ ...early, balanceAsOf: "2026-05-12" })).toEqual([]);
  });

  it("names the currencies it can reckon with when it cannot with this one", () => {
    expect(read({ currency: "XXX" })).toMatchObject({
      problems: [{ field: "currency", values: { currencies: expect.stringContaining("USD") } }],
    });
    expect(problems({ currency: "" }, { currency: "THB" })).toEqual([["currency", "facts.error.currency"]]);
  });

  it("leaves the currency to impact.com when the account is connected", () => {
    const parsed = read({ currency: "EUR" }, { connected: true });
    expect(parsed).toMatchObject({ outcome: "read" });
    expect(parsed).not.toHaveProperty("facts.currency");
  });

  it("takes an edition it does not know for none, and says so: it never becomes Starter", () => {
    for (const edition of ["starter", "starter-agency", "essentials"])
      expect(read({ edition })).toMatchObject({ outcome: "read", facts: { edition } });
    for (const edition of ["professional", "Starter", "constructor"])
      expect(problems({ edition })).toEqual([["edition", "facts.error.edition"]]);
    // A form that does not ask says nothing of it.
    const silent = read({ edition: "" });
    expect(silent.outcome === "read" && Object.keys(silent.facts)).not.toContain("edition");
  });

  it("wants the day of a balance, not in the future, and the end of a trial that runs", () => {
    expect(problems({ balance: "1.00" })).toEqual([["balanceAsOf", "facts.error.balanceDate"]]);
    expect(problems({ balance: "1.00", balanceAsOf: "2026-06-22" })).toEqual([
      ["balanceAsOf", "facts.error.balanceDate"],
    ]);
    expect(problems({ trial: "yes" })).toEqual([["trialEndsOn", "facts.error.trialDate"]]);
  });

  it("names every problem at once, each with its field", () => {
    const fields = { signedUpOn: "x", trial: "yes", balance: "x", minimumFee: "x", currency: "x" };
    expect(problems(fields).map(([field]) => field)).toEqual([
      "currency",
      "signedUpOn",
      "trialEndsOn",
      "balance",
      "balanceAsOf",
      "minimumFee",
    ]);
  });

  it("answers any form at all", () => {
    const names = fc.constantFrom(
      ...Object.keys(valid),
      "balance",
      "balanceAsOf",
      "minimumFee",
      "trialEndsOn",
    );
    fc.assert(
      fc.property(fc.dictionary(names, fc.string({ unit: "grapheme" })), (fields) => {
        expect(["read", "rejected"]).toContain(read(fields).outcome);
      }),
    );
  });

  it("takes the trial's last day alone for a running trial where the page does not ask", () => {
    const asked = (trialEndsOn: string) => {
      const data = new FormData();
      for (const [name, value] of Object.entries({ ...valid, trialEndsOn }))
        if (name !== "trial") data.set(name, value);
      return readFactsForm(data, context);
    };
    expect(asked("2026-07-11")).toMatchObject({ facts: { trialEndsOn: "2026-07-11" } });
    expect(asked("")).toMatchObject({ facts: { trialEndsOn: null } });
    expect(asked("soon")).toMatchObject({ problems: [{ field: "trialEndsOn" }] });
  });
});
