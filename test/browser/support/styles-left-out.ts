import { readFileSync } from "node:fs";
import type { Frame } from "playwright-core";
import { keptStyles, usedClasses } from "../../../vite.styles.ts";

const classes = (css: string) => [...css.matchAll(/\.(Polaris-[\w-]+)/g)].map(([, name = ""]) => name);
let leftOut: Set<string> | undefined;

/** What Polaris's own style sheet says something about and ours no longer does (vite.styles.ts). */
function leftOutClasses(): Set<string> {
  const whole = readFileSync("node_modules/@shopify/polaris/build/esm/styles.css", "utf8");
  const kept = new Set(classes(keptStyles(whole, usedClasses())));
  return new Set(classes(whole).filter((name) => !kept.has(name)));
}

/** Classes on this page whose looks were left out of the style sheet: none. */
export async function stylesMissed(frame: Frame): Promise<string[]> {
  leftOut ??= leftOutClasses();
  const onPage = await frame.evaluate(() => [
    ...new Set([...document.querySelectorAll("[class]")].flatMap((element) => [...element.classList])),
  ]);
  return onPage.filter((name) => leftOut?.has(name));
}
