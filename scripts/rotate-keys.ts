import "./one-sentence.ts";
import path from "node:path";
import { parseArgs } from "node:util";
import { openDatabase } from "#app/adapters/db/open-database.server.ts";
import { createSealedValueStore } from "#app/adapters/db/sealed-value-store.server.ts";
import { createRewrapper } from "#app/adapters/seal/aes-seal.server.ts";
import { readConfig } from "#app/config.server.ts";
import { rotateKeys } from "#app/services/operations/rotate-keys.server.ts";
import { ROOT } from "./prepare.ts";

const { values } = parseArgs({ options: { "app-is-stopped": { type: "boolean", default: false } } });
const config = readConfig();
if (!config.DATABASE_URL && !values["app-is-stopped"]) {
  console.error(
    "The embedded database can be opened by one process only. Stop the app, then run: npm run keys:rotate -- --app-is-stopped",
  );
  process.exit(1);
}
const opened = await openDatabase({
  dataDir: config.DATA_DIR,
  databaseUrl: config.DATABASE_URL,
  migrationsDir: path.join(ROOT, "prisma/migrations"),
});
const report = await rotateKeys({
  values: createSealedValueStore(opened.prisma),
  rewrapper: createRewrapper(config.SEAL_KEYS),
});
await opened.close();
console.log(`${report.rewrapped} values are now sealed with the first key of SEAL_KEYS.`);
for (const { place, shop } of report.unreadable) console.log(`No key opens the ${place} of ${shop}.`);
if (report.left === 0) console.log("No value needs the other keys any more: take them out of SEAL_KEYS.");
else console.log(`${report.left} values still need another key. Keep it, and run this again.`);
process.exitCode = report.left === 0 ? 0 : 1;
