import "./one-sentence.ts";
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { ROOT } from "./prepare.ts";

/** The consistency oracle for as many random accounts as wanted: `npm run oracle -- --runs 20000 --seed 1`. */
const { values } = parseArgs({
  options: { runs: { type: "string", default: "20000" }, seed: { type: "string" } },
});
const { status } = spawnSync("vitest", ["run", "--project", "unit", "test/oracle"], {
  cwd: ROOT,
  env: { ...process.env, ORACLE_RUNS: values.runs, ORACLE_SEED: values.seed ?? String(Date.now() % 2 ** 31) },
  stdio: "inherit",
});
process.exit(status ?? 1);
