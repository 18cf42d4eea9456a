import type { Day } from "../day.ts";
import { firstFee, firstFeeMonth } from "../fees/first-fee.ts";
import { firstDayOf } from "../month.ts";

/** Days of an account's start that a statement shows even when no money moves. */
export type Milestones = {
  signedUpOn: Day;
  fullMonthOn: Day;
  firstFeeOn: Day;
  /** The day a first fee may be charged before the expected one (G4), else null. */
  maybeFeeOn: Day | null;
};

export function milestonesOf(signedUpOn: Day): Milestones {
  const { earliest, expected } = firstFee(signedUpOn);
  return {
    signedUpOn,
    fullMonthOn: firstDayOf(firstFeeMonth(signedUpOn)),
    firstFeeOn: expected,
    maybeFeeOn: earliest === expected ? null : earliest,
  };
}
