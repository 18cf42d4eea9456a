import type { Temporal } from "temporal-polyfill";

/** A delivery of Shopify's, kept until it was handled. */
export type WebhookRow = {
  webhookId: string;
  eventId: string | null;
  topic: string;
  shop: string;
  body: unknown;
  triggeredAt: Temporal.Instant | null;
  receivedAt: Temporal.Instant;
  handledAt: Temporal.Instant | null;
  outcome: string | null;
};

export interface WebhookStore {
  /** False when this delivery is known already. */
  add(row: WebhookRow): Promise<boolean>;
  find(shop: string, webhookId: string): Promise<WebhookRow | null>;
  markHandled(shop: string, webhookId: string, outcome: string, at: Temporal.Instant): Promise<void>;
  remove(shop: string, webhookId: string): Promise<void>;
}
