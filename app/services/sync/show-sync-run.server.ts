import type { Deps } from "../deps.ts";

/** How far the reading of the actions is, in windows of days done of windows planned. */
export type SyncRun = { stage: "reading" | "stopped" | "idle"; done: number; planned: number };

/** A reading whose last try failed has stopped: a page then says why, in place of a progress bar that stands still. */
export async function showSyncRun({ shop }: { shop: string }, { db }: Pick<Deps, "db">): Promise<SyncRun> {
  const connection = await db.connections.find(shop);
  // Without a token nobody reads on, whatever was begun.
  const key = connection?.sealedToken && { shop, accountSid: connection.accountSid };
  const sync = key && (await db.syncs.find(key));
  if (!key || !sync || sync.finishedAt !== null) return { stage: "idle", done: 0, planned: 0 };
  const actions = (await db.snapshots.all(shop)).find(({ resource }) => resource === "Actions");
  return { stage: actions?.failure ? "stopped" : "reading", ...(await db.syncs.progress(key, sync.run)) };
}
