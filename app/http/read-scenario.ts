import type { ClosingOutlook } from "#app/domain/index.ts";

/** The names that a page's address has for what is assumed of the closing, and the scenario each means. */
export const SCENARIO_NAMES = { now: "as-is", ended: "contracts-end", approved: "approved" } as const;
export type ScenarioName = keyof typeof SCENARIO_NAMES;

/** The scenario that a name means for this account: of those that approve actions the cheapest. */
export const scenarioAt = (
  { bestOf }: Pick<ClosingOutlook, "bestOf">,
  name: ScenarioName,
): number | undefined => bestOf[SCENARIO_NAMES[name]];

/**
 * The same outlook with the scenario that `?if=…` names as the one that is shown; without a name, or one that this account
 * has no scenario for, the cheapest stays it.
 */
export function withScenario(outlook: ClosingOutlook, name: string | null): ClosingOutlook {
  const at =
    name !== null && Object.hasOwn(SCENARIO_NAMES, name)
      ? scenarioAt(outlook, name as ScenarioName)
      : undefined;
  return at === undefined ? outlook : { ...outlook, best: at, isBetter: at > 0 };
}
