import { ConfigError, readConfig } from "./app/config.server.ts";
import { createContainer } from "./app/container.server.ts";
import { startHttp } from "./app/http.server.ts";
import { startWorker } from "./app/worker.server.ts";

/** Starts web and worker in one process; ends cleanly on SIGINT and SIGTERM. */
async function main(): Promise<void> {
  const config = readConfig();
  // What this process writes, the embedded database above all, is nobody else's business on this machine.
  process.umask(0o077);
  const container = await createContainer(config);
  const http = await startHttp(container);
  await startWorker(container);
  container.log.info({ port: http.port, database: container.databaseKind }, "Settled is ready");
  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    container.log.info({ signal }, "stopping");
    await http.close();
    await container.close();
    process.exit(0);
  };
  process.once("SIGINT", () => stop("SIGINT"));
  process.once("SIGTERM", () => stop("SIGTERM"));
}

main().catch((error: unknown) => {
  const text =
    error instanceof ConfigError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
