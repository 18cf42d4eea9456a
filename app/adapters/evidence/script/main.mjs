import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { chainProblems, fileProblems, sha256 } from "./chain.mjs";
import { differences, figuresOf } from "./figures.mjs";
import { readPack } from "./read-pack.mjs";

/** Everything that is wrong with a pack, in words; an empty list when it is untouched. */
function problemsOf(files) {
  if (!files.has("manifest.json")) return ["manifest.json is missing"];
  const text = (name) => files.get(name)?.toString("utf8") ?? "";
  const manifest = JSON.parse(text("manifest.json"));
  const problems = [...fileProblems(files, manifest), ...chainProblems(text("history.jsonl"))];
  if (!files.has("closure.json") && !files.has("account-file.json")) return problems;
  const worked = figuresOf(
    JSON.parse(text("account-file.json")),
    JSON.parse(text("rules.json")),
    manifest.on,
  );
  const printed = JSON.parse(text("closure.json"));
  return [...problems, ...differences(printed, worked).map((each) => `closure.json: ${each}`)];
}

function main([path = dirname(fileURLToPath(import.meta.url))]) {
  const files = readPack(path);
  const problems = problemsOf(files);
  if (problems.length > 0) {
    for (const problem of problems) process.stdout.write(`${problem}\n`);
    process.stdout.write("TOUCHED: this pack is not as it was made.\n");
    return 1;
  }
  process.stdout.write(`Fingerprint of manifest.json: ${sha256(files.get("manifest.json"))}\n`);
  const figures = files.has("closure.json")
    ? "every figure of closure.json was worked out again"
    : "it holds no figures";
  process.stdout.write(`UNTOUCHED: every file and the history are as they were; ${figures}.\n`);
  return 0;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  process.stdout.write(`This pack cannot be read: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
