import "./one-sentence.ts";
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import {
  endOnSigterm,
  privateFiles,
  secondStart,
  unfitSettings,
  wholeLog,
} from "./attack/process-stories.ts";
import { startProduction } from "./attack/production.ts";
import { STORIES } from "./attack/stories.ts";
import type { Findings } from "./attack/target.ts";
import { BadInput } from "./bad-input.ts";
import { startPostgresServer } from "./postgres-server.ts";
import { buildApp } from "./prepare.ts";

const DATABASES = ["embedded", "postgres"];
/** Of one story; a fault that shows in hundreds of requests is one. */
const MOST_SHOWN = 8;

const { values } = parseArgs({
  options: { on: { type: "string" }, "as-built": { type: "boolean", default: false } },
});
if (values.on !== undefined && !DATABASES.includes(values.on))
  throw new BadInput(`There is no database "${values.on}". Choose one of: ${DATABASES.join(", ")}.`);

if (!values["as-built"] || !existsSync("build/server/index.js")) {
  buildApp();
}
let count = 0;
for (const database of values.on === undefined ? DATABASES : [values.on]) {
  const postgres = database === "postgres" ? await startPostgresServer() : null;
  try {
    await attackOn(database, (await postgres?.createDatabase("settled")) ?? "");
  } finally {
    await postgres?.remove();
  }
}
console.log(count === 0 ? "0 findings" : `${count} findings`);
process.exit(count === 0 ? 0 : 1);

async function attackOn(database: string, databaseUrl: string): Promise<void> {
  console.log(`npm start on the ${database} database:`);
  const production = await startProduction(databaseUrl);
  const { target } = production;
  try {
    for (const { name, play } of STORIES) await tell(name, () => play(target));
    for (const { name, play } of [secondStart, unfitSettings, privateFiles, wholeLog, endOnSigterm])
      await tell(name, () => play(production));
  } finally {
    await production.remove();
  }
}

async function tell(name: string, play: () => Promise<Findings>): Promise<void> {
  const found = await play();
  count += found.length;
  console.log(`  ${found.length === 0 ? "ok  " : "FAIL"} ${name}`);
  for (const finding of found.slice(0, MOST_SHOWN)) console.log(`         ${finding}`);
  if (found.length > MOST_SHOWN) console.log(`         and ${found.length - MOST_SHOWN} more`);
}
