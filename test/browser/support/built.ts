import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { buildApp, generateClient, ROOT } from "#scripts/prepare.ts";

/** Builds the app when there is no build, or when a source file is newer than it. */
export function ensureBuilt(): void {
  const built = timeOf(path.join(ROOT, "build/server/index.js"));
  const sources = readdirSync(path.join(ROOT, "app"), { recursive: true, encoding: "utf8" });
  // The database client is made by the same preparation and lies among the sources.
  const newest = Math.max(
    ...sources
      .filter((name) => !name.includes("generated"))
      .map((name) => timeOf(path.join(ROOT, "app", name))),
  );
  if (built > newest) return;
  generateClient();
  buildApp();
}

const timeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
