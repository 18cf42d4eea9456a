import { type Action, type ActionGroup, NAMED_ACTIONS } from "#app/domain/index.ts";
import type { AccountKey } from "#app/ports/index.ts";
import { ACTION_COLUMNS, type ActionRow, toDomainAction } from "./action-row.server.ts";
import type { Db } from "./client.server.ts";
import { Prisma } from "./generated/client.ts";

type Row = ActionRow & { group: number; count: number; groupPayout: bigint };

/**
 * Rows put together as the domain's groupActions() does it, so that a page is sent the ones to name and not all. Ids are
 * compared byte by byte, as JavaScript does, which also is several times faster than by a language's rules.
 */
export async function readGroups(db: Db, key: AccountKey, condition: Prisma.Sql): Promise<ActionGroup[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT "group", "count", "groupPayout", ${ACTION_COLUMNS}
    FROM (
      SELECT *, dense_rank() OVER (ORDER BY ${ALIKE})::int AS "group", count(*) OVER alike::int AS "count",
             sum("payout") OVER alike::bigint AS "groupPayout",
             row_number() OVER (PARTITION BY ${ALIKE} ORDER BY "id" COLLATE "C") AS "place"
      FROM "Action"
      WHERE "shop" = ${key.shop} AND "accountSid" = ${key.accountSid} AND ${condition}
      WINDOW alike AS (PARTITION BY ${ALIKE})
    ) AS placed
    WHERE "place" <= ${NAMED_ACTIONS}
    ORDER BY "group", "place"`;
  const groups = new Map<number, { count: number; payout: number; first: [Action, ...Action[]] }>();
  for (const row of rows) {
    const { group, count, groupPayout, ...action } = row;
    const known = groups.get(group);
    if (known) known.first.push(toDomainAction(action));
    else groups.set(group, { count, payout: Number(groupPayout), first: [toDomainAction(action)] });
  }
  return [...groups.values()];
}

const ALIKE = Prisma.sql`
  "state", "locksOn", "clearedOn", "reversedOn",
  CASE WHEN "locksOn" IS NULL AND "clearedOn" IS NULL THEN "trackedOn" END`;
