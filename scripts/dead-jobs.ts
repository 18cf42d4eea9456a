import "./one-sentence.ts";
import { parseArgs } from "node:util";
import { JOB_NAMES } from "#app/adapters/queue/catalog.server.ts";
import { previewDeadJobs, reviveJobs } from "#app/adapters/queue/dead-jobs.server.ts";
import { startQueue } from "#app/adapters/queue/queue.server.ts";
import { BadInput } from "./bad-input.ts";
import { openForScript } from "./open-for-script.ts";

const { values } = parseArgs({ options: { revive: { type: "string" } } });
if (values.revive !== undefined && !JOB_NAMES.some((name) => name === values.revive))
  throw new BadInput(`There is no job "${values.revive}". Choose one of: ${JOB_NAMES.join(", ")}.`);
const { opened } = await openForScript("npm run jobs:dead");
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
