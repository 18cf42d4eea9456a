import type { Deps } from "../deps.ts";
import { currencyAndZone } from "./currency-and-zone.ts";
import { bodiesOf } from "./known-bodies.ts";
import { readStatedFacts } from "./stated-facts.ts";

/** Currency and zone of a shop's account by what is known now. */
export async function currencyAndZoneOf(shop: string, deps: Pick<Deps, "db">) {
  const [row, stated, snapshots] = await Promise.all([
    deps.db.shops.find(shop),
    deps.db.statedFacts.all(shop),
    deps.db.snapshots.all(shop),
  ]);
  return currencyAndZone(readStatedFacts(stated), bodiesOf(snapshots), row);
}
