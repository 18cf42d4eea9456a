import { isDeepStrictEqual } from "node:util";
import type { Deps } from "../deps.ts";
import { LINK_ACTOR } from "../link-actor.ts";
import { readStatedFacts, type StatedFactName, type StatedFacts } from "./stated-facts.ts";

export type SaveOutcome = { outcome: "saved" | "nothing-new" };

/**
 * What the form behind a link shows where nothing was said. Mail scanners send such forms as they came; that says
 * nothing, while a person in the admin who saves it has answered.
 */
const SHOWN_UNSAID: StatedFacts = { edition: "starter", closingAccounts: [] };

/**
 * Keeps what the merchant stated, with the day and the person. Facts not given stay as they were, and so do those given
 * as they are known: they keep their day and their person.
 */
export async function saveFacts(
  { shop, actor, facts }: { shop: string; actor: string; facts: StatedFacts },
  deps: Pick<Deps, "db" | "clock">,
): Promise<SaveOutcome> {
  const known = readStatedFacts(await deps.db.statedFacts.all(shop));
  return saveChanged(
    { shop, actor, facts, known: actor === LINK_ACTOR ? shownByLink(facts, known) : known },
    deps,
  );
}

/** What the form behind a link stands on: what is known, or what it shows where nothing is. */
export function shownByLink(facts: StatedFacts, known: StatedFacts): StatedFacts {
  const unsaid = Object.fromEntries(Object.keys(facts).map((name) => [name, null]));
  return { ...unsaid, ...SHOWN_UNSAID, ...known };
}

/** Those of the facts that are not as they are known. */
export const changedIn = (facts: StatedFacts, known: StatedFacts): StatedFacts =>
  Object.fromEntries(
    Object.entries(facts).filter(([name, value]) => !isDeepStrictEqual(value, known[name as StatedFactName])),
  );

/** The same against `known`, for who judges by more than the last word what is new. */
export async function saveChanged(
  { shop, actor, facts, known }: { shop: string; actor: string; facts: StatedFacts; known: StatedFacts },
  { db, clock }: Pick<Deps, "db" | "clock">,
): Promise<SaveOutcome> {
  const statedAt = clock.now();
  const rows = Object.entries(changedIn(facts, known)).map(([name, value]) => ({
    name,
    value,
    statedAt,
    statedBy: actor,
  }));
  if (rows.length === 0) return { outcome: "nothing-new" };
  await db.transact((work) => work.statedFacts.save(shop, rows));
  return { outcome: "saved" };
}
