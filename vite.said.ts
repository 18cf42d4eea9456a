import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const ROUTES = "app/routes";

/** What a page's script imports of ours: by name of the import map, or by path; types leave nothing behind. */
const IMPORT = /^(?:import|export)\s+(?!type\b)(?:[^"';]*?\sfrom\s+)?"([^"]+)"|\bimport\("([^"]+)"\)/gm;

/** Runs on the server alone, or says nothing itself: what the core has to say comes as data (`BY_DATA`). */
const SILENT = /\.server\.tsx?$|^app\/(domain|services|ports|adapters)\//;

/** Ids as they stand. */
const NAMED = /"(\w+\.[\w.-]+)"/g;

/** Ids that are put together, such as `failure.${reason}`: each hole stands for one word. */
const PUT_TOGETHER = /`(\w+\.(?:[\w.-]|\$\{[^{}`]*\})*)`/g;

/** Sentences of the core, which any page may be given; those of an explanation come with the answer that needs them. */
const BY_DATA = /^core\.(?!(explain|quote|input|assumption)\.)/;
const WITH_AN_ANSWER = /^core\.(explain|quote|input|assumption)\./;

/** A page in the admin by its route's file: `close.$task` is /app/close/…. */
export type PageWords = { page: string; said: (id: string) => boolean };

/** Which messages each page in the admin can say before anything else is fetched, read from what its script imports. */
export function pageWords(): PageWords[] {
  const frame = [
    ...filesFrom("app/entry.client.tsx"),
    ...filesFrom("app/root.tsx"),
    ...filesFrom(`${ROUTES}/app.tsx`),
  ];
  return readdirSync(ROUTES)
    .flatMap((file) => /^app\.(?!\$)(.+)\.tsx$/.exec(file)?.[1] ?? [])
    .map((page) => ({ page, said: saidIn(new Set([...frame, ...filesFrom(`${ROUTES}/app.${page}.tsx`)])) }));
}

function saidIn(files: ReadonlySet<string>): (id: string) => boolean {
  const source = [...files].map((file) => readFileSync(file, "utf8")).join("\n");
  const patterns = [...source.matchAll(PUT_TOGETHER)].map(
    ([, text = ""]) => new RegExp(`^${text.replaceAll(".", "\\.").replace(/\$\{[^}]*\}/g, "[\\w-]+")}$`),
  );
  const named = new Set([...source.matchAll(NAMED)].map(([, id]) => id));
  return (id) =>
    BY_DATA.test(id) ||
    (!WITH_AN_ANSWER.test(id) && (named.has(id) || patterns.some((pattern) => pattern.test(id))));
}

function filesFrom(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || SILENT.test(file) || !/\.tsx?$/.test(file)) return seen;
  if (!existsSync(file)) throw new Error(`${file} is imported and is not there.`);
  seen.add(file);
  for (const [, named, fetched] of readFileSync(file, "utf8").matchAll(IMPORT)) {
    const to = pathOf(named ?? fetched ?? "", file);
    if (to) filesFrom(to, seen);
  }
  return seen;
}

/** Null for what is not ours. */
function pathOf(name: string, from: string): string | null {
  if (name.startsWith("#app/")) return name.replace("#app/", "app/");
  if (name.startsWith("#later/")) return `${name.replace("#later/", "app/components/")}.tsx`;
  return name.startsWith(".") ? path.posix.join(path.posix.dirname(from), name) : null;
}
