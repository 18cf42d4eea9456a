import { isDeepStrictEqual } from "node:util";
import type { Deps } from "../deps.ts";
import { saveFacts } from "./save-facts.server.ts";
import { readStatedFacts, type StatedFactName, type StatedFacts } from "./stated-facts.ts";

/** What a form shows where nothing was told; saying it again is no news either. */
const UNTOLD: StatedFacts = { edition: "starter", closingAccounts: [] };

/** Those of the facts that differ from what is known. */
export function newsIn(facts: StatedFacts, known: StatedFacts): StatedFacts {
  const before = (name: string) => known[name as StatedFactName] ?? UNTOLD[name as StatedFactName] ?? null;
  return Object.fromEntries(
    Object.entries(facts).filter(([name, value]) => !isDeepStrictEqual(value, before(name))),
  );
}

export type TellOutcome = { outcome: "saved" | "nothing-new" };

/**
 * Keeps of a form what is new in it. A form sent as it came, as mail scanners send those behind a link, says nothing, and
 * what stays as it was keeps its day and its person.
 */
export async function tellNews(
  { shop, actor, facts }: { shop: string; actor: string; facts: StatedFacts },
  deps: Pick<Deps, "db" | "clock">,
): Promise<TellOutcome> {
  const known = readStatedFacts(await deps.db.statedFacts.all(shop));
  return saveThese({ shop, actor, facts: newsIn(facts, known) }, deps);
}

/** Saves facts, unless there are none. */
export async function saveThese(
  input: { shop: string; actor: string; facts: StatedFacts },
  deps: Pick<Deps, "db" | "clock">,
): Promise<TellOutcome> {
  if (Object.keys(input.facts).length === 0) return { outcome: "nothing-new" };
  await saveFacts(input, deps);
  return { outcome: "saved" };
}
