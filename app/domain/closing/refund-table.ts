export type Scenario = "A" | "B" | "C";

/**
 * What S0 says word for word: a scenario, "neither" where no text fits, "conflicting" where two do,
 * "unknown" when a fact is missing, "not-stated" for accounts S0 does not speak about.
 */
export type LiteralAnswer = Scenario | "neither" | "conflicting" | "unknown" | "not-stated";

export type RefundRow = { row: number; literal: LiteralAnswer; scenario: Scenario };

type Age = "under-30" | "day-30" | "over-30";
type Key = `${Age}/${"locked" | "never-locked"}/${"pending" | "nothing-pending"}`;

/** The twelve cases of S0's three refund texts; where they leave a gap the lower promise is shown (G21). */
const TABLE: Readonly<Record<Key, RefundRow>> = {
  "under-30/never-locked/nothing-pending": { row: 1, literal: "A", scenario: "A" },
  "under-30/never-locked/pending": { row: 2, literal: "conflicting", scenario: "C" },
  "under-30/locked/nothing-pending": { row: 3, literal: "conflicting", scenario: "C" },
  "under-30/locked/pending": { row: 4, literal: "C", scenario: "C" },
  "day-30/never-locked/nothing-pending": { row: 5, literal: "neither", scenario: "B" },
  "day-30/never-locked/pending": { row: 6, literal: "C", scenario: "C" },
  "day-30/locked/nothing-pending": { row: 7, literal: "C", scenario: "C" },
  "day-30/locked/pending": { row: 8, literal: "C", scenario: "C" },
  "over-30/never-locked/nothing-pending": { row: 9, literal: "B", scenario: "B" },
  "over-30/never-locked/pending": { row: 10, literal: "C", scenario: "C" },
  "over-30/locked/nothing-pending": { row: 11, literal: "C", scenario: "C" },
  "over-30/locked/pending": { row: 12, literal: "C", scenario: "C" },
};

/** S0's full refund is for accounts "under 30 days". */
export const FULL_REFUND_UNDER_DAYS = 30;

/** The row for an account active for `daysActive` days, both ends counted (G23). */
export function refundRow(daysActive: number, everLocked: boolean, pending: boolean): RefundRow {
  const age: Age =
    daysActive < FULL_REFUND_UNDER_DAYS
      ? "under-30"
      : daysActive === FULL_REFUND_UNDER_DAYS
        ? "day-30"
        : "over-30";
  return TABLE[`${age}/${everLocked ? "locked" : "never-locked"}/${pending ? "pending" : "nothing-pending"}`];
}
