import type { DailyTotals, Day, DayChange } from "#app/domain/index.ts";
import type { AccountKey } from "#app/ports/index.ts";
import type { Db } from "./client.server.ts";

type Row = Record<keyof DailyTotals[number], bigint | number>;

/** The totals by day; days whose sums all came back to nothing are left out. */
export async function readTotals(db: Db, key: AccountKey): Promise<DailyTotals> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT "day" - DATE '1970-01-01' AS "day", "tracked", "reversed", "locking", "lockingRevenue",
           "open", "openRevenue", "undone"
    FROM "DailyTotal"
    WHERE "shop" = ${key.shop} AND "accountSid" = ${key.accountSid}
      AND ("tracked", "reversed", "locking", "lockingRevenue", "open", "openRevenue", "undone")
          <> (0, 0, 0, 0, 0, 0, 0)
    ORDER BY "day"`;
  return rows.map((row) => ({
    day: exact(row.day),
    tracked: exact(row.tracked),
    reversed: exact(row.reversed),
    locking: exact(row.locking),
    lockingRevenue: exact(row.lockingRevenue),
    open: exact(row.open),
    openRevenue: exact(row.openRevenue),
    undone: exact(row.undone),
  }));
}

/** Adds signed sums to the days' totals, all days in one statement. */
export async function addToTotals(db: Db, key: AccountKey, change: readonly DayChange[]): Promise<void> {
  if (change.length === 0) return;
  await db.$executeRaw`
    INSERT INTO "DailyTotal" AS t ("shop", "accountSid", "day", "tracked", "reversed", "locking",
                                   "lockingRevenue", "open", "openRevenue", "undone", "actions", "reversals")
    SELECT ${key.shop}, ${key.accountSid}, DATE '1970-01-01' + r."day", r."tracked", r."reversed",
           r."locking", r."lockingRevenue", r."open", r."openRevenue", r."undone", r."actions", r."reversals"
    FROM jsonb_to_recordset(${JSON.stringify(change)}::text::jsonb) AS r(
      "day" int, "tracked" bigint, "reversed" bigint, "locking" bigint,
      "lockingRevenue" bigint, "open" bigint, "openRevenue" bigint, "undone" bigint,
      "actions" int, "reversals" int)
    ON CONFLICT ("shop", "accountSid", "day") DO UPDATE SET
      "tracked" = t."tracked" + EXCLUDED."tracked",
      "reversed" = t."reversed" + EXCLUDED."reversed",
      "locking" = t."locking" + EXCLUDED."locking",
      "lockingRevenue" = t."lockingRevenue" + EXCLUDED."lockingRevenue",
      "open" = t."open" + EXCLUDED."open",
      "openRevenue" = t."openRevenue" + EXCLUDED."openRevenue",
      "undone" = t."undone" + EXCLUDED."undone",
      "actions" = t."actions" + EXCLUDED."actions",
      "reversals" = t."reversals" + EXCLUDED."reversals"`;
}

/** How many actions were tracked up to a day, and how many of those were reversed by then; of all days without one. */
export async function readCounts(
  db: Db,
  key: AccountKey,
  on: Day | null = null,
): Promise<{ tracked: number; reversed: number }> {
  const [counted] = await db.$queryRaw<{ tracked: number; reversed: number }[]>`
    SELECT coalesce(sum("actions"), 0)::int AS "tracked", coalesce(sum("reversals"), 0)::int AS "reversed"
    FROM "DailyTotal"
    WHERE "shop" = ${key.shop} AND "accountSid" = ${key.accountSid}
      AND "day" <= coalesce(DATE '1970-01-01' + ${on}::int, 'infinity'::date)`;
  return counted ?? { tracked: 0, reversed: 0 };
}

/** Throws rather than rounds: a sum beyond 2^53 minor units is no account's. */
function exact(value: bigint | number): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError("A daily total cannot be held exactly.");
  return number;
}
