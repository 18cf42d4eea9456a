import { Temporal } from "temporal-polyfill";
import { afterClosing, isClosed } from "#app/domain/index.ts";
import type { Database, ShopRow, Stores } from "#app/ports/index.ts";
import { unfinishedRequest } from "#app/services/account/unfinished-request.server.ts";
import { requestSteps } from "../account/request-steps.ts";
import { choicesInForce } from "./choices.ts";

/** What somebody asked for that still needs data of a shop that left (docs/retention.md). */
export type KeepReason = "open-request" | "after-closing" | "reminders" | "watching";

/** Empty when nothing keeps the data any more. `closed` is impact.com's own word that the account is closed. */
export async function keepReasons(
  shop: ShopRow,
  stores: Pick<Stores | Database, "choices" | "closingRequests" | "connections">,
  { nowMs, closed }: { nowMs: number; closed: boolean },
): Promise<KeepReason[]> {
  const choices = choicesInForce(await stores.choices.all(shop.shop), shop, nowMs);
  const token = (await stores.connections.find(shop.shop))?.sealedToken ?? null;
  const reasons: KeepReason[] = [];
  if (await unfinishedRequest(shop.shop, stores)) reasons.push("open-request");
  if (await looksAfterClosing(shop, stores, nowMs)) reasons.push("after-closing");
  if (choices.remindBeforeFees && !closed) reasons.push("reminders");
  if (choices.keepWatching && token !== null && !closed) reasons.push("watching");
  return reasons;
}

/** A merchant who wants no mail gets neither the late refund nor the question, and needs nothing kept for them. */
export async function looksAfterClosing(
  { shop, timeZone, mailStoppedAt }: ShopRow,
  { closingRequests }: Pick<Stores, "closingRequests">,
  nowMs: number,
): Promise<boolean> {
  if (mailStoppedAt) return false;
  const today = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(timeZone).toPlainDate();
  for (const { id, state } of await closingRequests.all(shop)) {
    const steps = isClosed(state) ? requestSteps(await closingRequests.events(shop, id), timeZone) : [];
    if (afterClosing(state, steps, today)?.over === false) return true;
  }
  return false;
}
