import { describe, expect, it } from "vitest";
import { parseAccountFile } from "#app/domain/index.ts";
import { anAccountFile, anAction } from "#test/factories/account.ts";

const problemsOf = (json: unknown) => {
  const parsed = parseAccountFile(json);
  return parsed.outcome === "rejected" ? parsed.problems : [];
};

const withAction = (overrides: Parameters<typeof anAction>[0]) =>
  anAccountFile({ actions: [anAction(overrides)] });

describe("parseAccountFile", () => {
  it("accepts S3's account", () => {
    expect(parseAccountFile(anAccountFile()).outcome).toBe("parsed");
  });

  it("keeps a null list apart from an empty one", () => {
    const parsed = parseAccountFile(anAccountFile({ actions: null, contracts: [] }));
    expect(parsed).toMatchObject({ outcome: "parsed", account: { actions: null, contracts: [] } });
  });

  it("reads amounts into minor units, JPY without decimals", () => {
    const file = anAccountFile({
      currency: "JPY",
      fundingBalance: { amount: "12", asOf: "2026-05-12" },
      actions: [anAction({ amount: "1000", payout: "75" })],
    });
    expect(parseAccountFile(file)).toMatchObject({
      account: { fundingBalance: { amount: 12 }, actions: [{ amount: 1000, payout: 75 }] },
    });
  });

  it.each([
    ["a file that is no object", [], "(file)"],
    ["another version", { ...anAccountFile(), version: 2 }, "version"],
    ["an unknown key", { ...anAccountFile(), owner: "me" }, "owner"],
    [
      "an unknown key of an action",
      anAccountFile({ actions: [{ ...anAction(), note: "x" } as never] }),
      "actions[0].note",
    ],
    ["a missing key", { ...anAccountFile(), card: undefined }, "card"],
    ["a negative fee", anAccountFile({ minimumFee: "-1.00" }), "minimumFee"],
    ["a fee finer than money", anAccountFile({ minimumFee: "30.005" }), "minimumFee"],
    ["an amount that is a number", withAction({ payout: 75 as never }), "actions[0].payout"],
    ["more decimals than can be kept", withAction({ amount: `0.${"1".repeat(18)}` }), "actions[0].amount"],
    [
      "decimals in a currency without",
      anAccountFile({ currency: "JPY", minimumFee: "3000.50" }),
      "fundingBalance.amount",
    ],
    ["a day that does not exist", withAction({ locksOn: "2026-06-31" }), "actions[0].locksOn"],
    ["a day of another century", anAccountFile({ trialEndsOn: "1999-01-01" }), "trialEndsOn"],
    ["a sign-up before impact.com existed", anAccountFile({ signedUpOn: "2005-01-01" }), "signedUpOn"],
    ["a trial that ends before sign-up", anAccountFile({ trialEndsOn: "2026-05-11" }), "trialEndsOn"],
    ["a time zone nobody knows", anAccountFile({ timeZone: "Mars/Olympus" }), "timeZone"],
    ["an unknown state", withAction({ state: "LOCKED" as never }), "actions[0].state"],
    ["a lock before tracking", withAction({ locksOn: "2026-05-29" }), "actions[0].locksOn"],
    [
      "a reversal date of a pending action",
      withAction({ reversedOn: "2026-06-01" }),
      "actions[0].reversedOn",
    ],
    ["a payment of a pending action", withAction({ clearedOn: "2026-06-25" }), "actions[0].clearedOn"],
    ["a minimum fee of nothing", anAccountFile({ minimumFee: "0.00" }), "minimumFee"],
    ["an id used twice", anAccountFile({ actions: [anAction(), anAction()] }), "actions[1].id"],
  ])("refuses %s and names the place", (_, json, path) => {
    expect(problemsOf(json).map((problem) => problem.path)).toContain(path);
  });

  it("names the ten accepted currencies when another one is used", () => {
    const [problem] = problemsOf({ ...anAccountFile(), currency: "CNY" });
    expect(problem).toMatchObject({ path: "currency", problem: '"CNY" is not accepted' });
    for (const code of ["USD", "GBP", "AUD", "EUR", "HKD", "DKK", "NOK", "SEK", "JPY", "SGD"]) {
      expect(problem?.accepted).toContain(code);
    }
  });

  it("says how many decimals the currency has", () => {
    const [problem] = problemsOf(anAccountFile({ minimumFee: "1.005" }));
    expect(problem).toMatchObject({ problem: '"1.005" has more decimals than the currency' });
    expect(problem?.accepted).toContain("at most 2 decimals (USD)");
  });

  it("refuses amounts whose sum could not be exact", () => {
    const huge = "9999999999999.00";
    const actions = Array.from({ length: 20 }, (_, index) => anAction({ id: `${index}`, amount: huge }));
    expect(problemsOf(anAccountFile({ actions })).map((problem) => problem.path)).toEqual(["actions"]);
  });

  it("names the first fifty of many problems", () => {
    const actions = Array.from({ length: 200 }, (_, index) =>
      anAction({ id: `${index}`, locksOn: "2026-02-30" }),
    );
    expect(problemsOf(anAccountFile({ actions }))).toHaveLength(50);
  });
});
