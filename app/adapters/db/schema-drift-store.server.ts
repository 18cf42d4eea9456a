import { z } from "zod";
import { HELP_DESK, IMPACT_RESOURCES, type SchemaDriftStore } from "#app/ports/index.ts";
import type { Db } from "./client.server.ts";
import { toDate, toInstant } from "./time.server.ts";

const resource = z.enum([...IMPACT_RESOURCES, HELP_DESK]);
/** In the key, where nothing may be null: impact.com's own value is never empty here. */
const NO_VALUE = "";

export function createSchemaDriftStore(db: Db): SchemaDriftStore {
  return {
    async note({ resource, field, value }, at) {
      await db.$executeRaw`
        INSERT INTO "Oddity" AS o ("resource", "field", "value", "firstSeenAt", "lastSeenAt", "answers")
        VALUES (${resource}, ${field}, ${value ?? NO_VALUE}, ${toDate(at)}::timestamp, ${toDate(at)}::timestamp, 1)
        ON CONFLICT ("resource", "field", "value") DO UPDATE SET
          "lastSeenAt" = EXCLUDED."lastSeenAt", "answers" = o."answers" + 1`;
    },
    async unnotified(limit) {
      const rows = await db.oddity.findMany({
        where: { toldAt: null },
        orderBy: [{ firstSeenAt: "asc" }, { resource: "asc" }, { field: "asc" }, { value: "asc" }],
        take: limit,
      });
      return rows.map(({ toldAt: _not, value, ...row }) => ({
        resource: resource.parse(row.resource),
        field: row.field,
        value: value === NO_VALUE ? null : value,
        firstSeenAt: toInstant(row.firstSeenAt),
        lastSeenAt: toInstant(row.lastSeenAt),
        answers: row.answers,
      }));
    },
    async markNotified(schemaDrifts, at) {
      for (const { resource, field, value } of schemaDrifts)
        await db.oddity.updateMany({
          where: { resource, field, value: value ?? NO_VALUE },
          data: { toldAt: toDate(at) },
        });
    },
    seenSince: (moment) => db.oddity.count({ where: { lastSeenAt: { gte: toDate(moment) } } }),
  };
}
