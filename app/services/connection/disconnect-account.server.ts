import type { Deps } from "../deps.ts";
import { saveDeed } from "../history/save-deed.server.ts";

/** Destroys the sealed token and everything that was read with it. What the merchant told us stays. */
export async function disconnectAccount(
  { shop, actor }: { shop: string; actor: string },
  { db, clock, settings }: Pick<Deps, "db" | "clock" | "settings">,
): Promise<void> {
  const now = clock.now();
  await db.transact(async (work) => {
    const connection = await work.connections.find(shop);
    await work.connections.remove(shop);
    await work.snapshots.removeAll(shop);
    if (!connection) return;
    const detail = { account: connection.accountSid.slice(-4) };
    await saveDeed({ shop, kind: "disconnected", actor, detail }, work, { now, settings });
  });
}
