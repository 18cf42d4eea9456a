import "./one-sentence.ts";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { createFileOrSystemClock } from "#app/adapters/clock/clock.server.ts";
import { openDatabase } from "#app/adapters/db/open-database.server.ts";
import { createDatabase } from "#app/adapters/db/stores.server.ts";
import { readConfig } from "#app/config.server.ts";
import { noteSentMails } from "#app/services/operations/note-sent-mails.server.ts";
import { ROOT } from "./prepare.ts";

const [file] = process.argv.slice(2);
if (!file) {
  console.error("Restore the database, keep the app stopped, then run: npm run mails:sent -- provider.log");
  process.exit(1);
}
// Before the database is opened: a wrong path must change nothing.
const log = await readFile(file, "utf8");
const config = readConfig();
const opened = await openDatabase({
  dataDir: config.DATA_DIR,
  databaseUrl: config.DATABASE_URL,
  migrationsDir: path.join(ROOT, "prisma/migrations"),
});
const db = createDatabase(opened, () => Promise.reject(new Error("Nothing is enqueued here.")));
const settings = {
  operator: { name: config.OPERATOR_NAME, address: config.OPERATOR_ADDRESS, mailFrom: config.MAIL_FROM },
  linkSecret: config.LINK_SECRET,
  linkSecretPrevious: config.LINK_SECRET_PREVIOUS ?? null,
};
const clock = createFileOrSystemClock(config.CLOCK_FILE);
const noted = await noteSentMails({ log }, { db, clock, settings });
await opened.close();
console.log(`${noted.waiting} mails that waited and ${noted.warnings} warnings are noted as sent.`);
