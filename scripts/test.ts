import "./one-sentence.ts";
import { execFile, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { takesNoWords } from "./bad-input.ts";
import { BUILD, COMPILED_CODE, generateClient, ROOT } from "./prepare.ts";

type Tally = { passed: number; failed: number; skipped: number };

/** What runs side by side before the tests: the build they need, and what judges the code without running it. */
const CHECKS: [name: string, program: string, args: string[], env?: Record<string, string>][] = [
  ["build", BUILD.program, BUILD.args, BUILD.env],
  ["format and lint", "biome", ["check", "--error-on-warnings", "."]],
  ["types", "tsc", ["--noEmit", "-p", "."]],
  [
    "layer rules",
    "depcruise",
    ["--config", ".dependency-cruiser.mjs", "app", "sandbox", "cli", "scripts", "server.ts"],
  ],
  ["dead code", "knip", []],
  ["Flow extensions", "node", ["scripts/extensions.ts"]],
];
const SUITES = ["unit", "stores", "browser"] as const;

const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

// Words would be passed over: whoever wants a part reads CONTRIBUTING.
takesNoWords();
const total: Tally = { passed: 0, failed: 0, skipped: 0 };
const add = (tally: Tally) => {
  total.passed += tally.passed;
  total.failed += tally.failed;
  total.skipped += tally.skipped;
};

step("database client", () => generateClient());
const failedChecks: string[] = [];
await Promise.all(
  CHECKS.map(async ([name, program, args, env]) => {
    const started = Date.now();
    const problem = await promisify(execFile)(path.join(ROOT, "node_modules/.bin", program), args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      maxBuffer: 64 * 1024 * 1024,
    }).then(
      () => null,
      ({ stdout, stderr }) => `${stdout}\n${stderr}`,
    );
    console.log(`${problem === null ? "ok    " : "FAILED"}  ${name} (${seconds(started)} s)`);
    if (problem !== null) {
      console.log(problem);
      failedChecks.push(name);
    }
    add({ passed: problem === null ? 1 : 0, failed: problem === null ? 0 : 1, skipped: 0 });
  }),
);
// Without a build the tests of the served app would only say so again, at length.
for (const suite of failedChecks.includes("build") ? (["unit"] as const) : SUITES) add(runSuite(suite));

const { passed, failed, skipped } = total;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exit(failed > 0 ? 1 : 0);

/** Preparation that must work before anything can be tested; a fault in it ends the run as one failure. */
function step(name: string, work: () => void): void {
  const started = Date.now();
  try {
    work();
    console.log(`ok      ${name} (${seconds(started)} s)`);
  } catch (error) {
    console.log(`FAILED  ${name}: ${error instanceof Error ? error.message : error}`);
    console.log(`${total.passed} passed, ${total.failed + 1} failed`);
    process.exit(1);
  }
}

/** One vitest project. A file that could not even be loaded counts as one failure. */
function runSuite(suite: (typeof SUITES)[number]): Tally {
  const started = Date.now();
  const file = path.join(mkdtempSync(path.join(tmpdir(), "settled-test-")), `${suite}.json`);
  const args = ["run", "--project", suite, "--reporter=dot", "--reporter=json", `--outputFile.json=${file}`];
  // Browsers and databases wait more than they compute: a third worker fills the gaps of two.
  if (suite !== "unit") args.push("--maxWorkers=3");
  const { status } = spawnSync(path.join(ROOT, "node_modules/.bin/vitest"), args, {
    cwd: ROOT,
    env: { ...process.env, ...COMPILED_CODE, ...(process.stdout.isTTY ? {} : { NO_COLOR: "1" }) },
    stdio: "inherit",
  });
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const result = report.parse(JSON.parse(readFileSync(file, "utf8")));
  const broken = result.testResults.filter(
    (each) => each.status === "failed" && each.assertionResults.length === 0,
  );
  const failures = result.numFailedTests + broken.length;
  console.log(`${status === 0 ? "ok    " : "FAILED"}  ${suite} tests (${seconds(started)} s)`);
  return {
    passed: result.numPassedTests,
    failed: status !== 0 && failures === 0 ? 1 : failures,
    skipped: result.numPendingTests,
  };
}

function seconds(started: number): string {
  return ((Date.now() - started) / 1000).toFixed(1);
}
