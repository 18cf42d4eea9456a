import type { AccountFacts } from "../account/account.ts";
import type { Day } from "../day.ts";
import { runningContracts } from "./open-items.ts";

/**
 * The last day on which a new action can be tracked, once every contract has ended or ends on a known day (D17). Null
 * while one runs without an end, waits to begin, or the contracts are not known.
 */
export function contractsEndOn(facts: Pick<AccountFacts, "contracts" | "unread">, on: Day): Day | null {
  const running = runningContracts(facts, on);
  // A row that could not be read may be a contract that runs on.
  if (running === null || facts.unread?.contracts || facts.unread?.programs) return null;
  let last = on;
  for (const { status, endsOn } of running) {
    if (endsOn === null || status !== "ACTIVE") return null;
    last = Math.max(last, endsOn);
  }
  return last;
}
