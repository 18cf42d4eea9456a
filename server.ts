import { buildProblem } from "./app/build.server.ts";
import { ConfigError, readConfig } from "./app/config.server.ts";
import type { Container } from "./app/container.server.ts";
import { asInProduction } from "./app/in-production.server.ts";
import { type OpenPort, openPort, TIMES } from "./app/port.server.ts";

/** Until the settings are read, and where they say nothing else. */
let drainSeconds = 20;

/** Starts what the role of this process asks for: the pages, the work on jobs, or both. */
async function start() {
  const config = readConfig();
  drainSeconds = config.DRAIN_SECONDS;
  const problem = config.ROLE === "worker" ? null : buildProblem(config.SERVE);
  if (problem) throw new ConfigError(problem);
  // What this process writes, the embedded database above all, is nobody else's business on this machine.
  process.umask(0o077);
  // Before the database: on a port that is taken, another start of the app may hold the same one.
  const port = await openPort(config.PORT, { ...TIMES, drain: drainSeconds * 250 });
  // Shopify's library brings React along before the pages do.
  const load = () => import("./app/container.server.ts");
  const { createContainer } = await (config.SERVE === "live" ? load() : asInProduction(load));
  const container = await createContainer(config);
  // Before /readyz can say 200: who waits for that may ask for the figures next.
  const metrics = await (await import("./app/metrics.server.ts")).startMetrics(container);
  // Only what the role needs is loaded: a worker without the pages is a third smaller.
  const http = config.ROLE === "worker" ? await probes(container, port) : await pages(container, port);
  if (config.ROLE !== "web") await (await import("./app/worker.server.ts")).startWorker(container);
  const { databaseKind: database } = container;
  container.log.info({ port: http.port, role: config.ROLE, database }, "Settled is ready");
  return { http, container, metrics };
}

type Start = [container: Container, port: OpenPort];
const pages = async (...start: Start) => (await import("./app/http.server.ts")).startHttp(...start);
const probes = async (...start: Start) => (await import("./app/probes.server.ts")).startProbes(...start);

/**
 * Ends cleanly: nothing new is taken, what is under way gets its time. What is only half open, a database in the middle of
 * its migrations first of all, comes up before it is closed.
 */
async function end(signal: string): Promise<void> {
  setTimeout(() => {
    process.stderr.write(`Settled did not end within ${drainSeconds} seconds of ${signal}.\n`);
    process.exit(1);
  }, drainSeconds * 1_000).unref();
  const { http, container, metrics } = await started;
  container.log.info({ signal }, "stopping");
  await http.close();
  await container.close();
  await metrics?.close();
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
