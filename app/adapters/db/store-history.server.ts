import { z } from "zod";
import { STORE_EVENT_KINDS, type StaffNameStore, type StoreEventStore } from "#app/ports/index.ts";
import { type Db, toJson } from "./client.server.ts";
import { toDate, toInstant } from "./time.server.ts";

const kind = z.enum(STORE_EVENT_KINDS);
const detail = z.record(z.string(), z.string());

export const createStoreEventStore = (db: Db): StoreEventStore => ({
  async add(shop, event) {
    const data = { ...event, shop, detail: toJson(event.detail), at: toDate(event.at) };
    await db.storeEvent.create({ data });
  },
  async latest(shop, limit) {
    const rows = await db.storeEvent.findMany({ where: { shop }, orderBy: { at: "desc" }, take: limit });
    return rows.map((row) => ({
      id: row.id,
      kind: kind.parse(row.kind),
      actor: row.actor,
      detail: detail.parse(row.detail),
      at: toInstant(row.at),
    }));
  },
});

export const createStaffNameStore = (db: Db): StaffNameStore => ({
  async save(shop, { actor, name, seenAt }) {
    const data = { name, seenAt: toDate(seenAt) };
    await db.staffName.upsert({
      where: { shop_actor: { shop, actor } },
      create: { shop, actor, ...data },
      update: data,
    });
  },
  async all(shop) {
    const rows = await db.staffName.findMany({ where: { shop } });
    return rows.map(({ actor, name, seenAt }) => ({ actor, name, seenAt: toInstant(seenAt) }));
  },
});
