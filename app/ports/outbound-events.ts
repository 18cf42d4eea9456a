import type { Temporal } from "temporal-polyfill";
import type { MerchantEvent, MerchantEventType } from "./merchant-events.ts";

/** One event on its way to the merchant's automations. */
export type OutboundEventRow = {
  /** Goes along, so that an automation can tell a repetition. */
  id: string;
  shop: string;
  event: MerchantEvent;
  state: "pending" | "sent" | "dropped";
  attempts: number;
  lastError: string | null;
  createdAt: Temporal.Instant;
  settledAt: Temporal.Instant | null;
};

export type OutboundEventChange = Partial<
  Pick<OutboundEventRow, "state" | "attempts" | "lastError" | "settledAt">
>;

export interface OutboundEventStore {
  add(event: OutboundEventRow): Promise<void>;
  find(shop: string, id: string): Promise<OutboundEventRow | null>;
  /** Changes the event as it was seen; false, and nothing, when another attempt changed it meanwhile. */
  change(seen: OutboundEventRow, change: OutboundEventChange): Promise<boolean>;
}

export type FlowOutcome =
  | { outcome: "received" }
  /** Shopify read it and will not take it as it is. */
  | { outcome: "refused"; reason: string }
  /** The app has no live token for this shop: it is not installed. */
  | { outcome: "not-installed" }
  /** Too many calls, an outage, a lost answer: worth another try. */
  | { outcome: "unavailable"; reason: string };

/** Starts the workflows of Shopify Flow that begin with one of the app's triggers; a trigger has its event's name. */
export interface FlowTriggers {
  receive(
    shop: string,
    handle: MerchantEventType,
    payload: Record<string, string | number>,
  ): Promise<FlowOutcome>;
}
