import { describe, expect, it } from "vitest";
import { type AccountFileJson, isoDay, parseAccountFile } from "#app/domain/index.ts";
import { type ActionJson, anAccount, anAccountFile, anAction } from "#test/factories/account.ts";

type Invoice = NonNullable<AccountFileJson["invoices"]>[number];
const invoice: Invoice = { id: "I-1", dueOn: "2026-07-16", total: "75.00", status: "PENDING", paidOn: null };

describe("an amount of impact.com's that is finer than money", () => {
  // What is beyond the minor unit is kept in 1 / 10^15 of it, so that sums are rounded once, at the end.
  const read = (overrides: Partial<ActionJson>) => anAccount({ actions: [anAction(overrides)] }).actions?.[0];

  it("is kept to its last digit, whichever of the two it is", () => {
    // 87.96 cents are 88 less 0.04; 0.4 cents are 0 and 0.4.
    expect(read({ payout: "0.8796", amount: "10.00" })).toMatchObject({
      ...{ payout: 88, amount: 1_000 },
      finer: { payout: -40_000_000_000_000, amount: 0 },
    });
    expect(read({ payout: "75.00", amount: "0.004" })).toMatchObject({
      ...{ payout: 7_500, amount: 0 },
      finer: { payout: 0, amount: 400_000_000_000_000 },
    });
  });

  it("has nothing beside it where both are whole cents", () => {
    expect(read({ payout: "75.00", amount: "1000.00" })).not.toHaveProperty("finer");
  });

  it("of an invoice is kept too, a credit note's below 0", () => {
    const [fine, plain] =
      anAccount({
        invoices: [
          { ...invoice, total: "-0.004" },
          { ...invoice, id: "I-2" },
        ],
      }).invoices ?? [];
    expect(fine).toMatchObject({ total: 0, finer: -400_000_000_000_000 });
    expect(plain).toMatchObject({ total: 7_500 });
    expect(plain).not.toHaveProperty("finer");
  });
});

it("reads the days of a list as days", () => {
  const { actions, invoices } = anAccount({
    actions: [anAction({ state: "REVERSED", reversedOn: "2026-06-10" })],
    invoices: [{ ...invoice, status: "PAID", paidOn: "2026-07-10" }],
  });
  const action = actions?.[0];
  const days = [action?.trackedOn, action?.locksOn, action?.reversedOn, invoices?.[0]?.paidOn];
  expect(days.map((day) => isoDay(day ?? 0))).toEqual([
    "2026-05-30",
    "2026-06-20",
    "2026-06-10",
    "2026-07-10",
  ]);
  expect(action?.clearedOn).toBeNull();
});

describe("what cannot be read in a list", () => {
  const pathsOf = (overrides: Partial<AccountFileJson>) => {
    const parsed = parseAccountFile(anAccountFile(overrides));
    return parsed.outcome === "rejected" ? parsed.problems.map(({ path }) => path) : [];
  };
  // Well formed, so that only reading it finds out: there is no 31 June, and no such sum can be exact.
  const NO_DAY = "2026-06-31";
  const TOO_LARGE = "99999999999999999999";

  it.each<[keyof ActionJson, Partial<ActionJson>]>([
    ["trackedOn", { trackedOn: NO_DAY, locksOn: null }],
    ["reversedOn", { state: "REVERSED", reversedOn: NO_DAY }],
    ["clearedOn", { state: "APPROVED", clearedOn: NO_DAY }],
    ["payout", { payout: TOO_LARGE }],
    ["amount", { amount: TOO_LARGE }],
  ])("is told with its place: an action's %s", (key, overrides) => {
    const actions = [anAction({ id: "good" }), anAction(overrides)];
    expect(pathsOf({ actions })).toContain(`actions[1].${key}`);
  });

  it("is told with its place: an invoice's total", () => {
    expect(pathsOf({ invoices: [invoice, { ...invoice, id: "I-2", total: TOO_LARGE }] })).toEqual([
      "invoices[1].total",
    ]);
  });
});
