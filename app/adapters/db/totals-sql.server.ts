import {
  type DailyTotals,
  type Day,
  type DayChange,
  type FinerSums,
  TOTALS_COLUMNS,
  type TotalsColumn,
} from "#app/domain/index.ts";
import type { AccountKey } from "#app/ports/index.ts";
import type { Db } from "./client.server.ts";
import { Prisma } from "./generated/client.ts";
import { rowsAsText } from "./rows-as-text.server.ts";

type Sums = Record<TotalsColumn, number>;
type Row = Sums & { day: number; finer: Partial<Record<TotalsColumn, string | null>> | null };

/** The totals by day; days whose sums all came back to nothing are left out. */
export async function readTotals(db: Db, key: AccountKey): Promise<DailyTotals> {
  const rows = await rowsAsText<Row>(
    db,
    ["day", ...TOTALS_COLUMNS, "finer"],
    Prisma.sql`
    SELECT "day" - DATE '1970-01-01' AS "day", "tracked", "reversed", "locking", "lockingRevenue",
           "open", "openRevenue", "undone",
           CASE WHEN "trackedFiner" IS NOT NULL THEN jsonb_build_object(
             'tracked', "trackedFiner"::text, 'reversed', "reversedFiner"::text, 'locking', "lockingFiner"::text,
             'lockingRevenue', "lockingRevenueFiner"::text, 'open', "openFiner"::text,
             'openRevenue', "openRevenueFiner"::text, 'undone', "undoneFiner"::text) END AS "finer"
    FROM "DailyTotal"
    WHERE "shop" = ${key.shop} AND "accountSid" = ${key.accountSid}
      AND (("tracked", "reversed", "locking", "lockingRevenue", "open", "openRevenue", "undone")
           <> (0, 0, 0, 0, 0, 0, 0) OR "trackedFiner" IS NOT NULL)
    ORDER BY "day"`,
  );
  return rows.flatMap((row) => {
    const finer = row.finer && restsOf(row.finer);
    const day = { day: exact(row.day), ...sumsOf(row), ...(finer && { finer }) };
    return finer || TOTALS_COLUMNS.some((column) => day[column] !== 0) ? [day] : [];
  });
}

const sumsOf = (row: Sums): Record<TotalsColumn, number> => ({
  tracked: exact(row.tracked),
  undone: exact(row.undone),
  reversed: exact(row.reversed),
  locking: exact(row.locking),
  lockingRevenue: exact(row.lockingRevenue),
  open: exact(row.open),
  openRevenue: exact(row.openRevenue),
});

/** What is there beyond minor units; null once it all came back to nothing. */
function restsOf(row: NonNullable<Row["finer"]>): FinerSums | null {
  const rests: FinerSums = {};
  for (const column of TOTALS_COLUMNS) {
    const rest = BigInt(row[column] ?? 0);
    if (rest !== 0n) rests[column] = rest;
  }
  return Object.keys(rests).length === 0 ? null : rests;
}

/** Adds signed sums to the days' totals, all days in one statement. */
export async function addToTotals(db: Db, key: AccountKey, change: readonly DayChange[]): Promise<void> {
  if (change.length === 0) return;
  await db.$executeRaw`
    INSERT INTO "DailyTotal" AS t ("shop", "accountSid", "day", "tracked", "reversed", "locking",
                                   "lockingRevenue", "open", "openRevenue", "undone", "actions", "reversals")
    SELECT ${key.shop}, ${key.accountSid}, DATE '1970-01-01' + r."day", r."tracked", r."reversed",
           r."locking", r."lockingRevenue", r."open", r."openRevenue", r."undone", r."actions", r."reversals"
    FROM jsonb_to_recordset(${JSON.stringify(change.map(({ finer: _behind, ...sums }) => sums))}::text::jsonb) AS r(
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
  await addFiner(db, key, change);
}

/** What few sums have beyond minor units goes in behind them. Their days are there by then. */
async function addFiner(db: Db, key: AccountKey, change: readonly DayChange[]): Promise<void> {
  const finer = change.flatMap(({ day, finer }) =>
    finer
      ? [{ day, ...Object.fromEntries(TOTALS_COLUMNS.map((name) => [name, String(finer[name] ?? 0)])) }]
      : [],
  );
  if (finer.length === 0) return;
  await db.$executeRaw`
    UPDATE "DailyTotal" AS t SET
      "trackedFiner" = coalesce(t."trackedFiner", 0) + r."tracked",
      "reversedFiner" = coalesce(t."reversedFiner", 0) + r."reversed",
      "lockingFiner" = coalesce(t."lockingFiner", 0) + r."locking",
      "lockingRevenueFiner" = coalesce(t."lockingRevenueFiner", 0) + r."lockingRevenue",
      "openFiner" = coalesce(t."openFiner", 0) + r."open",
      "openRevenueFiner" = coalesce(t."openRevenueFiner", 0) + r."openRevenue",
      "undoneFiner" = coalesce(t."undoneFiner", 0) + r."undone"
    FROM jsonb_to_recordset(${JSON.stringify(finer)}::text::jsonb) AS r(
      "day" int, "tracked" numeric, "reversed" numeric, "locking" numeric,
      "lockingRevenue" numeric, "open" numeric, "openRevenue" numeric, "undone" numeric)
    WHERE t."shop" = ${key.shop} AND t."accountSid" = ${key.accountSid}
      AND t."day" = DATE '1970-01-01' + r."day"`;
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
function exact(number: number): number {
  if (!Number.isSafeInteger(number)) throw new RangeError("A daily total cannot be held exactly.");
  return number;
}
