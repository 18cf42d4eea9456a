import type { CallBudgetStore } from "#app/ports/index.ts";
import type { Db } from "./client.server.ts";
import { toDate, toInstant } from "./time.server.ts";

/** Resets are given in whole seconds from an answer on: this far apart they still mean the same hour. */
const SAME_HOUR_SECONDS = 60;

export function createCallBudgetStore(db: Db): CallBudgetStore {
  return {
    async find(accountSid, group) {
      const row = await db.callBudget.findUnique({ where: { accountSid_group: { accountSid, group } } });
      return row && { limit: row.limit, remaining: row.remaining, resetAt: toInstant(row.resetAt) };
    },
    async save(accountSid, group, { limit, remaining, resetAt }) {
      await db.$executeRaw`
        INSERT INTO "CallBudget" AS b ("accountSid", "group", "limit", "remaining", "resetAt")
        VALUES (${accountSid}, ${group}, ${limit}::int, ${remaining}::int, ${toDate(resetAt)}::timestamp)
        ON CONFLICT ("accountSid", "group") DO UPDATE SET
          "limit" = EXCLUDED."limit", "resetAt" = EXCLUDED."resetAt",
          "remaining" = CASE
            WHEN abs(extract(epoch FROM EXCLUDED."resetAt" - b."resetAt")) > ${SAME_HOUR_SECONDS}::int
            THEN EXCLUDED."remaining" ELSE least(b."remaining", EXCLUDED."remaining") END`;
    },
  };
}
