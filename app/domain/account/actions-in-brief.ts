import type { Day } from "../day.ts";
import type { ActionsInBrief, KnownActions } from "./account.ts";

export function isBrief(actions: KnownActions): actions is ActionsInBrief {
  return "open" in actions;
}

/** The brief of a day; asking it for another day is a fault of the program, not of the data. */
export function briefFor(actions: ActionsInBrief, on: Day): ActionsInBrief {
  if (actions.on !== on) throw new RangeError(`A brief of day ${actions.on} does not tell of day ${on}.`);
  return actions;
}
