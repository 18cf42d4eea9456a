import { createHash } from "node:crypto";
import type pg from "pg";
import type { Query } from "./database-kind.server.ts";

/**
 * What PostgreSQL answers when a pooler in transaction mode passed this statement to another connection than the one it
 * was prepared on: it is not there, or is there already. In either case nothing was run.
 */
const NOT_OURS = ["26000", "42P05"];

/**
 * Statements that PostgreSQL prepares once for each connection: planning one takes longer than running it. Behind a
 * pooler that cannot keep them, each is planned anew from the first refusal on.
 */
export function preparedQuery(pool: Pick<pg.Pool, "query">): Query {
  const names = new Map<string, string>();
  let isKept = true;
  /** By its text: two versions of the app may share one connection of a pooler. */
  const nameOf = (text: string): string => {
    const name = names.get(text) ?? createHash("sha256").update(text).digest("hex").slice(0, 32);
    names.set(text, name);
    return name;
  };
  return async (text, values) => {
    if (isKept)
      try {
        return await pool.query({ name: nameOf(text), text, values });
      } catch (error) {
        if (!(error instanceof Error && "code" in error && NOT_OURS.includes(String(error.code))))
          throw error;
        isKept = false;
      }
    return pool.query(text, values);
  };
}
