import type { Db } from "./client.server.ts";
import type { Prisma } from "./generated/client.ts";

/**
 * The rows of a query as one JSON text. Field by field through the driver, a thousand days or actions cost a page more
 * than all that is made of them. For some thousands of rows at most; whole numbers beyond 2^53 must be cast to text.
 */
export async function rowsAsText<Row>(db: Db, query: Prisma.Sql): Promise<Row[]> {
  const [all] = await db.$queryRaw<{ rows: string | null }[]>`
    SELECT json_agg(row_to_json(r))::text AS "rows" FROM (${query}) AS r`;
  return JSON.parse(all?.rows ?? "[]");
}
