import { z } from "zod";
import type { ChargeSnapshotStore, TaskWatchRow, TaskWatchStore } from "#app/ports/index.ts";
import { type Db, toJson } from "./client.server.ts";
import { toDate, toInstant } from "./time.server.ts";

const status = z.enum(["done", "open"]);
const notes = z.array(
  z.object({ id: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])).optional() }),
);

export const createTaskWatchStore = (db: Db): TaskWatchStore => ({
  async all(shop) {
    const rows = await db.taskMark.findMany({ where: { shop }, orderBy: { task: "asc" } });
    return rows.map(
      ({ shop: _shop, ...row }): TaskWatchRow => ({
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

export const createChargeSnapshotStore = (db: Db): ChargeSnapshotStore => ({
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
