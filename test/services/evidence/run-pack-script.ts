import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

export type Files = Record<string, Uint8Array>;

export function tempFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "stranger-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The script as somebody runs it who has the pack and Node, and nothing of Settled. */
export function runAlone(script: string, args: string[], cwd: string) {
  try {
    return {
      code: 0,
      said: execFileSync(process.execPath, [script, ...args], {
        cwd,
        env: { NODE_ENV: "production" },
        encoding: "utf8",
      }),
    };
  } catch (error) {
    const failed = error as { status: number; stdout: string; stderr: string };
    return { code: failed.status, said: failed.stdout + failed.stderr };
  }
}

/** The pack in a folder, and its own script run there. */
export function checked(files: Files) {
  const folder = tempFolder();
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), bytes);
  }
  return runAlone("verify.mjs", [], folder);
}

/** A zip beside the script, as it came out of somebody's zip program. */
export function checkedZip(zip: Uint8Array, script: Uint8Array | undefined) {
  const folder = tempFolder();
  writeFileSync(path.join(folder, "again.zip"), zip);
  writeFileSync(path.join(folder, "verify.mjs"), script ?? "");
  return { ...runAlone("verify.mjs", ["again.zip"], folder), file: path.join(folder, "again.zip") };
}
