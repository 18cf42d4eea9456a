import type { AccountKey, StoredAction } from "#app/ports/index.ts";
import type { Db } from "./client.server.ts";
import { Prisma } from "./generated/client.ts";
import { packedColumn } from "./packed-column.server.ts";

type Column = Exclude<keyof StoredAction, "finer">;

/** A column on its way to the database. */
const columnOf = (values: readonly (string | number | null)[], type: "text" | "bigint" | "int"): Prisma.Sql =>
  packedColumn(values, type) ?? Prisma.sql`${values}::${Prisma.raw(type)}[]`;

/** Ids to be looked for. */
export const idsOf = (ids: readonly string[]): Prisma.Sql => columnOf(ids, "text");

/** Inserts or replaces rows in one statement, whatever their number: they travel column by column. */
export async function putActions(
  db: Db,
  key: AccountKey,
  actions: StoredAction[],
  run: number,
): Promise<void> {
  if (actions.length === 0) return;
  const column = (name: Column, type: "text" | "bigint" | "int") =>
    columnOf(
      actions.map((action) => action[name]),
      type,
    );
  await db.$executeRaw`
    INSERT INTO "Action" ("shop", "accountSid", "id", "programId", "program", "partner", "state", "amount", "payout",
                          "trackedOn", "locksOn", "reversedOn", "clearedOn", "run")
    SELECT ${key.shop}, ${key.accountSid}, r."id", r."programId", r."program", r."partner", r."state", r."amount",
           r."payout", DATE '1970-01-01' + r."trackedOn", DATE '1970-01-01' + r."locksOn",
           DATE '1970-01-01' + r."reversedOn", DATE '1970-01-01' + r."clearedOn", ${run}::int
    FROM unnest(${column("id", "text")}, ${column("programId", "text")}, ${column("program", "text")},
                ${column("partner", "text")}, ${column("state", "text")}, ${column("amount", "bigint")},
                ${column("payout", "bigint")}, ${column("trackedOn", "int")}, ${column("locksOn", "int")},
                ${column("reversedOn", "int")}, ${column("clearedOn", "int")})
      AS r("id", "programId", "program", "partner", "state", "amount", "payout", "trackedOn", "locksOn",
           "reversedOn", "clearedOn")
    ON CONFLICT ("shop", "accountSid", "id") DO UPDATE SET
      "programId" = EXCLUDED."programId", "program" = EXCLUDED."program", "partner" = EXCLUDED."partner",
      "state" = EXCLUDED."state", "amount" = EXCLUDED."amount", "payout" = EXCLUDED."payout",
      "trackedOn" = EXCLUDED."trackedOn", "locksOn" = EXCLUDED."locksOn", "reversedOn" = EXCLUDED."reversedOn",
      "clearedOn" = EXCLUDED."clearedOn", "run" = EXCLUDED."run", "amountFiner" = NULL, "payoutFiner" = NULL`;
  await putFiner(db, key, actions);
}

/** What few amounts have beyond minor units goes in behind the rows, so that the others pay nothing for it. */
async function putFiner(db: Db, key: AccountKey, actions: StoredAction[]): Promise<void> {
  const finer = actions.filter((action) => action.finer !== undefined);
  if (finer.length === 0) return;
  await db.$executeRaw`
    UPDATE "Action" AS a SET "amountFiner" = r."amount", "payoutFiner" = r."payout"
    FROM unnest(${finer.map(({ id }) => id)}::text[],
                ${finer.map((action) => action.finer?.amount ?? 0)}::bigint[],
                ${finer.map((action) => action.finer?.payout ?? 0)}::bigint[]) AS r("id", "amount", "payout")
    WHERE a."shop" = ${key.shop} AND a."accountSid" = ${key.accountSid} AND a."id" = r."id"`;
}

/** A partner that changed its name has the new one from then on. */
export async function putPartnerNames(
  db: Db,
  key: AccountKey,
  names: ReadonlyMap<string, string>,
): Promise<void> {
  if (names.size === 0) return;
  await db.$executeRaw`
    INSERT INTO "PartnerName" AS p ("shop", "accountSid", "partnerId", "name")
    SELECT ${key.shop}, ${key.accountSid}, r."key", r."value"
    FROM jsonb_each_text(${JSON.stringify(Object.fromEntries(names))}::text::jsonb) AS r
    ON CONFLICT ("shop", "accountSid", "partnerId") DO UPDATE SET "name" = EXCLUDED."name"
    WHERE p."name" <> EXCLUDED."name"`;
}
