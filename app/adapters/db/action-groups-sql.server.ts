import { type Action, type ActionGroup, NAMED_ACTIONS } from "#app/domain/index.ts";
import type { AccountKey } from "#app/ports/index.ts";
import { ACTION_COLUMNS, type ActionRow, toDomainAction } from "./action-row.server.ts";
import type { Db } from "./client.server.ts";
import { Prisma } from "./generated/client.ts";

type Row = ActionRow & { group: number; count: number; groupPayout: bigint };

/**
 * Rows put together as the domain's groupActions() does it, so that a page is sent the ones to name and not all. Groups
 * are made of ids, without sorting them all, before the whole rows of the few are fetched: that keeps it quick. Ids are
 * compared byte by byte, as JavaScript does.
 */
export async function readGroups(db: Db, key: AccountKey, condition: Prisma.Sql): Promise<ActionGroup[]> {
  const mine = Prisma.sql`"shop" = ${key.shop} AND "accountSid" = ${key.accountSid}`;
  const rows = await db.$queryRaw<Row[]>`
    SELECT "group", "count", "groupPayout", ${ACTION_COLUMNS}
    FROM (
      SELECT "group", "count", "groupPayout",
             ARRAY(SELECT "one" FROM unnest("ids") AS "one" ORDER BY "one" COLLATE "C" LIMIT ${NAMED_ACTIONS}::int) AS "first"
      FROM (
        SELECT row_number() OVER ()::int AS "group", count(*)::int AS "count", sum("payout")::bigint AS "groupPayout",
               array_agg("id") AS "ids"
        FROM "Action"
        WHERE ${mine} AND ${condition}
        GROUP BY "state", "locksOn", "clearedOn", "reversedOn",
                 CASE WHEN "locksOn" IS NULL AND "clearedOn" IS NULL THEN "trackedOn" END
      ) AS alike
    ) AS named
    JOIN "Action" ON ${mine} AND "id" = ANY("first")
    ORDER BY "group", "id" COLLATE "C"`;
  const groups = new Map<number, { count: number; payout: number; first: [Action, ...Action[]] }>();
  for (const row of rows) {
    const { group, count, groupPayout, ...action } = row;
    const known = groups.get(group);
    if (known) known.first.push(toDomainAction(action));
    else groups.set(group, { count, payout: Number(groupPayout), first: [toDomainAction(action)] });
  }
  return [...groups.values()];
}
