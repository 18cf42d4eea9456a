import path from "node:path";
import { parseArgs } from "node:util";
import { createFileOrSystemClock } from "#app/adapters/clock/clock.server.ts";
import { openDatabase } from "#app/adapters/db/open-database.server.ts";
import { createDatabase } from "#app/adapters/db/stores.server.ts";
import { readConfig } from "#app/config.server.ts";
import { revokeLinks } from "#app/services/exit/revoke-links.server.ts";
import { ROOT } from "./prepare.ts";

const { values, positionals } = parseArgs({
  options: { "app-is-stopped": { type: "boolean", default: false } },
  allowPositionals: true,
});
const [shop, ...more] = positionals;
if (!shop || more.length > 0) {
  console.error("Name one store: npm run links:revoke -- my-store.myshopify.com");
  process.exit(1);
}
const config = readConfig();
if (!config.DATABASE_URL && !values["app-is-stopped"]) {
  console.error(
    `The embedded database can be opened by one process only. Stop the app, then run: npm run links:revoke -- ${shop} --app-is-stopped`,
  );
  process.exit(1);
}
const opened = await openDatabase({
  dataDir: config.DATA_DIR,
  databaseUrl: config.DATABASE_URL,
  migrationsDir: path.join(ROOT, "prisma/migrations"),
});
const db = createDatabase(opened, () => Promise.reject(new Error("Nothing is enqueued here.")));
const clock = createFileOrSystemClock(config.CLOCK_FILE);
const outcome = await revokeLinks({ shop: shop.trim().toLowerCase() }, { db, clock });
await opened.close();
const SAID = {
  revoked: `No link of ${shop} works any more. Whoever asks for a new one gets it at the address on file.`,
  "unknown-shop": `No store ${shop} is known here. It may have been erased, and its links with it.`,
  "no-store-address": `${shop} is no store's address. It ends in .myshopify.com.`,
};
if (outcome === "revoked") console.log(SAID[outcome]);
else console.error(SAID[outcome]);
process.exitCode = outcome === "revoked" ? 0 : 1;
