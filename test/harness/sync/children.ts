import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { AS_STARTED } from "#scripts/as-started.ts";
import { ROOT } from "#scripts/prepare.ts";
import type { Digest } from "./digest.ts";

/** `cpuSeconds`: processor time of the process that reads; other work on the machine lengthens it less than the time. */
export type ReadResult = Digest & {
  seconds: number;
  cpuSeconds: number;
  idleMb: number;
  peakMb: number;
  wasmMb: number;
};

/** Where a reading puts its rows: a folder for the embedded database, or a PostgreSQL. */
export type Target = { dataDir: string; databaseUrl?: string };

type Child = { process: ChildProcess; line(): Promise<string>; ended: Promise<void> };

/** Serves a large account in a process of its own, or so many that are alike (`sidOf`). */
export async function serveAccount(actions: number, alike = 1): Promise<{ url: string; stop(): void }> {
  const child = start("serve.ts", [String(actions), String(alike)], {});
  return { url: await child.line(), stop: () => void child.process.kill() };
}

/** Reads the account in a process of its own; with `killAfterMs` that process is killed that long after it began. */
export async function readAccount(
  url: string,
  target: Target,
  killAfterMs: number | null = null,
): Promise<ReadResult | "killed"> {
  const child = start("read.ts", [url, target.dataDir], { DATABASE_URL: target.databaseUrl ?? "" });
  await child.line();
  const timer = killAfterMs === null ? null : setTimeout(() => child.process.kill("SIGKILL"), killAfterMs);
  const line = await child.line().catch(() => null);
  if (timer) clearTimeout(timer);
  await child.ended;
  if (line !== null) return JSON.parse(line);
  if (killAfterMs === null) throw new Error("The reading ended without a result.");
  return "killed";
}

function start(script: string, args: string[], env: Record<string, string>): Child {
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", ...AS_STARTED, `test/harness/sync/${script}`, ...args],
    { cwd: ROOT, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "inherit"] },
  );
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    process: child,
    ended: new Promise((resolve) => child.once("exit", () => resolve())),
    line: async () => {
      const next = await lines.next();
      if (next.done) throw new Error(`${script} ended.`);
      return next.value;
    },
  };
}
