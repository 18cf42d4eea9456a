import "./one-sentence.ts";
import { readFileSync } from "node:fs";
import { lockfileFaults } from "./lockfile-faults.ts";

/** Looks through package-lock.json without a network; ends with 1 when something is wrong with it. */
const faults = lockfileFaults(readFileSync("package-lock.json", "utf8"));
for (const fault of faults) console.error(fault);
if (faults.length === 0) console.log("package-lock.json: every package is held to its content and known.");
process.exitCode = faults.length > 0 ? 1 : 0;
