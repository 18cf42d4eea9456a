import type { Deps } from "../deps.ts";

/** The token of the connected account, to find it in a text that must not hold it; nothing else is done with it. */
export async function ownToken(shop: string, { db, seal }: Pick<Deps, "db" | "seal">): Promise<string[]> {
  const sealed = (await db.connections.find(shop))?.sealedToken;
  if (!sealed) return [];
  try {
    return [seal.open(shop, sealed)];
  } catch {
    // A key that is gone is the reading's trouble, and must not keep a closing request back.
    return [];
  }
}
