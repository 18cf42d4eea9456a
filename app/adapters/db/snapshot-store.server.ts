import { createHash } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import {
  IMPACT_RESOURCES,
  type ImpactResource,
  type ReadFailure,
  type SnapshotStore,
} from "#app/ports/index.ts";
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
  z.object({ outcome: z.literal("unsupported-currency"), currency: z.string() }),
  z.object({ outcome: z.literal("mixed-currencies"), expected: z.string(), found: z.string() }),
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
    async saveRead(shop, name, body, at) {
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
      await saveSighting(db, shop, name, body, at);
    },
    async saveFailure(shop, name, reason, at) {
      const data = { triedAt: toDate(at), failure: toJson(reason) };
      await db.snapshot.upsert({
        where: { shop_resource: { shop, resource: name } },
        create: { shop, resource: name, ...data },
        update: data,
      });
    },
    async history(shop, name) {
      const rows = await db.sighting.findMany({
        where: { shop, resource: name },
        orderBy: { firstSeenAt: "desc" },
      });
      return rows.map(({ body, firstSeenAt, lastSeenAt }) => ({
        resource: name,
        body,
        firstSeenAt: toInstant(firstSeenAt),
        lastSeenAt: toInstant(lastSeenAt),
      }));
    },
    async removeAll(shop) {
      await db.snapshot.deleteMany({ where: { shop } });
      await db.sighting.deleteMany({ where: { shop } });
    },
  };
}

/** Sightings older than this say nothing a closing still needs. */
const KEPT_DAYS = 400;

/** The same content seen again only moves its last time; another content begins a row of its own. */
async function saveSighting(
  db: Db,
  shop: string,
  name: ImpactResource,
  body: unknown,
  at: Temporal.Instant,
): Promise<void> {
  if (body === null) return;
  const where = { shop, resource: name };
  const digest = createHash("sha256").update(JSON.stringify(body)).digest("hex");
  const seenAt = toDate(at);
  // Whether or not something new is seen: content may stay the same for years.
  const oldest = toDate(at.subtract({ hours: 24 * KEPT_DAYS }));
  await db.sighting.deleteMany({ where: { ...where, lastSeenAt: { lt: oldest } } });
  const last = await db.sighting.findFirst({ where, orderBy: { firstSeenAt: "desc" } });
  if (last?.digest === digest) {
    await db.sighting.updateMany({
      where: { ...where, firstSeenAt: last.firstSeenAt },
      data: { lastSeenAt: seenAt },
    });
    return;
  }
  // Two contents at one instant: the later word stands.
  const key = { ...where, firstSeenAt: seenAt };
  const content = { lastSeenAt: seenAt, digest, body: toJson(body) };
  await db.sighting.upsert({
    where: { shop_resource_firstSeenAt: key },
    create: { ...key, ...content },
    update: content,
  });
}
