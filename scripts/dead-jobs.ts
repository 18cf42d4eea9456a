import "./one-sentence.ts";
import path from "node:path";
import { parseArgs } from "node:util";
import { openDatabase } from "#app/adapters/db/open-database.server.ts";
import { JOB_NAMES } from "#app/adapters/queue/catalog.server.ts";
import { previewDeadJobs, reviveJobs } from "#app/adapters/queue/dead-jobs.server.ts";
import { startQueue } from "#app/adapters/queue/queue.server.ts";
import { readConfig } from "#app/config.server.ts";
import { BadInput } from "./bad-input.ts";
import { ROOT } from "./prepare.ts";

const { values } = parseArgs({
  options: { "app-is-stopped": { type: "boolean", default: false }, revive: { type: "string" } },
});
if (values.revive !== undefined && !JOB_NAMES.some((name) => name === values.revive))
  throw new BadInput(`There is no job "${values.revive}". Choose one of: ${JOB_NAMES.join(", ")}.`);
const config = readConfig();
if (!config.DATABASE_URL && !values["app-is-stopped"]) {
  console.error(
    "The embedded database can be opened by one process only. Stop the app, then run: npm run jobs:dead -- --app-is-stopped",
  );
  process.exit(1);
}
const opened = await openDatabase({
  dataDir: config.DATA_DIR,
  databaseUrl: config.DATABASE_URL,
  migrationsDir: path.join(ROOT, "prisma/migrations"),
});
await startQueue(opened.boss, (error) => console.error(error.message));
if (values.revive) {
  const revived = await reviveJobs(opened.boss, values.revive);
  console.log(`${revived} jobs "${values.revive}" begin anew, with all their tries.`);
}
const dead = await previewDeadJobs(opened.boss);
for (const { name, count } of dead) console.log(`${count} jobs "${name}" used up their tries.`);
if (dead.length === 0) console.log("No job is dead.");
else console.log("To let them begin anew: npm run jobs:dead -- --revive <name>");
await opened.boss.stop({ graceful: false });
await opened.close();
