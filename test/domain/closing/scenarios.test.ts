import { describe, expect, it } from "vitest";
import { closure } from "#app/domain/closing/closure.ts";
import { closingScenarios, type Scenario } from "#app/domain/closing/scenarios.ts";
import { type AccountFileJson, isoDay, toDay } from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

type File = Partial<AccountFileJson>;
const contract = { id: "S-1", partner: "Blog", status: "ACTIVE" as const, endsOn: null };

function scenariosOf(file: File, on: string): Scenario[] {
  const account = anAccount(file);
  const day = toDay(date(on));
  return closingScenarios(account, day, closure(account, day), {});
}
const feesOn = (scenario: Scenario | undefined, day: string) =>
  scenario?.cost.days.find((each) => isoDay(each.day) === day)?.fees;
const shown = ({ key, approved, earliest }: Scenario) => [
  key,
  approved.map(({ id }) => id),
  earliest && isoDay(earliest),
];

const pending = (id: string, locksOn: string | null) =>
  anAction({ id, trackedOn: "2026-06-20", locksOn, payout: "10.00", amount: "100.00" });
const LATE = [
  pending("soon", "2026-07-10"),
  pending("late", "2026-09-01"),
  pending("later", "2026-10-01"),
  pending("open", null),
];

describe("the ways to close (D16, D17)", () => {
  it("are as things are, with contracts ended, and with one late action more approved each time", () => {
    expect(scenariosOf({ contracts: [contract], actions: LATE }, "2026-07-02").map(shown)).toEqual([
      ["as-is", [], null],
      ["contracts-end", [], null],
      ["approved", ["open"], "2026-10-01"],
      ["approved", ["open", "later"], "2026-09-01"],
      ["approved", ["open", "later", "late"], "2026-07-10"],
    ]);
  });

  it("need no end of contracts where none runs, and do where one runs to a later day", () => {
    const keys = (contracts: File["contracts"]) =>
      scenariosOf({ contracts, actions: [] }, "2026-07-02").map(({ key }) => key);
    expect(keys([])).toEqual(["as-is"]);
    expect(keys([{ ...contract, endsOn: "2026-07-02" }])).toEqual(["as-is"]);
    expect(keys([{ ...contract, endsOn: "2026-07-03" }])).toEqual(["as-is", "contracts-end"]);
    expect(keys(null)).toEqual(["as-is", "contracts-end"]);
  });

  it("are one for a partner", () => {
    const file: File = { kind: "partner", contracts: [contract], actions: LATE };
    expect(scenariosOf(file, "2026-07-02").map(shown)).toEqual([["as-is", [], null]]);
  });

  it("name no action where the actions are not known", () => {
    expect(scenariosOf({ contracts: [contract], actions: null }, "2026-07-02").map(shown)).toEqual([
      ["as-is", [], null],
      ["contracts-end", [], null],
    ]);
  });

  it("expect no new sales once contracts have ended", () => {
    // 5,000.00 tracked and locked on the 10th of each full month of history, and 100.00 that locks on 20 August.
    const months = ["2026-04-10", "2026-05-10", "2026-06-10"].map((day) =>
      anAction({
        id: day,
        state: "APPROVED",
        trackedOn: day,
        locksOn: day,
        clearedOn: day,
        amount: "5000.00",
      }),
    );
    const file: File = {
      signedUpOn: "2026-03-12",
      fundingBalance: { amount: "0.00", asOf: "2026-03-12" },
      contracts: [contract],
      actions: [...months, pending("late", "2026-08-20")],
    };
    const [asIs, ended] = scenariosOf(file, "2026-07-05");
    // July and August at the minimum of 30.00.
    expect(feesOn(ended, "2026-08-20")).toBe(6_000);
    // With sales as in those 91 days: 26 days of July bring 4,285.71, whose 2.5 % is 107.14; the 19 days of August before
    // closing 3,131.87, with the 100.00 that lock 80.80.
    expect(feesOn(asIs, "2026-08-20")).toBe(18_794);
    expect(asIs?.cost.cheapest).toBe(toDay(date("2026-08-20")));
    expect(ended?.billing.whatIf.contractsEnd).toBe(toDay(date("2026-07-05")));
  });
});

describe("the fees of a way to close", () => {
  // Signed up on 12 May: 9 June is day 29, 10 June day 30 (both ends counted, G23).
  it("are none while everything is given back, up to day 29 (A)", () => {
    const [, ended] = scenariosOf({ contracts: [contract], actions: [] }, "2026-05-20");
    expect(ended?.key).toBe("contracts-end");
    expect([feesOn(ended, "2026-06-09"), feesOn(ended, "2026-06-10")]).toEqual([0, 3_000]);
  });

  it("are a whole month's where not everything is given back, however young the account is (G22)", () => {
    const file: File = { contracts: [contract], actions: [anAction({ trackedOn: "2026-05-15" })] };
    const [, ended] = scenariosOf(file, "2026-05-20");
    expect(feesOn(ended, "2026-05-20")).toBe(3_000);
  });

  it("are possible from the earliest day of that way on", () => {
    const ways = scenariosOf({ contracts: [contract], actions: LATE.slice(0, 2) }, "2026-07-02");
    const possible = ways.map(({ cost }) => cost.days.find((day) => day.possible)?.day);
    expect(possible.map((day) => day && isoDay(day))).toEqual(["2026-09-01", "2026-09-01", "2026-07-10"]);
  });
});
