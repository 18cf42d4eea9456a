import { execFileSync } from "node:child_process";
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import path from "node:path";
import { ROOT } from "#scripts/prepare.ts";

/** Not kept in git: figures of one machine are of no use on another. Ratios are what is copied into the docs. */
const FILE = path.join(ROOT, "bench/history.jsonl");

export type Figures = Record<string, number>;
export type Entry = {
  at: string;
  commit: string;
  /** What was measured, for example "sync, PostgreSQL". */
  bench: string;
  figures: Figures;
  node: string;
  cores: number;
  /** Of the minute before, per core: figures of a crowded machine are told by it. */
  load: number;
};

/** Writes down one result, one line each, behind those of earlier runs. */
export function note(bench: string, figures: Figures): void {
  const commit = execFileSync("git", ["describe", "--always", "--dirty"], {
    cwd: ROOT,
    encoding: "utf8",
  }).trim();
  const cores = cpus().length;
  const rounded = Object.fromEntries(
    Object.entries(figures).map(([name, figure]) => [name, Number(figure.toFixed(3))]),
  );
  const load = Number(((loadavg()[0] ?? 0) / cores).toFixed(2));
  const entry: Entry = {
    at: new Date().toISOString(),
    commit,
    bench,
    figures: rounded,
    node: process.version,
    cores,
    load,
  };
  appendFileSync(FILE, `${JSON.stringify(entry)}\n`);
}

/** All results so far, oldest first. */
export const readHistory = (): Entry[] =>
  existsSync(FILE)
    ? readFileSync(FILE, "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as Entry)
    : [];
