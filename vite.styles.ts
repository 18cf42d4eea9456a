import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";

const ROOT = import.meta.dirname;
const POLARIS = path.join(ROOT, "node_modules/@shopify/polaris/build/esm");
const STYLES = /\/@shopify\/polaris\/build\/esm\/styles\.css\b/;
const CLASSES = /Polaris-[\w-]+/g;
/** The one theme the pages have, on a desktop and on a phone. */
const OTHER_THEMES = /\.p-theme-(?!light\b(?!-high))/;

/** The classes that the components used by the pages can put on an element, and those our own style sheets name. */
export function usedClasses(): Set<string> {
  const index = readFileSync(path.join(POLARIS, "index.js"), "utf8");
  const files = new Map<string, string>();
  for (const [, names = "", file = ""] of index.matchAll(/export \{ ([^}]+) \} from '\.\/([^']+)'/g))
    for (const name of names.split(", ")) files.set(name.split(" as ").at(-1) ?? name, file);
  const used = new Set<string>();
  const seen = new Set<string>();
  const take = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const code = readFileSync(file, "utf8");
    for (const [name] of code.matchAll(CLASSES)) used.add(name);
    for (const [, next = ""] of code.matchAll(/from '(\.[^']+)'/g))
      take(path.resolve(path.dirname(file), next));
  };
  for (const file of readdirSync(path.join(ROOT, "app"), { recursive: true, encoding: "utf8" })) {
    if (!/\.(tsx?|css)$/.test(file) || file.includes("generated")) continue;
    const code = readFileSync(path.join(ROOT, "app", file), "utf8");
    for (const [name] of code.matchAll(CLASSES)) used.add(name);
    for (const [, names = ""] of code.matchAll(/import \{([^}]+)\} from "@shopify\/polaris"/g))
      for (const name of names.split(",")) {
        const known = files.get(name.trim().replace(/^type /, ""));
        if (known) take(path.join(POLARIS, known));
      }
  }
  return used;
}

/** Of a style sheet the rules that can meet an element of the pages; what names no class of Polaris stays. */
export function keptStyles(css: string, used: Set<string>): string {
  const isUsed = (selector: string) =>
    !OTHER_THEMES.test(selector) && [...selector.matchAll(CLASSES)].every(([name]) => used.has(name));
  let kept = "";
  let at = 0;
  while (at < css.length) {
    const open = css.indexOf("{", at);
    if (open < 0) break;
    const close = endOf(css, open);
    const head = css.slice(at, open);
    const name = head.replace(/\/\*[\s\S]*?\*\//g, "").trim();
    const body = css.slice(open + 1, close);
    if (/^@(media|supports|container|layer)/.test(name)) {
      const inside = keptStyles(body, used);
      if (inside.trim() !== "") kept += `${name}{${inside}}`;
    } else if (name.startsWith("@") || splitSelectors(name).some(isUsed)) kept += `${name}{${body}}`;
    at = close + 1;
  }
  return kept;
}

/** Where the block that begins there ends. */
function endOf(css: string, open: number): number {
  let depth = 0;
  for (let at = open; at < css.length; at += 1) {
    if (css[at] === "{") depth += 1;
    else if (css[at] === "}" && --depth === 0) return at;
  }
  throw new Error("A block of the style sheet has no end.");
}

/** A list within `:is(…)` or `:not(…)` belongs to its selector: then all of it counts as one. */
const splitSelectors = (list: string): string[] => (list.includes("(") ? [list] : list.split(","));

/** Leaves out of Polaris's style sheet what belongs to components that no page has: the browser reads all of it before it paints. */
export function lightStyles(): Plugin {
  return {
    name: "light-styles",
    enforce: "pre",
    transform(css, id) {
      // Where only its address is wanted, the sheet itself is a module beside that.
      if (!STYLES.test(id.split(path.sep).join("/")) || /[?&]url\b/.test(id)) return null;
      return { code: keptStyles(css, usedClasses()), map: null };
    },
  };
}
