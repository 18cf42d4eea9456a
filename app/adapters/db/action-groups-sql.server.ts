import type { Action, ActionGroup } from "#app/domain/index.ts";
import type { AccountKey } from "#app/ports/index.ts";
import { ACTION_COLUMNS, ACTION_FIELDS, type ActionRow, toDomainAction } from "./action-row.server.ts";
import type { Db } from "./client.server.ts";
import { Prisma } from "./generated/client.ts";
import { rowsAsText } from "./rows-as-text.server.ts";

type Group = { count: number; payout: number; finer: string | null; first: string[] };

/**
 * Rows put together as the domain's groupActions() does it, so that a page is sent the `named` ones of each and not all. Groups
 * are made of ids, without sorting them all; ids are compared byte by byte, as JavaScript does. The whole rows of the few
 * are asked for by themselves: as a join, a database that has not counted a table yet compares every group with every row,
 * which took minutes right after a first reading.
 */
export async function readGroups(
  db: Db,
  key: AccountKey,
  condition: Prisma.Sql,
  named: number,
): Promise<ActionGroup[]> {
  const mine = Prisma.sql`"shop" = ${key.shop} AND "accountSid" = ${key.accountSid}`;
  const ids = named === 1 ? Prisma.sql`ARRAY[min("id" COLLATE "C")]` : Prisma.sql`array_agg("id")`;
  const groups = await rowsAsText<Group>(
    db,
    ["count", "payout", "finer", "first"],
    Prisma.sql`
    SELECT "count", "payout", "finer"::text AS "finer",
           ARRAY(SELECT "one" FROM unnest("ids") AS "one" ORDER BY "one" COLLATE "C" LIMIT ${named}::int) AS "first"
    FROM (
      SELECT count(*)::int AS "count", sum("payout")::bigint AS "payout", sum("payoutFiner") AS "finer", ${ids} AS "ids"
      FROM "Action"
      WHERE ${mine} AND ${condition}
      GROUP BY "state", "locksOn", "clearedOn", "reversedOn",
               CASE WHEN "locksOn" IS NULL AND "clearedOn" IS NULL THEN "trackedOn" END
    ) AS alike`,
  );
  if (groups.length === 0) return [];
  const those = groups.flatMap(({ first }) => first);
  const rows = await rowsAsText<ActionRow>(
    db,
    ACTION_FIELDS,
    Prisma.sql`SELECT ${ACTION_COLUMNS} FROM "Action" WHERE ${mine} AND "id" = ANY(${those}::text[])`,
  );
  const found = new Map(rows.map((row) => [row.id, toDomainAction(row)]));
  return groups.flatMap(({ count, payout, finer, first }) => {
    const [one, ...others] = first.flatMap((id): Action[] => {
      const action = found.get(id);
      return action ? [action] : [];
    });
    // All of a group can be gone only when a nightly reading removed them between the two questions.
    const rests = BigInt(finer ?? 0);
    return one ? [{ count, payout, ...(rests !== 0n && { finer: rests }), first: [one, ...others] }] : [];
  });
}
