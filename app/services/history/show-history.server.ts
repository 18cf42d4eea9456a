import type { Deps } from "../deps.ts";
import { whoIn } from "./who.server.ts";

/** Enough for years of one store, and a page that can still be read. */
const MOST_SHOWN = 50;

/** What was done with the store's connection, choices and mails, newest first. */
export async function showHistory({ shop }: { shop: string }, { db }: Pick<Deps, "db">) {
  const who = await whoIn(shop, db);
  const events = await db.storeEvents.latest(shop, MOST_SHOWN);
  return events.map(({ id, kind, detail, actor, at }) => ({
    id,
    kind,
    detail,
    ...who(actor),
    at: at.toString(),
  }));
}

export type HistoryView = Awaited<ReturnType<typeof showHistory>>;
