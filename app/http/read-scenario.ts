import type { ClosingOutlook } from "#app/domain/index.ts";

/** The names that a page's address has for what is assumed of the closing, and the scenario each means. */
export const SCENARIO_NAMES = { now: "as-is", ended: "contracts-end", approved: "approved" } as const;
export type ScenarioName = keyof typeof SCENARIO_NAMES;

/** Where the scenario with a name stands; of those that approve actions it is the cheapest. -1 where there is none. */
export function scenarioAt({ scenarios }: Pick<ClosingOutlook, "scenarios">, name: ScenarioName): number {
  const fees = (at: number) => Number(scenarios[at]?.cheapest?.fees ?? Number.POSITIVE_INFINITY);
  return scenarios.reduce(
    (best, { key }, at) => (key === SCENARIO_NAMES[name] && (best < 0 || fees(at) < fees(best)) ? at : best),
    -1,
  );
}

/**
 * The same outlook with the scenario that `?if=…` names as the one that is shown; without a name, or one that this account
 * has no scenario for, the cheapest stays it.
 */
export function withScenario(outlook: ClosingOutlook, name: string | null): ClosingOutlook {
  const at =
    name !== null && Object.hasOwn(SCENARIO_NAMES, name) ? scenarioAt(outlook, name as ScenarioName) : -1;
  return at < 0 ? outlook : { ...outlook, best: at, isBetter: at > 0 };
}
