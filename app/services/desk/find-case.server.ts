import { type ClosingRequestRow, OPERATOR } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { type By, noteDeed } from "./deed.ts";

export type FoundCase = Pick<ClosingRequestRow, "shop" | "reference" | "state" | "createdAt" | "updatedAt">;

/** The cases of a reference, as a merchant or the help desk names it; nearly always one, in whichever store. */
export async function findCase(
  { reference, by }: { reference: string; by: By },
  { db, clock }: Pick<Deps, "db" | "clock">,
): Promise<FoundCase[]> {
  const found: FoundCase[] = [];
  for (const shop of await db.desk.storesWith(reference)) {
    const request = await db.closingRequests.findByReference(shop, reference);
    if (request) found.push(request);
  }
  const deed = { verb: "find" as const, by, detail: { reference } };
  for (const shop of found.length > 0 ? found.map((each) => each.shop) : [OPERATOR])
    await noteDeed({ shop, ...deed }, db, clock.now());
  return found;
}

/** The request of a reference for a deed that is noted by itself; null where there is none. */
export async function caseOf(reference: string, { db }: Pick<Deps, "db">): Promise<ClosingRequestRow | null> {
  const [shop] = await db.desk.storesWith(reference);
  return shop === undefined ? null : db.closingRequests.findByReference(shop, reference);
}
