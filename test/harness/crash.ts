import type { Database } from "#app/ports/index.ts";

/** Where the process dies next; null while it lives. */
export type Crash = { at: "before-commit" | "after-commit" | "after-provider" | null };

/** The same database, except that a transaction may be killed before its commit, or right after it. */
export function crashing(db: Database, crash: Crash): Database {
  const dieAt = (at: "before-commit" | "after-commit", words: string) => {
    if (crash.at !== at) return;
    crash.at = null;
    throw new Error(`killed ${words} the commit`);
  };
  return {
    ...db,
    keepWebhook: async (row) => {
      dieAt("before-commit", "before");
      const isNew = await db.keepWebhook(row);
      dieAt("after-commit", "after");
      return isNew;
    },
    transact: async (run) => {
      const result = await db.transact(async (work) => {
        const value = await run(work);
        dieAt("before-commit", "before");
        return value;
      });
      dieAt("after-commit", "after");
      return result;
    },
  };
}
