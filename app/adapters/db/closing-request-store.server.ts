import { randomUUID } from "node:crypto";
import { z } from "zod";
import { assertTransition, isEnded, REQUEST_STATES, REQUEST_TRIGGERS } from "#app/domain/index.ts";
import type { ClosingRequestEvent, ClosingRequestRow, ClosingStore } from "#app/ports/index.ts";
import { type Db, toJson } from "./client.server.ts";
import type { ClosingEvent, ClosingRequest } from "./generated/client.ts";
import { toDate, toInstant } from "./time.server.ts";

const state = z.enum(REQUEST_STATES);
const trigger = z.enum(REQUEST_TRIGGERS);
const openItems = z.array(z.string());
const evidence = z.record(z.string(), z.string());

export function createClosingStore(db: Db): ClosingStore {
  const addEvent = (shop: string, requestId: string, event: ClosingRequestEvent) =>
    db.closingEvent.create({
      data: {
        id: randomUUID(),
        shop,
        requestId,
        ...event,
        evidence: toJson(event.evidence),
        at: toDate(event.at),
      },
    });
  return {
    findOpen: async (shop) => toRecord(await db.closingRequest.findFirst({ where: { shop, openKey: shop } })),
    findByReference: async (shop, reference) =>
      toRecord(await db.closingRequest.findFirst({ where: { shop, reference } })),
    findById: async (shop, id) => toRecord(await db.closingRequest.findFirst({ where: { shop, id } })),
    async open(record, event) {
      assertTransition(event);
      const created = await db.closingRequest.createMany({
        data: [
          {
            ...record,
            openKey: record.shop,
            openItems: toJson(record.openItems),
            createdAt: toDate(record.createdAt),
            updatedAt: toDate(record.updatedAt),
          },
        ],
        skipDuplicates: true,
      });
      if (created.count === 0) return false;
      await addEvent(record.shop, record.id, event);
      return true;
    },
    async move(shop, id, event) {
      assertTransition(event);
      const { count } = await db.closingRequest.updateMany({
        where: { shop, id, state: event.fromState ?? "" },
        data: {
          state: event.toState,
          updatedAt: toDate(event.at),
          ...(isEnded(event.toState) ? { openKey: null } : {}),
        },
      });
      if (count === 0) return false;
      await addEvent(shop, id, event);
      return true;
    },
    async events(shop, id) {
      const rows = await db.closingEvent.findMany({ where: { shop, requestId: id }, orderBy: { at: "asc" } });
      return rows.map(toEvent);
    },
  };
}

function toRecord(row: ClosingRequest | null): ClosingRequestRow | null {
  if (!row) return null;
  const { openKey: _openKey, ...rest } = row;
  return {
    ...rest,
    state: state.parse(row.state),
    openItems: openItems.parse(row.openItems),
    createdAt: toInstant(row.createdAt),
    updatedAt: toInstant(row.updatedAt),
  };
}

const toEvent = (row: ClosingEvent): ClosingRequestEvent => ({
  trigger: trigger.parse(row.trigger),
  fromState: state.nullable().parse(row.fromState),
  toState: state.parse(row.toState),
  actor: row.actor,
  evidence: evidence.parse(row.evidence),
  at: toInstant(row.at),
});
