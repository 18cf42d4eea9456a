import type { OutboundEventRecord } from "#app/ports/index.ts";
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
  const record = await deps.db.outboundEvents.find(input.shop, input.eventId);
  if (!record) return "unknown-event";
  if (record.state !== "pending") return "done-before";
  const stale = deps.clock.now().since(record.createdAt).total("hours") >= LIVES_HOURS;
  if (stale) return settle(record, "dropped", "too old", deps);
  const shop = await deps.db.shops.find(input.shop);
  if (!shop || shop.uninstalledAt) return settle(record, "dropped", "not installed", deps);
  const attempts = record.attempts + 1;
  const claimed = await deps.db.transact((work) => work.outboundEvents.change(record, { attempts }));
  if (!claimed) return "taken";
  const { handle, payload } = flowCall(record);
  const taken = await deps.flow.receive(input.shop, handle, payload);
  const mine = { ...record, attempts };
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
  record: OutboundEventRecord,
  state: "sent" | "dropped",
  lastError: string | null,
  deps: Pick<Deps, "db" | "clock">,
): Promise<SendEventOutcome> {
  const change = { state, lastError, settledAt: deps.clock.now() };
  return (await deps.db.transact((work) => work.outboundEvents.change(record, change))) ? state : "taken";
}
