import type { WebhookStore } from "#app/ports/index.ts";
import { type Db, toJson } from "./client.server.ts";
import { toDate, toDateOrNull, toInstant, toInstantOrNull } from "./time.server.ts";

export function createWebhookStore(db: Db): WebhookStore {
  return {
    async add(incoming) {
      const data = {
        ...incoming,
        body: toJson(incoming.body),
        triggeredAt: toDateOrNull(incoming.triggeredAt),
        receivedAt: toDate(incoming.receivedAt),
        handledAt: toDateOrNull(incoming.handledAt),
      };
      const created = await db.webhookDelivery.createMany({ data: [data], skipDuplicates: true });
      return created.count === 1;
    },
    async find(shop, webhookId) {
      const row = await db.webhookDelivery.findFirst({ where: { shop, webhookId } });
      return (
        row && {
          ...row,
          triggeredAt: toInstantOrNull(row.triggeredAt),
          receivedAt: toInstant(row.receivedAt),
          handledAt: toInstantOrNull(row.handledAt),
        }
      );
    },
    async markHandled(shop, webhookId, outcome, at) {
      await db.webhookDelivery.updateMany({
        where: { shop, webhookId },
        data: { outcome, handledAt: toDate(at) },
      });
    },
    async remove(shop, webhookId) {
      await db.webhookDelivery.deleteMany({ where: { shop, webhookId } });
    },
  };
}
