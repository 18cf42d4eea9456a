import { describe, expect, it } from "vitest";
import { type Action, parseDay, partnerEarnings } from "#app/domain/index.ts";

const day = (text: string) => parseDay(text) ?? 0;
const action = (overrides: Partial<Action>): Action => ({
  id: "1",
  program: "Acme",
  partner: "Acme",
  state: "PENDING",
  amount: 1_000,
  payout: 100,
  trackedOn: day("2026-05-01"),
  locksOn: day("2026-06-01"),
  reversedOn: null,
  clearedOn: null,
  ...overrides,
});

describe("what a partner may still earn", () => {
  it("is what is pending, and what is locked but not paid; reversed and paid actions bring nothing more", () => {
    const actions = [
      action({ payout: 100 }),
      action({ payout: 250, locksOn: day("2026-07-15") }),
      action({ payout: 25, locksOn: null }),
      action({ state: "APPROVED", payout: 4_000 }),
      action({ state: "APPROVED", payout: 7_000, clearedOn: day("2026-06-16") }),
      action({ state: "REVERSED", payout: 9_000 }),
    ];
    // 100 + 250 + 25 = 375 pending; 4,000 locked and unpaid.
    expect(partnerEarnings(actions)).toEqual({
      pending: { count: 3, amount: 375, lastLock: day("2026-07-15") },
      awaiting: { count: 1, amount: 4_000 },
    });
  });

  it("is nothing without actions, and has no last lock while all are open-ended", () => {
    expect(partnerEarnings([])).toEqual({
      pending: { count: 0, amount: 0, lastLock: null },
      awaiting: { count: 0, amount: 0 },
    });
    expect(partnerEarnings([action({ locksOn: null })]).pending.lastLock).toBeNull();
  });
});
