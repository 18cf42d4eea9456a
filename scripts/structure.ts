import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { BadInput } from "./bad-input.ts";
import "./one-sentence.ts";

/**
 * Measures the house (docs/structure.md): `npm run structure`, or `npm run structure -- FOLDER` for another checkout.
 * An import counts whether of a value or of a type.
 */
const root = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, ".."));
if (!existsSync(path.join(root, "app")))
  throw new BadInput(`${root} is no checkout of Settled: it has no folder app.`);
const PLACES = ["app", "sandbox", "cli", "scripts"];
const CRUMB_LINES = 10;
/** So many lines that say the same in two places are a duplicate; closing brackets and imports say nothing. */
const SAME_LINES = 7;

const texts = new Map(
  PLACES.flatMap(walk).map((file) => [file, readFileSync(path.join(root, file), "utf8")]),
);
const imports = new Map([...texts].map(([file, text]) => [file, importsOf(file, text)]));
const importers = new Map<string, Set<string>>();
for (const [file, others] of imports)
  for (const other of others) importers.set(other, (importers.get(other) ?? new Set()).add(file));

const inApp = [...texts].filter(([file]) => file.startsWith("app/"));
print("files in app", inApp.length);
print("lines in app", count(inApp));
print(`files in ${PLACES.join(", ")}`, texts.size);
print(`lines in ${PLACES.join(", ")}`, count([...texts]));
for (const layer of ["app/domain", "app/services"]) measureFolders(layer);
const crumbs = [...texts].filter(([file, text]) => isCrumb(file, text)).map(([file]) => file);
print("files under ten lines with one importer", crumbs.length);
for (const crumb of crumbs) process.stdout.write(`  ${crumb}\n`);
const runs = repeatedRuns([...PLACES, "test"].flatMap((place) => walk(place)));
print(`runs of ${SAME_LINES} and more lines that stand twice, tests included`, runs.length);
for (const run of runs) process.stdout.write(`  ${run}\n`);

type Run = { other: string; file: string; from: number; until: number };

/** Each stretch of lines that stood somewhere before. */
function repeatedRuns(files: string[]): string[] {
  const seen = new Map<string, string>();
  const found: Run[] = [];
  for (const file of files) {
    const lines = tellingLines(readFileSync(path.join(root, file), "utf8"));
    for (let at = 0; at + SAME_LINES <= lines.length; at += 1) {
      const window = lines.slice(at, at + SAME_LINES);
      const key = window.map(({ text }) => text).join("\n");
      const [from, until] = [window[0]?.line ?? 0, window.at(-1)?.line ?? 0];
      const other = seen.get(key);
      const last = found.at(-1);
      if (other === undefined) seen.set(key, `${file}:${from}`);
      else if (last?.file === file && last.until >= from) last.until = until;
      else found.push({ other, file, from, until });
    }
  }
  return found.map(({ other, file, from, until }) => `${other} ~ ${file}:${from} to ${until}`);
}

function tellingLines(text: string): { text: string; line: number }[] {
  return text
    .split("\n")
    .map((each, index) => ({ text: each.trim(), line: index + 1 }))
    .filter((each) => /\w/.test(each.text) && !/^(import|\} from|type \w+,|\w+,$)/.test(each.text));
}

function walk(folder: string): string[] {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "generated" ? [] : walk(name);
    return /\.tsx?$/.test(name) ? [name] : [];
  });
}

function importsOf(file: string, text: string): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].flatMap(([, name = ""]) => {
    const found = name.startsWith(".")
      ? path.posix.join(path.posix.dirname(file), name)
      : name.replace("#", "");
    return texts.has(found) ? [found] : [];
  });
}

/** A folder is in a circle when it is reached again from what it imports. */
function measureFolders(layer: string): void {
  const folderOf = (file: string) =>
    file.startsWith(`${layer}/`) ? file.split("/")[3] && file.split("/")[2] : null;
  const arrows = [...imports].flatMap(([file, others]) =>
    others.flatMap((other) => {
      const [from, to] = [folderOf(file), folderOf(other)];
      return from && to && from !== to ? [{ from, to }] : [];
    }),
  );
  const reached = (from: string, seen = new Set<string>()): Set<string> => {
    for (const arrow of arrows)
      if (arrow.from === from && !seen.has(arrow.to)) reached(arrow.to, seen.add(arrow.to));
    return seen;
  };
  const folders = new Set([...texts.keys()].flatMap((file) => folderOf(file) ?? []));
  const circles = [...folders].filter((folder) => reached(folder).has(folder));
  print(`folders in ${layer}`, folders.size);
  print(`of them in circles`, circles.length);
  print(`imports that look back`, arrows.filter(({ from, to }) => reached(to).has(from)).length);
}

/** Routes are named by their addresses, so that a short one is none. */
function isCrumb(file: string, text: string): boolean {
  return linesOf(text) < CRUMB_LINES && importers.get(file)?.size === 1 && !file.startsWith("app/routes/");
}

function count(files: [string, string][]): number {
  return files.reduce((sum, [, text]) => sum + linesOf(text), 0);
}

function linesOf(text: string): number {
  return text.trimEnd().split("\n").length;
}

function print(what: string, figure: number): void {
  process.stdout.write(`${what}: ${figure}\n`);
}
