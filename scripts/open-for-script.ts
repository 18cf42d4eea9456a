import path from "node:path";
import type { OpenDatabase } from "#app/adapters/db/database-kind.server.ts";
import { openDatabase } from "#app/adapters/db/open-database.server.ts";
import { type Config, readConfig } from "#app/config.server.ts";
import { ROOT } from "./prepare.ts";

/**
 * The app's settings and its database, for a script. `command` is what was typed; whoever is refused meanwhile reads it.
 * Throws a ConfigError for wrong settings, and while another process holds the embedded database.
 */
export async function openForScript(command: string): Promise<{ config: Config; opened: OpenDatabase }> {
  const config = readConfig();
  // As in server.ts: the database's files are for their owner only.
  process.umask(0o077);
  const opened = await openDatabase({
    dataDir: config.DATA_DIR,
    databaseUrl: config.DATABASE_URL,
    migrationsDir: path.join(ROOT, "prisma/migrations"),
    holder: command,
  });
  return { config, opened };
}
