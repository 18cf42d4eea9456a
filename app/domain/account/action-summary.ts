import type { Day } from "../day.ts";
import type { ActionSummary, KnownActions } from "./account.ts";

export function isSummary(actions: KnownActions): actions is ActionSummary {
  return "open" in actions;
}

/** The brief of a day; asking it for another day is a fault of the program, not of the data. */
export function summaryFor(actions: ActionSummary, on: Day): ActionSummary {
  if (actions.on !== on) throw new RangeError(`A brief of day ${actions.on} does not tell of day ${on}.`);
  return actions;
}
