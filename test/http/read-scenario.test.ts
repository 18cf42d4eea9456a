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
    const cheapest = (fees: string) => ({ ...scenario("approved"), cheapest: { fees } as never });
    const scenarios = [scenario("as-is"), cheapest("240.13"), cheapest("188.29"), cheapest("1000.00")];
    expect(withScenario({ ...outlook, scenarios }, "approved").best).toBe(2);
  });
});
