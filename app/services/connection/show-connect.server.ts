import type { Deps } from "../deps.ts";

/** What the connect page starts from: the store's zone, and the last four characters of a connected account's SID. */
export async function showConnect(
  { shop }: { shop: string },
  { db }: Pick<Deps, "db">,
): Promise<{ timeZone: string; connected: string | null }> {
  const known = await db.shops.find(shop);
  const connection = await db.connections.find(shop);
  return { timeZone: known?.timeZone ?? "UTC", connected: connection?.accountSid.slice(-4) ?? null };
}
