import { z } from "zod";
import { CHANNELS, type TicketChange, type TicketRow, type TicketStore } from "#app/ports/index.ts";
import { type Db, toJson } from "./client.server.ts";
import type { OutboundTicket } from "./generated/client.ts";
import { toDate, toDateOrNull, toInstant, toInstantOrNull } from "./time.server.ts";

const state = z.enum(["pending", "sending", "unknown", "accepted", "refused", "withdrawn"]);
const channel = z.enum(CHANNELS).exclude(["assisted"]);
const content = z.object({
  subject: z.string(),
  body: z.string(),
  requester: z.object({ name: z.string(), email: z.string() }),
});
const proof = z.record(z.string(), z.string()).nullable();

export function createTicketStore(db: Db): TicketStore {
  return {
    async add({ proof: _none, ...ticket }) {
      await db.outboundTicket.create({
        data: {
          ...ticket,
          content: toJson(ticket.content),
          attemptedAt: toDateOrNull(ticket.attemptedAt),
          createdAt: toDate(ticket.createdAt),
          settledAt: toDateOrNull(ticket.settledAt),
        },
      });
    },
    findById: async (shop, id) => fromRow(await db.outboundTicket.findFirst({ where: { shop, id } })),
    findByRequest: async (shop, requestId) =>
      fromRow(await db.outboundTicket.findFirst({ where: { shop, requestId } })),
    async change({ shop, id, state: before, attempts }, change) {
      const { count } = await db.outboundTicket.updateMany({
        where: { shop, id, state: before, attempts },
        data: toColumns(change),
      });
      return count === 1;
    },
    unfinished: () =>
      db.outboundTicket.findMany({
        where: { state: { in: ["pending", "sending", "unknown"] } },
        select: { shop: true, id: true },
      }),
  };
}

function toColumns({ proof: evidence, attemptedAt, settledAt, ...rest }: TicketChange) {
  return {
    ...rest,
    ...(evidence ? { proof: toJson(evidence) } : {}),
    ...(attemptedAt ? { attemptedAt: toDate(attemptedAt) } : {}),
    ...(settledAt ? { settledAt: toDate(settledAt) } : {}),
  };
}

function fromRow(row: OutboundTicket | null): TicketRow | null {
  return (
    row && {
      ...row,
      channel: channel.parse(row.channel),
      state: state.parse(row.state),
      content: content.parse(row.content),
      proof: proof.parse(row.proof),
      attemptedAt: toInstantOrNull(row.attemptedAt),
      createdAt: toInstant(row.createdAt),
      settledAt: toInstantOrNull(row.settledAt),
    }
  );
}
