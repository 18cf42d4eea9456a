import type { Edition } from "../account/account.ts";
import { essentials } from "./essentials.ts";
import type { Plan } from "./plan.ts";
import { starter } from "./starter.ts";
import { starterAgency } from "./starter-agency.ts";

/** Every version of every plan, oldest first. A rule that changes adds an entry; old figures keep theirs. */
export const PLAN_VERSIONS: Readonly<Record<Edition, readonly [Plan, ...Plan[]]>> = {
  starter: [starter],
  "starter-agency": [starterAgency],
  essentials: [essentials],
};

/** The plan in force, or the version a kept figure was made with; an unknown version is a fault. */
export function planFor(edition: Edition, version?: string): Plan {
  const versions = PLAN_VERSIONS[edition];
  if (version === undefined) return versions.at(-1) ?? versions[0];
  const found = versions.find((plan) => plan.version === version);
  if (!found) throw new RangeError(`${edition} has no version ${version}`);
  return found;
}

/** Ids of the rules that differ between the version a figure was made with and another one (today: the newest). */
export function changedRules(made: Plan, now: Plan = planFor(made.edition)): string[] {
  return (Object.keys(now.rules) as (keyof Plan["rules"])[])
    .filter((key) => now.rules[key].version !== made.rules[key].version)
    .map((key) => now.rules[key].id);
}
