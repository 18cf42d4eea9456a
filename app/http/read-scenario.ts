import type { ClosingOutlook } from "#app/domain/index.ts";

/** The names that a page's address has for what is assumed of the closing, and the scenario each means. */
export const SCENARIO_NAMES = { now: "as-is", ended: "contracts-end", approved: "approved" } as const;
export type ScenarioName = keyof typeof SCENARIO_NAMES;

/**
 * The same outlook with the scenario that `?if=…` names as the one that is shown; without a name, or one that this account
 * has no scenario for, the cheapest stays it.
 */
export function withScenario(outlook: ClosingOutlook, name: string | null): ClosingOutlook {
  const key =
    name !== null && Object.hasOwn(SCENARIO_NAMES, name) ? SCENARIO_NAMES[name as ScenarioName] : null;
  const at = outlook.scenarios.findIndex((each) => each.key === key);
  return at < 0 ? outlook : { ...outlook, best: at, isBetter: at > 0 };
}
