import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startPostgresServer } from "#scripts/postgres-server.ts";
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
  const server = await startPostgresServer();
  let count = 0;
  return {
    next: async () => {
      count += 1;
      const databaseUrl = await server.createDatabase(`place${count}`);
      return { dataDir: path.join(server.root, "unused"), databaseUrl };
    },
    clear: () => server.remove(),
  };
}
