import { OPERATOR } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { type By, noteDeed } from "./deed.ts";

const MOST_SHOWN = 100;

/** What was done at the desk for one store, or, without one, what was done for none; newest first. */
export async function showDeeds(
  { shop, by }: { shop: string | null; by: By },
  { db, clock }: Pick<Deps, "db" | "clock">,
) {
  const deeds = await db.operatorDeeds.ofShop(shop ?? OPERATOR, MOST_SHOWN);
  await noteDeed({ shop: shop ?? OPERATOR, verb: "deeds", by }, db, clock.now());
  return deeds;
}
