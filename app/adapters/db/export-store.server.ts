import { z } from "zod";
import { EXPORT_LISTS, type ExportPlan, type ExportRow, type ExportStore } from "#app/ports/index.ts";
import { fromBase64, toBase64 } from "./base64.server.ts";
import { type Db, toJson } from "./client.server.ts";
import type { Export } from "./generated/client.ts";
import { toDate, toDateOrNull, toInstant, toInstantOrNull } from "./time.server.ts";

const state = z.enum(["running", "done"]);
const counted = z.object({
  exists: z.number().nullable(),
  exported: z.number(),
  unread: z.number().optional(),
});
const plan: z.ZodType<ExportPlan> = z.object({
  at: z.enum([...EXPORT_LISTS, "lists", "end"]),
  after: z.string(),
  counted: z.partialRecord(z.enum(EXPORT_LISTS), counted),
  // Written by this app from a closed type; of failures the outcome is what tells them apart.
  missing: z.array(
    z.object({ invoiceId: z.string(), why: z.custom<ExportPlan["missing"][number]["why"]>(isFailure) }),
  ),
  waitUntil: z.string().nullable(),
});

export function createExportStore(db: Db): ExportStore {
  return {
    async start(incoming) {
      await db.export.deleteMany({ where: { shop: incoming.shop, state: "done" } });
      const data = { ...toRow(incoming), runningKey: incoming.state === "running" ? incoming.shop : null };
      return (await db.export.createMany({ data: [data], skipDuplicates: true })).count === 1;
    },
    async latest(shop) {
      return fromRow(await db.export.findFirst({ where: { shop }, orderBy: { createdAt: "desc" } }));
    },
    async find(shop, id) {
      return fromRow(await db.export.findUnique({ where: { shop_id: { shop, id } } }));
    },
    async advance({ shop, id, step }, next, part) {
      const { count } = await db.export.updateMany({
        where: { shop, id, step, state: "running" },
        data: {
          step: step + 1,
          state: next.state,
          plan: toJson(next.plan),
          finishedAt: toDateOrNull(next.finishedAt),
          runningKey: next.state === "running" ? shop : null,
        },
      });
      if (count === 0) return false;
      if (part) {
        const content = toBase64(part.bytes);
        await db.exportPart.create({ data: { shop, exportId: id, step, name: part.name, content } });
      }
      return true;
    },
    async *parts(shop, id) {
      for (let after = -1; ; ) {
        const row = await db.exportPart.findFirst({
          where: { shop, exportId: id, step: { gt: after } },
          orderBy: { step: "asc" },
        });
        if (!row) return;
        yield { name: row.name, bytes: fromBase64(row.content) };
        after = row.step;
      }
    },
    async unfinished() {
      const rows = await db.export.findMany({ where: { state: "running" } });
      return rows.map(({ shop, id, plan: steps }) => ({ shop, id, waitUntil: plan.parse(steps).waitUntil }));
    },
    async removeExpired(now) {
      await db.export.deleteMany({ where: { expiresAt: { lte: toDate(now) } } });
    },
    async removeAll(shop) {
      await db.export.deleteMany({ where: { shop } });
    },
  };
}

function isFailure(value: unknown): boolean {
  return typeof value === "object" && value !== null && "outcome" in value;
}

const toRow = ({ plan: steps, createdAt, finishedAt, expiresAt, ...rest }: ExportRow) => ({
  ...rest,
  plan: toJson(steps),
  createdAt: toDate(createdAt),
  finishedAt: toDateOrNull(finishedAt),
  expiresAt: toDate(expiresAt),
});

function fromRow(row: Export | null): ExportRow | null {
  if (!row) return null;
  const { runningKey: _key, ...rest } = row;
  return {
    ...rest,
    state: state.parse(row.state),
    plan: plan.parse(row.plan),
    createdAt: toInstant(row.createdAt),
    finishedAt: toInstantOrNull(row.finishedAt),
    expiresAt: toInstant(row.expiresAt),
  };
}
