import { loadAccount } from "../account/load-account.server.ts";
import type { Deps } from "../deps.ts";
import { refreshFacts } from "../sync/refresh-facts.server.ts";
import { choicesInForce } from "./choices.ts";

/** Once a day is enough to see a closing, and far below impact.com's limits. */
const EVERY_HOURS = 20;

export type WatchOutcome = "watched" | "watched-lately" | "closed" | "not-watching";

/** Asks impact.com again for a merchant who wanted that; once it says "closed", the token is destroyed. */
export async function watchAccount(
  input: { shop: string },
  deps: Pick<Deps, "db" | "clock" | "impact" | "seal">,
): Promise<WatchOutcome> {
  const before = await loadAccount(input, deps);
  if (!before?.shop.uninstalledAt || !before.connection?.live) return "not-watching";
  const now = deps.clock.now();
  const choices = await deps.db.choices.all(input.shop);
  if (!choicesInForce(choices, before.shop, now.epochMilliseconds).keepWatching) {
    await deps.db.transact((work) => work.connections.destroyToken(input.shop));
    return "not-watching";
  }
  const tried = before.snapshots.map(({ triedAt }) => now.since(triedAt).total("hours"));
  if (tried.some((hours) => hours < EVERY_HOURS)) return "watched-lately";
  await refreshFacts(input, deps);
  if ((await loadAccount(input, deps))?.state !== "closed") return "watched";
  await deps.db.transact((work) => work.connections.destroyToken(input.shop));
  return "closed";
}
