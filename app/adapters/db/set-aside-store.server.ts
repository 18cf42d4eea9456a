import { createHash } from "node:crypto";
import { z } from "zod";
import { ROW_PROBLEMS } from "#app/domain/index.ts";
import {
  type AccountKey,
  IMPACT_RESOURCES,
  type ImpactResource,
  type SetAside,
  type SetAsideStore,
} from "#app/ports/index.ts";
import type { Db } from "./client.server.ts";

const resourceSchema = z.enum(IMPACT_RESOURCES);
const problemSchema = z.enum(ROW_PROBLEMS);
/** Rows in one statement. */
const CHUNK = 1_000;

export function createSetAsideStore(db: Db): SetAsideStore {
  return {
    async replace(key, resource, rows) {
      await db.setAsideRow.deleteMany({ where: { ...key, resource } });
      await write(db, { ...key, resource, run: 0 }, new Map(rows.map((row, at) => [String(at), row])));
    },
    async add(key, resource, rows, run) {
      await write(db, { ...key, resource, run }, new Map(rows.map((row) => [keyOf(row), row])));
    },
    async settle(key, run, sawEverything) {
      await db.$executeRaw`
        DELETE FROM "SetAsideRow" s USING "Action" a
        WHERE s."shop" = ${key.shop} AND s."accountSid" = ${key.accountSid} AND s."resource" = 'Actions'
          AND a."shop" = s."shop" AND a."accountSid" = s."accountSid" AND a."id" = s."rowId"`;
      if (!sawEverything) return;
      const resource = { in: ["Actions", "ActionUpdates"] };
      await db.setAsideRow.deleteMany({ where: { ...key, resource, run: { lt: run } } });
    },
    async counts(key) {
      const rows = await db.setAsideRow.groupBy({ by: ["resource"], where: key, _count: true });
      return Object.fromEntries(rows.map(({ resource, _count }) => [resourceSchema.parse(resource), _count]));
    },
    async first(key, limit) {
      const rows = await db.setAsideRow.findMany({
        where: key,
        orderBy: [{ resource: "asc" }, { rowKey: "asc" }],
        take: limit,
      });
      return rows.map(({ resource, rowId, field, problem, row }) => ({
        resource: resourceSchema.parse(resource),
        id: rowId,
        field,
        problem: problemSchema.parse(problem),
        row,
      }));
    },
    async removeAll(shop) {
      await db.setAsideRow.deleteMany({ where: { shop } });
    },
  };
}

type List = AccountKey & { resource: ImpactResource; run: number };

async function write(db: Db, { run, ...list }: List, byKey: ReadonlyMap<string, SetAside>): Promise<void> {
  const all = [...byKey].map(([rowKey, { id, ...rest }]) => ({ ...list, run, rowKey, rowId: id, ...rest }));
  for (let from = 0; from < all.length; from += CHUNK) {
    const data = all.slice(from, from + CHUNK);
    await db.setAsideRow.deleteMany({ where: { ...list, rowKey: { in: data.map(({ rowKey }) => rowKey) } } });
    await db.setAsideRow.createMany({ data });
  }
}

/** A list that is read page by page is read again and again: by what a row is known to be the same one. */
const keyOf = ({ id, row }: SetAside): string =>
  id === null ? `row ${createHash("sha256").update(row).digest("hex")}` : `id ${id}`;
