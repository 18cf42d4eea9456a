import { Temporal } from "temporal-polyfill";
import { readJson } from "#app/domain/index.ts";
import type { Deps } from "../deps.ts";
import { isShopDomain } from "../shop-domain.ts";
import { isWebhookTopic, WEBHOOK_SHAPES } from "./webhook-shapes.ts";

type Input = {
  webhookId: string;
  eventId: string | null;
  topic: string;
  shopHeader: string;
  triggeredAt: string | null;
  rawBody: string;
};

export type SaveWebhookOutcome =
  | { outcome: "stored" }
  | { outcome: "duplicate" }
  | { outcome: "rejected"; reason: "topic" | "shop" | "id" | "json" | "shape" | "tenant" };

/** Shopify's ids have 36 characters. One that fits into no index would be refused by the database, and come for ever. */
const LONGEST_ID = 255;
/** A webhook is some hours old at most; the sandbox's clock, or a wrong one, may be off by months. */
const YEARS = 10;

/**
 * Stores a signed webhook and enqueues its job in one commit. Nothing else happens before Shopify gets its answer:
 * Shopify waits five seconds, and a delivery that is stored can no longer be lost.
 */
export async function saveWebhook(
  input: Input,
  deps: Pick<Deps, "db" | "clock">,
): Promise<SaveWebhookOutcome> {
  if (!isWebhookTopic(input.topic)) return { outcome: "rejected", reason: "topic" };
  if (!isShopDomain(input.shopHeader)) return { outcome: "rejected", reason: "shop" };
  if (input.webhookId.length > LONGEST_ID) return { outcome: "rejected", reason: "id" };
  const body = readJson(input.rawBody);
  if (body === undefined) return { outcome: "rejected", reason: "json" };
  const shape = WEBHOOK_SHAPES[input.topic].safeParse(body);
  if (!shape.success) return { outcome: "rejected", reason: "shape" };
  if (shape.data.shop !== null && shape.data.shop !== input.shopHeader)
    return { outcome: "rejected", reason: "tenant" };
  const shop = input.shopHeader;
  const receivedAt = deps.clock.now();
  const isNew = await deps.db.keepWebhook({
    webhookId: input.webhookId,
    eventId: input.eventId && input.eventId.length <= LONGEST_ID ? input.eventId : null,
    topic: input.topic,
    shop,
    body: shape.data.kept,
    triggeredAt: readMoment(input.triggeredAt, receivedAt),
    receivedAt,
    handledAt: null,
    outcome: null,
  });
  return { outcome: isNew ? "stored" : "duplicate" };
}

/**
 * The header is unsigned and only a hint: one we cannot read, or of another age, is worth nothing, but it loses no
 * delivery. The database knows no year 275760 and the calendar nothing after it.
 */
function readMoment(text: string | null, now: Temporal.Instant): Temporal.Instant | null {
  try {
    const moment = text === null ? null : Temporal.Instant.from(text);
    return moment && Math.abs(moment.since(now).total("hours")) < YEARS * 365 * 24 ? moment : null;
  } catch {
    return null;
  }
}
