import type { JobReason, JobReasons } from "#app/ports/index.ts";
import type { Db } from "../db/client.server.ts";
import { DEAD_JOBS } from "./dead-jobs.server.ts";

/** A reason is read at a glance; what a server said may be long. */
const LONGEST = 160;
const STORE = /[\w-]+\.myshopify\.com/gi;
const ADDRESS = /[^\s<>()"',;:]+@[^\s<>()"',;:]+/g;

const withoutNames = (reason: string): string =>
  reason.replace(STORE, "….myshopify.com").replace(ADDRESS, "…@…").slice(0, LONGEST);

/** Why jobs are tried again or died, in the words of their last fault, without store or address. */
export const createJobReasons = (db: Db): JobReasons => ({
  async list(limit) {
    const rows = await db.$queryRaw<{ job: string; state: string; reason: string | null; count: bigint }[]>`
      SELECT CASE WHEN name = ${DEAD_JOBS} THEN source_name ELSE name END AS "job",
        CASE WHEN name = ${DEAD_JOBS} THEN 'dead' ELSE 'retry' END AS "state",
        coalesce(source_output, output)->>'message' AS "reason", count(*) AS "count"
      FROM pgboss.job WHERE state = 'retry' OR (name = ${DEAD_JOBS} AND state = 'created')
      GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 3 LIMIT ${limit}::int`;
    return rows.map(({ job, state, reason, count }) => ({
      job,
      state: state === "dead" ? "dead" : "retry",
      reason: withoutNames(reason ?? ""),
      count: Number(count),
    })) satisfies JobReason[];
  },
});
