import type { OutboundEventRow } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { flowCall } from "./flow-payload.ts";

export type SendEventOutcome = "sent" | "dropped" | "done-before" | "taken" | "unknown-event";

/** News older than this would start an automation about something that may have changed since. */
const LIVES_HOURS = 24;

/** Shopify could not take the event now; the queue tries again later. */
export class EventNotTaken extends Error {
  override name = "EventNotTaken";
}

/**
 * Hands one event to Shopify Flow. The attempt is claimed first, so that two workers never send it at once. Shopify
 * knows no idempotency key: after a lost answer the event goes again, under the same "Event ID".
 * Throws EventNotTaken while another try is worth it.
 */
export async function sendMerchantEvent(
  input: { shop: string; eventId: string },
  deps: Pick<Deps, "db" | "clock" | "flow" | "log">,
): Promise<SendEventOutcome> {
  const row = await deps.db.outboundEvents.find(input.shop, input.eventId);
  if (!row) return "unknown-event";
  if (row.state !== "pending") return "done-before";
  const stale = deps.clock.now().since(row.createdAt).total("hours") >= LIVES_HOURS;
  if (stale) return settle(row, "dropped", "too old", deps);
  const shop = await deps.db.shops.find(input.shop);
  if (!shop || shop.uninstalledAt) return settle(row, "dropped", "not installed", deps);
  const attempts = row.attempts + 1;
  const claimed = await deps.db.transact((work) => work.outboundEvents.change(row, { attempts }));
  if (!claimed) return "taken";
  const { handle, payload } = flowCall(row);
  const taken = await deps.flow.receive(input.shop, handle, payload);
  const mine = { ...row, attempts };
  switch (taken.outcome) {
    case "received":
      return settle(mine, "sent", null, deps);
    case "not-installed":
      return settle(mine, "dropped", "not installed", deps);
    case "refused":
      deps.log.error({ shop: input.shop, handle, reason: taken.reason }, "Shopify Flow refused a trigger");
      return settle(mine, "dropped", taken.reason, deps);
    case "unavailable":
      await deps.db.transact((work) => work.outboundEvents.change(mine, { lastError: taken.reason }));
      throw new EventNotTaken(taken.reason);
  }
}

async function settle(
  row: OutboundEventRow,
  state: "sent" | "dropped",
  lastError: string | null,
  deps: Pick<Deps, "db" | "clock">,
): Promise<SendEventOutcome> {
  const change = { state, lastError, settledAt: deps.clock.now() };
  return (await deps.db.transact((work) => work.outboundEvents.change(row, change))) ? state : "taken";
}
