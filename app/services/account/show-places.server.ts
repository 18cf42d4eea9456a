import type { Deps } from "../deps.ts";
import { readStatedFacts } from "./stated-facts.ts";

/** Whether fee preview and ledger have something to show: a partner or an agency pays no fee that could stand there. */
export async function showPlaces(
  { shop }: { shop: string },
  { db }: Pick<Deps, "db">,
): Promise<{ hasFees: boolean }> {
  const connection = await db.connections.find(shop);
  if (connection) return { hasFees: connection.kind === "brand" };
  const { closingAccount } = readStatedFacts(await db.statedFacts.all(shop));
  return { hasFees: closingAccount !== "partner" };
}
