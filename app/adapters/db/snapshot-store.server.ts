import { z } from "zod";
import { IMPACT_RESOURCES, type ReadFailure, type SnapshotStore } from "#app/ports/index.ts";
import { type Db, toJson, toJsonOrNull } from "./client.server.ts";
import { toDate, toInstant, toInstantOrNull } from "./time.server.ts";

const resource = z.enum(IMPACT_RESOURCES);
const failure: z.ZodType<ReadFailure> = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("unauthorized") }),
  z.object({ outcome: z.literal("forbidden"), resource }),
  z.object({ outcome: z.literal("rate-limited"), retryAt: z.string().nullable() }),
  z.object({
    outcome: z.literal("unavailable"),
    reason: z.enum(["timeout", "network", "server-error", "not-json"]),
  }),
  z.object({ outcome: z.literal("unexpected-answer"), resource, field: z.string() }),
]);

export function createSnapshotStore(db: Db): SnapshotStore {
  return {
    async all(shop) {
      const rows = await db.snapshot.findMany({ where: { shop } });
      return rows.map((row) => ({
        resource: resource.parse(row.resource),
        body: row.body,
        checkedAt: toInstantOrNull(row.checkedAt),
        triedAt: toInstant(row.triedAt),
        failure: failure.nullable().parse(row.failure),
      }));
    },
    async recordRead(shop, name, body, at) {
      const data = {
        body: toJson(body),
        checkedAt: toDate(at),
        triedAt: toDate(at),
        failure: toJsonOrNull(null),
      };
      await db.snapshot.upsert({
        where: { shop_resource: { shop, resource: name } },
        create: { shop, resource: name, ...data },
        update: data,
      });
    },
    async recordFailure(shop, name, reason, at) {
      const data = { triedAt: toDate(at), failure: toJson(reason) };
      await db.snapshot.upsert({
        where: { shop_resource: { shop, resource: name } },
        create: { shop, resource: name, ...data },
        update: data,
      });
    },
    async removeAll(shop) {
      await db.snapshot.deleteMany({ where: { shop } });
    },
  };
}
