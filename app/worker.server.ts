import { watchClock } from "./adapters/clock/watch-clock.server.ts";
import { runHandlers } from "./adapters/queue/queue.server.ts";
import { runSweeps } from "./adapters/queue/sweeps.server.ts";
import type { Container } from "./container.server.ts";
import { createHandlers, createRounds } from "./jobs/handlers.server.ts";
import { resumeExports } from "./services/exports/resume-exports.server.ts";
import { resumeTickets } from "./services/requests/resume-tickets.server.ts";

/** Not on the hour, when everybody's jobs run. */
const CRONS = {
  "hourly-round": "23 * * * *",
  "nightly-round": "41 3 * * *",
  "alarm-round": "*/5 * * * *",
};

/** Starts the background work in this process. */
export async function startWorker(container: Container): Promise<void> {
  const { SANDBOX_ORIGIN, CLOCK_FILE } = container.config;
  const workers = container.startWorkers();
  await runHandlers(container.boss, workers, createHandlers(container), container.metrics?.jobEnded);
  const resumed = await resumeTickets(container.deps);
  if (resumed > 0) container.log.info({ resumed }, "tickets taken up again");
  await resumeExports(container.deps);
  await runSweeps(container.boss, workers, CRONS, createRounds(container));
  if (SANDBOX_ORIGIN && CLOCK_FILE) roundsWhenMoved(CLOCK_FILE, container);
}

/**
 * A moved clock has passed hours and perhaps a night: both rounds are due. The alarm is not: what was due meanwhile has
 * only begun.
 */
function roundsWhenMoved(file: string, { boss, log }: Container): void {
  const stop = watchClock(file, () => {
    Promise.all([boss.send("hourly-round"), boss.send("nightly-round")]).catch((error) =>
      log.error({ err: error }, "rounds after a moved clock"),
    );
  });
  boss.on("stopped", stop);
}
