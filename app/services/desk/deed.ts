import { randomUUID } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import type { DeskVerb, Stores } from "#app/ports/index.ts";

/** Who sits at the desk, and the reason they gave. */
export type By = { who: string; why: string };

/** Writes down what is done at the desk, in the transaction that does it. `shop` is OPERATOR where no store may be named. */
export const noteDeed = (
  { shop, verb, by, detail = {} }: { shop: string; verb: DeskVerb; by: By; detail?: Record<string, string> },
  stores: Pick<Stores, "operatorDeeds">,
  at: Temporal.Instant,
): Promise<void> => stores.operatorDeeds.add(shop, { id: randomUUID(), verb, ...by, detail, at });
