import type { Db } from "./client.server.ts";
import { Prisma } from "./generated/client.ts";

/**
 * The rows of a query, each of its columns as one JSON text. Field by field through the driver, a thousand days or actions
 * cost a page more than all that is made of them; row by row the database looks up each field's type and writes its name
 * anew, which takes it four times as long. For some thousands of rows at most; whole numbers beyond 2^53 must be cast to text.
 */
export async function rowsAsText<Row extends object>(
  db: Db,
  columns: readonly (keyof Row & string)[],
  query: Prisma.Sql,
): Promise<Row[]> {
  const lists = columns.map((name) => Prisma.raw(`json_agg(r."${name}")::text AS "${name}"`));
  const [texts] = await db.$queryRaw<Record<string, string | null>[]>`
    SELECT ${Prisma.join(lists)} FROM (${query}) AS r`;
  const rows: Record<string, unknown>[] = [];
  for (const name of columns)
    JSON.parse(texts?.[name] ?? "[]").forEach((value: unknown, at: number) => {
      const row = rows[at] ?? {};
      row[name] = value;
      rows[at] = row;
    });
  return rows as Row[];
}
