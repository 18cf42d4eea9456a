import type { PgBoss } from "pg-boss";
import { createFileOrSystemClock } from "#app/adapters/clock/clock.server.ts";
import { createDatabase } from "#app/adapters/db/stores.server.ts";
import { enqueueWith, startQueue } from "#app/adapters/queue/queue.server.ts";
import type { Deps, ServiceSettings } from "#app/services/deps.ts";
import { deriveSecrets } from "#app/services/secrets.ts";
import { settingsOf } from "#app/settings.server.ts";
import { openForScript } from "../open-for-script.ts";

export type Desk = Pick<Deps, "db" | "clock"> & { settings: ServiceSettings; boss: PgBoss };

/** The database and the queue as the app has them; nothing here takes jobs from the queue. */
export async function openDesk(command: string): Promise<{ desk: Desk; close: () => Promise<void> }> {
  const { config, opened } = await openForScript(command);
  await startQueue(opened.boss, (error) => console.error(error.message));
  const desk: Desk = {
    db: createDatabase(opened, enqueueWith(opened.boss)),
    clock: createFileOrSystemClock(config.CLOCK_FILE),
    settings: settingsOf(config, deriveSecrets(config.LINK_SECRET, config.LINK_SECRET_PREVIOUS)),
    boss: opened.boss,
  };
  const close = async () => {
    await opened.boss.stop({ graceful: false });
    await opened.close();
  };
  return { desk, close };
}
