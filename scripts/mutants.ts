import "./one-sentence.ts";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { BadInput } from "./bad-input.ts";
import { ROOT } from "./prepare.ts";

// Changes the rules in many small ways and counts how many changes a test notices (docs/mutants.md):
//   npm run mutants -- app/domain/closing app/services/watch
//   npm run mutants -- app/domain/mail --own      by the tests of the same folder alone: quick, and the score is at least this
const words = process.argv.slice(2);
const own = words.includes("--own");
const folders = words.filter((word) => word !== "--own");
for (const folder of folders)
  if (!/^app\//.test(folder) || !existsSync(path.join(ROOT, folder)))
    throw new BadInput(
      `${folder} is no folder of the app. For example: npm run mutants -- app/domain/closing`,
    );
if (folders.length === 0) folders.push("app/domain", "app/services");

/** The tests that decide over a folder: those of its layer, or its own. Those of other layers would take hours more. */
const testsOf = (folder: string): string =>
  folder
    .split("/")
    .slice(1, own ? undefined : 2)
    .join("/");

for (const tests of new Set(folders.map(testsOf))) {
  const changed = folders.filter((folder) => testsOf(folder) === tests);
  console.log(`\n${changed.join(", ")}, by the tests of test/${tests}`);
  const { status } = spawnSync(
    process.execPath,
    [
      path.join(ROOT, "node_modules/@stryker-mutator/core/bin/stryker.js"),
      "run",
      ...["--mutate", changed.map((folder) => `${folder}/**/*.ts`).join(",")],
    ],
    { cwd: ROOT, stdio: "inherit", env: { ...process.env, MUTANTS_TESTS: tests } },
  );
  if (status !== 0) process.exit(status ?? 1);
}
