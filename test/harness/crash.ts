import type { Database } from "#app/ports/index.ts";

/** Where the process dies next; null while it lives. */
export type Crash = { at: "before-commit" | "after-commit" | "after-provider" | null };

/** The same database, except that a transaction may be killed before its commit, or right after it. */
export function crashing(db: Database, crash: Crash): Database {
  return {
    ...db,
    transact: async (run) => {
      const result = await db.transact(async (work) => {
        const value = await run(work);
        if (crash.at === "before-commit") {
          crash.at = null;
          throw new Error("killed before the commit");
        }
        return value;
      });
      if (crash.at === "after-commit") {
        crash.at = null;
        throw new Error("killed after the commit");
      }
      return result;
    },
  };
}
