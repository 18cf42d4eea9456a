import "./one-sentence.ts";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { LOCALES } from "../app/messages/locales.ts";
import { BadInput } from "./bad-input.ts";

// npm run test:languages [-- ja de]: walks each journey of the browser tests in every language, or in those named.

const FOLDER = "test/browser";
const journeys = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".test.ts"))
  .map((file) => `${FOLDER}/${file}`)
  .filter((file) => /\b(walkedIn|READ_IN)\b/.test(readFileSync(file, "utf8")));
const wanted = process.argv.slice(2);
const unknown = wanted.find((each) => !LOCALES.some((locale) => locale === each));
if (unknown)
  throw new BadInput(`"${unknown}" is no language of Settled. For example: npm run test:languages -- ja de`);
const languages = LOCALES.filter((locale) => wanted.length === 0 || wanted.includes(locale));

const failed = languages.filter((locale) => {
  const { status } = spawnSync("vitest", ["run", "--project", "browser", ...journeys], {
    stdio: "inherit",
    env: { ...process.env, WALK_IN: locale },
  });
  return status !== 0;
});
if (failed.length > 0) {
  process.stderr.write(`Not walked through: ${failed.join(", ")}\n`);
  process.exit(1);
}
