import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import postcss, { type Rule } from "postcss";
import type { Plugin } from "vite";

const APP = path.join(import.meta.dirname, "app");
const POLARIS = path.join(import.meta.dirname, "node_modules/@shopify/polaris/build/esm");
const STYLES = /\/@shopify\/polaris\/build\/esm\/styles\.css\b/;
const CLASSES = /Polaris-[\w-]+/g;
const THEMES = /\.p-theme-[\w-]+/g;

/** Of the lists in `:not(…)` and `:is(…)` an element need not have each. */
const IN_BRACKETS = /\([^()]*\)/g;

const classesIn = (text: string): string[] => [...text.matchAll(CLASSES)].map(([name]) => name);

/** The file of each component, as Polaris's index has it. */
function componentFiles(): Map<string, string> {
  const index = readFileSync(path.join(POLARIS, "index.js"), "utf8");
  const exported = [...index.matchAll(/export \{ ([^}]+) \} from '\.\/([^']+)'/g)];
  return new Map(
    exported.flatMap(([, names = "", file = ""]) =>
      names.split(", ").map((name) => [name.split(" as ").at(-1) ?? name, path.join(POLARIS, file)] as const),
    ),
  );
}

/** The classes that the components used by the pages can put on an element, and those our own files name. */
export function usedClasses(): Set<string> {
  const components = componentFiles();
  const used = new Set<string>();
  const seen = new Set<string>();
  const take = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const code = readFileSync(file, "utf8");
    for (const name of classesIn(code)) used.add(name);
    for (const [, next = ""] of code.matchAll(/from '(\.[^']+)'/g))
      take(path.resolve(path.dirname(file), next));
  };
  for (const file of readdirSync(APP, { recursive: true, encoding: "utf8" })) {
    if (!/\.(tsx?|css)$/.test(file) || file.includes("generated")) continue;
    const code = readFileSync(path.join(APP, file), "utf8");
    for (const name of classesIn(code)) used.add(name);
    for (const [, names = ""] of code.matchAll(/import \{([^}]+)\} from "@shopify\/polaris"/g))
      for (const name of names.split(",").map((each) => each.trim().split(" as ")[0] ?? "")) {
        const component = components.get(name);
        // A type has no file of its own.
        if (component) take(component);
      }
  }
  return used;
}

/** Of a style sheet the rules that can meet an element of the pages; what names no class of Polaris stays. */
export function keptStyles(css: string, used: Set<string>): string {
  const isWanted = (selector: string) =>
    classesIn(selector.replace(IN_BRACKETS, "")).every((name) => used.has(name)) &&
    (selector.match(THEMES) ?? []).every((theme) => theme === ".p-theme-light");
  const root = postcss.parse(css);
  root.walkRules((rule: Rule) => {
    const wanted = rule.selectors.filter(isWanted);
    if (wanted.length === 0) rule.remove();
    else if (wanted.length < rule.selectors.length) rule.selectors = wanted;
  });
  root.walkAtRules((rule) => {
    if (rule.nodes?.length === 0) rule.remove();
  });
  return root.toString();
}

/** Leaves out of Polaris's style sheet what belongs to components that no page has: the browser reads all of it before it paints. */
export function lightStyles(): Plugin {
  return {
    name: "light-styles",
    apply: "build",
    enforce: "pre",
    transform(css, id) {
      // Where only its address is wanted, that is a module of its own, and the sheet is read beside it.
      if (!STYLES.test(id.split(path.sep).join("/")) || /[?&]url\b/.test(id)) return null;
      return { code: keptStyles(css, usedClasses()), map: null };
    },
  };
}
