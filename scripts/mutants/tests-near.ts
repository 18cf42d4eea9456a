import path from "node:path";

/** A file's text by its name from the project's root. */
export type Texts = ReadonlyMap<string, string>;

/**
 * The test files from whose imports a folder is reached in so many steps, nearest first. Its own tests are always among them.
 * An `index.ts` that only passes names on is no step: whoever imports a name from it imports the file the name comes from.
 * Imports of types do not count, for nothing of them runs.
 */
export function testsNear(texts: Texts, folder: string, steps: number): string[] {
  const importers = new Map<string, Set<string>>();
  for (const file of texts.keys())
    for (const imported of importsOf(texts, file))
      importers.set(imported, (importers.get(imported) ?? new Set()).add(file));
  const own = `${folder.replace(/^app\//, "test/")}/`;
  const near = new Set([...texts.keys()].filter((file) => file.startsWith(own)));
  let reached = new Set([...texts.keys()].filter((file) => file.startsWith(`${folder}/`)));
  for (let step = 0; step < steps; step += 1) {
    reached = new Set([...reached].flatMap((file) => [...(importers.get(file) ?? [])]));
    for (const file of reached) near.add(file);
  }
  return [...near].filter((file) => file.endsWith(".test.ts"));
}

/** Each import or export from another file: what is named, and where. */
const FROM = /(?:^|\n)(?:import|export)\s+(type\s+)?(?:\{([^}]*)\}\s*|[^"';{}]*)(?:from\s*)?"([^"]+)"/g;

function importsOf(texts: Texts, file: string): string[] {
  return [...(texts.get(file) ?? "").matchAll(FROM)].flatMap(([, type, braces, name = ""]) => {
    const found = located(file, name);
    if (type !== undefined || !texts.has(found)) return [];
    const names = braces === undefined ? null : valuesIn(braces);
    if (names === null) return [found];
    return path.posix.basename(found) === "index.ts"
      ? names.flatMap((value) => sourceOf(texts, found, value))
      : names.length > 0
        ? [found]
        : [];
  });
}

/** The file from which an index passes a name on. */
function sourceOf(texts: Texts, index: string, value: string): string[] {
  for (const [, , braces = "", name = ""] of (texts.get(index) ?? "").matchAll(FROM))
    if (valuesIn(braces).includes(value)) return [located(index, name)];
  return [index];
}

const valuesIn = (braces: string): string[] =>
  braces
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "" && !each.startsWith("type "))
    .map((each) => each.replace(/ as .*/s, ""));

const located = (file: string, name: string): string =>
  name.startsWith(".")
    ? path.posix.join(path.posix.dirname(file), name)
    : name.replace("#", "").replace(/\?.*/, "");
