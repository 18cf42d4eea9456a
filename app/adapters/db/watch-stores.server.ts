import { z } from "zod";
import { REQUEST_STATES } from "#app/domain/index.ts";
import type {
  MarkRecord,
  MarkStore,
  MerchantEvent,
  MerchantEventRecord,
  MerchantEventStore,
  ToldChargeStore,
} from "#app/ports/index.ts";
import { type Db, toJson } from "./client.server.ts";
import type { MerchantEvent as MerchantEventRow } from "./generated/client.ts";
import { toDate, toDateOrNull, toInstant, toInstantOrNull } from "./time.server.ts";

const status = z.enum(["done", "open"]);
const notes = z.array(
  z.object({ id: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])).optional() }),
);
const event: z.ZodType<MerchantEvent> = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("next-charge-changed"),
    amount: z.object({ minor: z.number().int(), currency: z.string() }),
    on: z.string().nullable(),
  }),
  z.object({ type: z.literal("closing-task-reopened"), task: z.string(), leftovers: z.array(z.string()) }),
  z.object({
    type: z.literal("closing-request-status-changed"),
    reference: z.string(),
    state: z.enum(REQUEST_STATES),
    at: z.string(),
  }),
]);

export const createMarkStore = (db: Db): MarkStore => ({
  async all(shop) {
    const rows = await db.taskMark.findMany({ where: { shop }, orderBy: { task: "asc" } });
    return rows.map(
      ({ shop: _shop, ...row }): MarkRecord => ({
        ...row,
        status: status.parse(row.status),
        leftovers: notes.parse(row.leftovers),
        changedAt: toInstant(row.changedAt),
        wantedAt: toInstant(row.wantedAt),
      }),
    );
  },
  async move(shop, seen, next) {
    const data = {
      ...next,
      leftovers: toJson(next.leftovers),
      changedAt: toDate(next.changedAt),
      wantedAt: toDate(next.wantedAt),
    };
    if (seen === null) {
      const { count } = await db.taskMark.createMany({ data: [{ shop, ...data }], skipDuplicates: true });
      return count === 1;
    }
    const { task, status, reopened, changedAt } = seen;
    const where = { shop, task, status, reopened, changedAt: toDate(changedAt) };
    return (await db.taskMark.updateMany({ where, data })).count === 1;
  },
  async want(shop, at) {
    await db.taskMark.updateMany({ where: { shop }, data: { wantedAt: toDate(at) } });
  },
  async removeAll(shop) {
    await db.taskMark.deleteMany({ where: { shop } });
  },
});

/** A day as the date column keeps it: midnight in UTC. */
const dayOf = (iso: string | null): Date | null => (iso === null ? null : new Date(`${iso}T00:00:00Z`));

export const createToldChargeStore = (db: Db): ToldChargeStore => ({
  async find(shop) {
    const row = await db.toldCharge.findUnique({ where: { shop } });
    if (!row) return null;
    const on = row.dueOn?.toISOString().slice(0, 10) ?? null;
    return { minor: Number(row.amount), currency: row.currency, on };
  },
  async change(shop, seen, next, at) {
    const row = (charge: typeof next) => ({
      amount: BigInt(charge.minor),
      currency: charge.currency,
      dueOn: dayOf(charge.on),
    });
    const data = { ...row(next), toldAt: toDate(at) };
    const { count } =
      seen === null
        ? await db.toldCharge.createMany({ data: [{ shop, ...data }], skipDuplicates: true })
        : await db.toldCharge.updateMany({ where: { shop, ...row(seen) }, data });
    return count === 1;
  },
});

export const createMerchantEventStore = (db: Db): MerchantEventStore => ({
  async add({ id, shop, event: { type, ...body }, at, toldAt }) {
    const data = { id, shop, type, body: toJson(body), at: toDate(at), toldAt: toDateOrNull(toldAt) };
    await db.merchantEvent.create({ data });
  },
  async find(shop, id) {
    const row = await db.merchantEvent.findFirst({ where: { shop, id } });
    return row && toRecord(row);
  },
  async latest(shop, take) {
    const rows = await db.merchantEvent.findMany({ where: { shop }, orderBy: { at: "desc" }, take });
    return rows.map(toRecord);
  },
  async markTold(shop, id, at) {
    await db.merchantEvent.updateMany({ where: { shop, id }, data: { toldAt: toDate(at) } });
  },
});

const toRecord = ({ id, shop, type, body, at, toldAt }: MerchantEventRow): MerchantEventRecord => ({
  id,
  shop,
  event: event.parse({ ...Object(body), type }),
  at: toInstant(at),
  toldAt: toInstantOrNull(toldAt),
});
