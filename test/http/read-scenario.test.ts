import { describe, expect, it } from "vitest";
import { withScenario } from "#app/http/read-scenario.ts";

const scenario = (key: "as-is" | "contracts-end" | "approved") => ({
  key,
  approved: 0,
  commission: "0.00",
  earliest: null,
  atEarliest: null,
  cheapest: null,
  stretches: [],
});
const outlook = {
  asOf: "2026-07-02",
  currency: "USD",
  scenarios: [scenario("as-is"), scenario("contracts-end")],
  best: 1,
  isBetter: true,
  bestOf: { "as-is": 0, "contracts-end": 1 },
  balance: null,
  locks: null,
};

describe("what is assumed of a closing in the address", () => {
  it.each([
    ["now", 0, false],
    ["ended", 1, true],
    // This account has nothing to approve; nobody else's names mean anything.
    ["approved", 1, true],
    ["constructor", 1, true],
    [null, 1, true],
  ])("%s shows scenario %i", (name, best, isBetter) => {
    expect(withScenario(outlook, name)).toMatchObject({ best, isBetter });
  });

  it('means by "approved" the cheapest of those that approve actions', () => {
    const scenarios = ["as-is", "approved", "approved", "approved"].map((key) => scenario(key as "approved"));
    const named = { ...outlook, scenarios, bestOf: { "as-is": 0, approved: 2 } };
    expect(withScenario(named, "approved").best).toBe(2);
  });
});
