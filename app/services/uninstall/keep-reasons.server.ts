import type { Database, ShopRecord, Stores } from "#app/ports/index.ts";
import { choicesInForce } from "./choices.ts";
import { unfinishedRequest } from "./unfinished-request.server.ts";

/** What somebody asked for that still needs data of a shop that left (docs/retention.md). */
export type KeepReason = "open-request" | "reminders" | "watching";

/** Empty when nothing keeps the data any more. `closed` is impact.com's own word that the account is closed. */
export async function keepReasons(
  shop: ShopRecord,
  stores: Pick<Stores | Database, "choices" | "closings" | "connections">,
  { nowMs, closed }: { nowMs: number; closed: boolean },
): Promise<KeepReason[]> {
  const choices = choicesInForce(await stores.choices.all(shop.shop), shop, nowMs);
  const token = (await stores.connections.find(shop.shop))?.sealedToken ?? null;
  const reasons: KeepReason[] = [];
  if (await unfinishedRequest(shop.shop, stores)) reasons.push("open-request");
  if (choices.remindBeforeFees && !closed) reasons.push("reminders");
  if (choices.keepWatching && token !== null && !closed) reasons.push("watching");
  return reasons;
}
