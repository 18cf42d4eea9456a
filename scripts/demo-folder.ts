import { readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { heldMessage, LOCK_FILES, lockFolder } from "#app/adapters/db/folder-lock.server.ts";

/**
 * Takes the demo's folder for as long as this process lives. A string says which living process has it: another demo,
 * or an app that went on alone when its demo was killed.
 */
export async function takeDemoFolder(dataDir: string, remedy: string): Promise<string | null> {
  const demo = await lockFolder(dataDir, "demo", "npm run demo");
  if (demo.outcome === "held") return heldMessage(dataDir, demo.holder, remedy);
  const app = await lockFolder(dataDir, "app", "npm run demo");
  if (app.outcome === "locked") {
    await app.lock.release();
    return null;
  }
  await demo.lock.release();
  return heldMessage(dataDir, app.holder, remedy);
}

/** Empties a folder that was taken; the locks stay where they are, so that nobody can come in between. */
export function emptyDemoFolder(dataDir: string): void {
  for (const name of readdirSync(dataDir))
    if (!LOCK_FILES.includes(name)) rmSync(path.join(dataDir, name), { recursive: true, force: true });
}
