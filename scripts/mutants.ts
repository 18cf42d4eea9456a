import "./one-sentence.ts";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { BadInput } from "./bad-input.ts";
import { testsNear } from "./mutants/tests-near.ts";
import { ROOT } from "./prepare.ts";

// Changes the rules in many small ways and counts how many changes a test notices (docs/mutants.md):
//   npm run mutants -- app/domain/closing app/services/watch
//   npm run mutants -- app/domain/mail --own        by the tests of the same folder alone: quick, and the score is at least this
//   npm run mutants -- app/domain/totals --near=2   also by those of the layer that reach the folder in so many imports
const words = process.argv.slice(2);
const folders = words.filter((word) => !word.startsWith("--"));
const options = words.filter((word) => word.startsWith("--"));
const [steps = Number.POSITIVE_INFINITY, ...more] = options.map((option) => {
  const [, near] = /^--near=([1-9])$/.exec(option) ?? [];
  if (near === undefined && option !== "--own")
    throw new BadInput(`${option} is no option. For example: --own or --near=2`);
  return Number(near ?? 0);
});
if (more.length > 0) throw new BadInput("Only one of --own and --near can be chosen.");
for (const folder of folders)
  if (!/^app\//.test(folder) || !existsSync(path.join(ROOT, folder)))
    throw new BadInput(
      `${folder} is no folder of the app. For example: npm run mutants -- app/domain/closing`,
    );
if (folders.length === 0) folders.push("app/domain", "app/services");

const texts = new Map(
  ["app", "test"].flatMap((place) =>
    readdirSync(path.join(ROOT, place), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => {
        const file = [place, ...name.split(path.sep)].join("/");
        return [file, readFileSync(path.join(ROOT, file), "utf8")];
      }),
  ),
);

/** The tests that decide over a folder, of its layer alone: those of other layers would take hours more. */
function testsOf(folder: string): string {
  const [, layer = ""] = folder.split("/");
  if (steps === Number.POSITIVE_INFINITY) return `test/${layer}/**/*.test.ts`;
  const near = testsNear(texts, folder, steps).filter((file) => file.startsWith(`test/${layer}/`));
  if (near.length === 0) throw new BadInput(`${folder} has no tests of its own. For example: --near=2`);
  return near.join(" ");
}

const foldersBy = new Map<string, string[]>();
for (const folder of folders)
  foldersBy.set(testsOf(folder), [...(foldersBy.get(testsOf(folder)) ?? []), folder]);
for (const [tests, changed] of foldersBy) {
  console.log(`\n${changed.join(", ")}, by\n${tests.replaceAll(" ", "\n")}`);
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
