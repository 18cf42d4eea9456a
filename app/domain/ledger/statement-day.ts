import type { Day } from "../day.ts";

/** The five figures of a day as S3 shows them, in minor units. */
export type DayAmounts = {
  opening: number;
  /** Owed and not covered by the opening balance. */
  payable: number;
  deduction: number;
  cardCharge: number;
  closing: number;
};

/** One day of the funding account. `amounts` is null when the balance or the actions are not known. */
export type StatementDay = {
  day: Day;
  amounts: DayAmounts | null;
  /** What happened that day, in minor units. */
  costs: number;
  reversed: number;
  locking: number;
  feeCharged: number;
  feeSettled: number;
  /** Owed in all before the card, and what stays due although its day has come (G33). */
  owed: number;
  rest: number;
};
