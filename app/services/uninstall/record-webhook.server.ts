import { Temporal } from "temporal-polyfill";
import type { Deps } from "../deps.ts";
import { isShopDomain, isWebhookTopic, WEBHOOK_SHAPES } from "./webhook-shapes.ts";

type Input = {
  webhookId: string;
  eventId: string | null;
  topic: string;
  shopHeader: string;
  triggeredAt: string | null;
  rawBody: string;
};

export type RecordWebhookOutcome =
  | { outcome: "stored" }
  | { outcome: "duplicate" }
  | { outcome: "rejected"; reason: "topic" | "shop" | "json" | "shape" | "tenant" };

/**
 * Stores a signed webhook and enqueues its job in one commit. Nothing else happens before Shopify gets its answer:
 * Shopify waits five seconds, and a delivery that is stored can no longer be lost.
 */
export async function recordWebhook(
  input: Input,
  deps: Pick<Deps, "db" | "clock">,
): Promise<RecordWebhookOutcome> {
  if (!isWebhookTopic(input.topic)) return { outcome: "rejected", reason: "topic" };
  if (!isShopDomain(input.shopHeader)) return { outcome: "rejected", reason: "shop" };
  const body = parseJson(input.rawBody);
  if (body === undefined) return { outcome: "rejected", reason: "json" };
  const shape = WEBHOOK_SHAPES[input.topic].safeParse(body);
  if (!shape.success) return { outcome: "rejected", reason: "shape" };
  if (shape.data.shop !== null && shape.data.shop !== input.shopHeader)
    return { outcome: "rejected", reason: "tenant" };
  const shop = input.shopHeader;
  return deps.db.transact(async (work) => {
    const isNew = await work.webhooks.add({
      webhookId: input.webhookId,
      eventId: input.eventId,
      topic: input.topic,
      shop,
      body: shape.data.kept,
      triggeredAt: parseInstant(input.triggeredAt),
      receivedAt: deps.clock.now(),
      handledAt: null,
      outcome: null,
    });
    if (!isNew) return { outcome: "duplicate" };
    await work.enqueue({ name: "handle-webhook", data: { shop, webhookId: input.webhookId } });
    return { outcome: "stored" };
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The header is unsigned and only a hint: one we cannot read is worth nothing, but it loses no delivery. */
function parseInstant(text: string | null): Temporal.Instant | null {
  try {
    return text === null ? null : Temporal.Instant.from(text);
  } catch {
    return null;
  }
}
