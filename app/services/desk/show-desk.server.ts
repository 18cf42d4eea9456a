import type { Temporal } from "temporal-polyfill";
import { stuckSince, tablesOlderThanAYear } from "#app/domain/index.ts";
import type { Deps } from "../deps.ts";
import { showHealth } from "../operations/show-health.server.ts";

/** So many fit on a page that is read; the longest waiting come first. */
const MOST_SHOWN = 100;

/**
 * How all cases stand, for the operator's page: how many in which state and since when, which do not move on, what waits
 * and why jobs fail. Of a case it gives the reference only; no store, no person, no account.
 */
export async function showDesk(deps: Pick<Deps, "db" | "clock" | "deadJobs" | "jobReasons">) {
  const now = deps.clock.now();
  const days = (since: Temporal.Instant) => Math.floor(now.since(since).total("hours") / 24);
  const cases = await deps.db.desk.casesByState();
  const stuck = await deps.db.desk.stuckCases(stuckSince(now).tickets, MOST_SHOWN);
  return {
    asOf: now.toString(),
    cases: cases.map(({ state, count, oldest }) => ({ state, count, days: days(oldest) })),
    stuckCases: stuck.map(({ since, ...row }) => ({ ...row, days: days(since) })),
    tables: tablesOlderThanAYear(now.toZonedDateTimeISO("UTC").toPlainDate()),
    waiting: (await showHealth(deps)).stuck,
    reasons: await deps.jobReasons.list(MOST_SHOWN),
  };
}

export type DeskView = Awaited<ReturnType<typeof showDesk>>;
