import type { Action, Day } from "#app/domain/index.ts";
import type { AccountKey, OpenQuery } from "#app/ports/index.ts";
import { ACTION_COLUMNS, type ActionRow, toDomainAction } from "./action-row.server.ts";
import type { Db } from "./client.server.ts";
import { Prisma } from "./generated/client.ts";

/** One page of the open actions: the states lead the index, so that settled actions are never looked at. */
export async function readOpenPage(
  db: Db,
  key: AccountKey,
  on: Day,
  { kind, search, offset, limit }: OpenQuery,
): Promise<{ rows: Action[]; count: number }> {
  const day = Prisma.sql`(DATE '1970-01-01' + ${on}::int)`;
  const isLocked = Prisma.sql`("state" = 'APPROVED' OR "locksOn" <= ${day})`;
  const pattern = `%${search.trim().replaceAll(/[\\%_]/g, "\\$&")}%`;
  const where = Prisma.sql`
    "shop" = ${key.shop} AND "accountSid" = ${key.accountSid}
    AND "state" IN ('PENDING', 'APPROVED')
    AND ("clearedOn" IS NULL OR "clearedOn" > ${day}) AND "trackedOn" <= ${day}
    AND ${kind === "pending" ? Prisma.sql`NOT COALESCE(${isLocked}, FALSE)` : isLocked}
    AND ("id" ILIKE ${pattern} OR "partner" ILIKE ${pattern} OR "program" ILIKE ${pattern})`;
  const rows = await db.$queryRaw<ActionRow[]>`
    SELECT ${ACTION_COLUMNS} FROM "Action" WHERE ${where}
    ORDER BY "locksOn" DESC NULLS FIRST, "id" OFFSET ${offset} LIMIT ${limit}`;
  const [counted] = await db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) AS "count" FROM "Action" WHERE ${where}`;
  return { rows: rows.map(toDomainAction), count: Number(counted?.count ?? 0) };
}
