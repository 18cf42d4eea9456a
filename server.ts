import { ConfigError, readConfig } from "./app/config.server.ts";
import { createContainer } from "./app/container.server.ts";
import { buildProblem, startHttp } from "./app/http.server.ts";
import { openPort } from "./app/port.server.ts";
import { startWorker } from "./app/worker.server.ts";

/** Milliseconds from a signal to the end at the latest: five for requests, ten for jobs, the rest for the database. */
const DRAIN_MS = 20_000;

/** Starts web and worker in one process. */
async function start() {
  const config = readConfig();
  const problem = buildProblem(config.SERVE);
  if (problem) throw new ConfigError(problem);
  // What this process writes, the embedded database above all, is nobody else's business on this machine.
  process.umask(0o077);
  // Before the database: on a port that is taken, another start of the app may hold the same one.
  const port = await openPort(config.PORT);
  const container = await createContainer(config);
  const http = await startHttp(container, port);
  await startWorker(container);
  container.log.info({ port: http.port, database: container.databaseKind }, "Settled is ready");
  return { http, container };
}

/**
 * Ends cleanly: nothing new is taken, what is under way gets its time. What is only half open, a database in the middle of
 * its migrations first of all, comes up before it is closed.
 */
async function end(signal: string): Promise<void> {
  setTimeout(() => {
    process.stderr.write(`Settled did not end within ${DRAIN_MS / 1_000} seconds of ${signal}.\n`);
    process.exit(1);
  }, DRAIN_MS).unref();
  const { http, container } = await started;
  container.log.info({ signal }, "stopping");
  await http.close();
  await container.close();
  container.log.info("stopped");
  process.exit(0);
}

function fail(error: unknown): void {
  const text =
    error instanceof ConfigError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

const started = start();
let isEnding = false;
// Not once: Ctrl-C reaches this process from the terminal and from npm, and the second must not cut what the first ends.
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => {
    if (isEnding) return;
    isEnding = true;
    end(signal).catch(fail);
  });
started.catch(fail);
