import type { Deps } from "../deps.ts";
import type { StatedFacts } from "./stated-facts.ts";

/** Keeps what the merchant told us, with the day and the person. Facts not given stay as they were. */
export async function saveFacts(
  input: { shop: string; actor: string; facts: StatedFacts },
  deps: Pick<Deps, "db" | "clock">,
): Promise<void> {
  const statedAt = deps.clock.now();
  const records = Object.entries(input.facts).map(([name, value]) => ({
    name,
    value,
    statedAt,
    statedBy: input.actor,
  }));
  await deps.db.transact((work) => work.statedFacts.save(input.shop, records));
}
