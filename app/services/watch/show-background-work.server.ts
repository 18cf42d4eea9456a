import type { Deps } from "../deps.ts";
import { showExport } from "../exports/show-export.server.ts";
import { showRequest } from "../requests/show-request.server.ts";

/** What a page can wait for: the reading of actions, the export that is being made, or the sending of one request. */
export type AwaitedWork = { what: "reading" } | { what: "export" } | { what: "request"; reference: string };

/** How far it is: while `stage` stays, only the numbers have moved, in parts done of parts planned. */
export type BackgroundWork = { stage: string; done: number; planned: number };

/** How far something is that goes on behind a page; "none" where there is no such thing (any more). */
export async function showBackgroundWork(
  { shop, ...awaited }: { shop: string } & AwaitedWork,
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<BackgroundWork> {
  const none = { stage: "none", done: 0, planned: 0 };
  if (awaited.what === "reading") return readingWork(shop, deps);
  if (awaited.what === "export") {
    const made = (await showExport({ shop }, deps))?.made;
    return made ? { stage: made.state, done: made.percent, planned: 100 } : none;
  }
  const request = await showRequest({ shop, reference: awaited.reference }, deps);
  return request ? { ...none, stage: request.status } : none;
}

async function readingWork(shop: string, { db }: Pick<Deps, "db">): Promise<BackgroundWork> {
  const connection = await db.connections.find(shop);
  const key = connection && { shop, accountSid: connection.accountSid };
  const sync = key && (await db.syncs.find(key));
  if (!key || !sync || sync.finishedAt !== null) return { stage: "idle", done: 0, planned: 0 };
  // A failed try goes on later: a page then says why, in place of a progress bar that stands still.
  const actions = (await db.snapshots.all(shop)).find(({ resource }) => resource === "Actions");
  const stage = actions?.failure ? "stopped" : "reading";
  return { stage, ...(await db.syncs.progress(key, sync.run)) };
}
