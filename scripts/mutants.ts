import "./one-sentence.ts";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { BadInput } from "./bad-input.ts";
import { ROOT } from "./prepare.ts";

// Changes the rules in many small ways and counts how many changes a test notices (docs/mutants.md):
//   npm run mutants -- app/domain/closing app/services/watch
const folders = process.argv.slice(2);
for (const folder of folders)
  if (!/^app\//.test(folder) || !existsSync(path.join(ROOT, folder)))
    throw new BadInput(
      `${folder} is no folder of the app. For example: npm run mutants -- app/domain/closing`,
    );
if (folders.length === 0) folders.push("app/domain", "app/services");

/** The tests of the layer a folder is in decide over it: those of other layers would take hours more. */
const layerOf = (folder: string): string => folder.split("/")[1] ?? "";

for (const layer of new Set(folders.map(layerOf))) {
  const inLayer = folders.filter((folder) => layerOf(folder) === layer);
  console.log(`\n${inLayer.join(", ")}, by the tests of test/${layer}`);
  const { status } = spawnSync(
    process.execPath,
    [
      path.join(ROOT, "node_modules/@stryker-mutator/core/bin/stryker.js"),
      "run",
      ...["--mutate", inLayer.map((folder) => `${folder}/**/*.ts`).join(",")],
    ],
    { cwd: ROOT, stdio: "inherit", env: { ...process.env, MUTANTS_LAYER: layer } },
  );
  if (status !== 0) process.exit(status ?? 1);
}
