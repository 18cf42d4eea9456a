import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";

type Modules = { module: string; imports?: string[] };
type Manifest = { entry: Modules; routes: Record<string, Modules> };

/** The JavaScript a page waits for, each file compressed by itself as it travels. Sizes in bytes. */
export type FirstLoad = { files: { name: string; gzip: number }[]; gzip: number };

/** What Remix's manifest loads first for these routes: the entry, the routes' modules and what they import. */
export function firstLoad(client: string, routes: readonly string[]): FirstLoad {
  const names = modulesOf(client, (id) => routes.includes(id));
  const files = names.map((name) => ({ name, gzip: gzipSync(readFileSync(path.join(client, name))).length }));
  return { files, gzip: files.reduce((sum, { gzip }) => sum + gzip, 0) };
}

/** The files that the manifest names for the routes of these ids and for what every page loads. */
export function modulesOf(client: string, wanted: (routeId: string) => boolean): string[] {
  const { entry, routes } = manifestOf(client);
  const chosen = Object.keys(routes).filter(wanted);
  if (chosen.length === 0) throw new Error("The build has none of these routes.");
  const modules = [entry, ...chosen.map((id) => found(routes[id], id))];
  return [...new Set(modules.flatMap(({ module, imports = [] }) => [module, ...imports]))];
}

function manifestOf(client: string): Manifest {
  const assets = path.join(client, "assets");
  const name = found(
    readdirSync(assets).find((file) => file.startsWith("manifest-")),
    "manifest",
  );
  return JSON.parse(
    readFileSync(path.join(assets, name), "utf8").replace("window.__remixManifest=", "").replace(/;\s*$/, ""),
  );
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The build has no ${what}.`);
  return value;
}
