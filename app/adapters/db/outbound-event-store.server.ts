import { z } from "zod";
import { REQUEST_STATES } from "#app/domain/index.ts";
import type { MerchantEvent, OutboundEventStore } from "#app/ports/index.ts";
import { type Db, toJson } from "./client.server.ts";
import { toDate, toDateOrNull, toInstant, toInstantOrNull } from "./time.server.ts";

const event: z.ZodType<MerchantEvent> = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("next-charge-changed"),
    amount: z.object({ minor: z.number().int(), currency: z.string() }),
    on: z.string().nullable(),
  }),
  z.object({
    type: z.literal("closing-task-reopened"),
    task: z.string(),
    leftovers: z.array(z.string()),
    count: z.number().int().optional(),
  }),
  z.object({
    type: z.literal("closing-request-status-changed"),
    reference: z.string(),
    state: z.enum(REQUEST_STATES),
    at: z.string(),
  }),
]);
const state = z.enum(["pending", "sent", "dropped"]);

export function createOutboundEventStore(db: Db): OutboundEventStore {
  return {
    async add({ event: notified, createdAt, settledAt, ...rest }) {
      const times = { createdAt: toDate(createdAt), settledAt: toDateOrNull(settledAt) };
      await db.outboundEvent.create({ data: { ...rest, ...times, event: toJson(notified) } });
    },
    async find(shop, id) {
      const row = await db.outboundEvent.findFirst({ where: { shop, id } });
      return (
        row && {
          ...row,
          event: event.parse(row.event),
          state: state.parse(row.state),
          createdAt: toInstant(row.createdAt),
          settledAt: toInstantOrNull(row.settledAt),
        }
      );
    },
    async change({ shop, id, state: before, attempts }, { settledAt, ...change }) {
      const { count } = await db.outboundEvent.updateMany({
        where: { shop, id, state: before, attempts },
        data: { ...change, ...(settledAt ? { settledAt: toDate(settledAt) } : {}) },
      });
      return count === 1;
    },
  };
}
