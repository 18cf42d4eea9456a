import "./one-sentence.ts";
import { readFile } from "node:fs/promises";
import { createFileOrSystemClock } from "#app/adapters/clock/clock.server.ts";
import { createDatabase } from "#app/adapters/db/stores.server.ts";
import { noteSentMails } from "#app/services/operations/note-sent-mails.server.ts";
import { deriveSecrets } from "#app/services/secrets.ts";
import { openForScript } from "./open-for-script.ts";

const [file] = process.argv.slice(2);
if (!file) {
  console.error("Restore the database, keep the app stopped, then run: npm run mails:sent -- provider.log");
  process.exit(1);
}
// Before the database is opened: a wrong path must change nothing.
const log = await readFile(file, "utf8");
const { config, opened } = await openForScript("npm run mails:sent");
const db = createDatabase(opened, () => Promise.reject(new Error("Nothing is enqueued here.")));
const settings = {
  operator: {
    name: config.OPERATOR_NAME,
    address: config.OPERATOR_ADDRESS,
    email: config.OPERATOR_EMAIL ?? config.MAIL_FROM,
    mailFrom: config.MAIL_FROM,
  },
  secrets: deriveSecrets(config.LINK_SECRET, config.LINK_SECRET_PREVIOUS),
};
const clock = createFileOrSystemClock(config.CLOCK_FILE);
const noted = await noteSentMails({ log }, { db, clock, settings });
await opened.close();
console.log(`${noted.waiting} mails that waited and ${noted.warnings} warnings are noted as sent.`);
