import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { GROUPS, type Group } from "#app/messages/catalogue.ts";
import { LOCALES } from "#app/messages/locales.ts";
import { modulesOf } from "#scripts/first-load.ts";
import { ensureBuilt } from "./support/built.ts";

const CLIENT = "build/client";
/** Bytes of one language as they travel, once for each release: what every document carried before. */
const HEAVIEST = 53_000;

beforeAll(() => ensureBuilt());

const read = (name: string) => readFileSync(path.join(CLIENT, name), "utf8");

/** All script that the pages in the admin may load, also that which comes later. */
function scriptOfTheAdmin(): string {
  const seen = new Set<string>();
  const queue = modulesOf(CLIENT, (route) => route === "root" || /^routes\/app(\.|$)/.test(route));
  for (let name = queue.pop(); name; name = queue.pop()) {
    if (seen.has(name) || !name.endsWith(".js")) continue;
    seen.add(name);
    for (const [, file = ""] of read(name).matchAll(/["'](?:\.\/|assets\/)([\w.$-]+\.js)["']/g))
      if (!file.startsWith("manifest-")) queue.push(`/assets/${file}`);
  }
  return [...seen].map(read).join("\n");
}

describe("the words of the pages in the admin", () => {
  it("hold every message that a script of theirs can say", () => {
    const script = scriptOfTheAdmin();
    const templates = [...script.matchAll(/`([a-z]\w*\.(?:[\w.-]|\$\{[^{}`]*\})*\$\{[^`]*)`/g)].map(
      ([, text = ""]) => new RegExp(`^${text.replaceAll(".", "\\.").replace(/\$\{[^}]*\}/g, "[\\w-]+")}$`),
    );
    const isSaid = (id: string) => script.includes(`"${id}"`) || templates.some((each) => each.test(id));
    const idsOf = (group: string) =>
      Object.keys(JSON.parse(readFileSync(`app/messages/en/${group}.json`, "utf8")));
    const groups = Object.keys(GROUPS) as Group[];
    expect(isSaid("nav.close")).toBe(true);
    const missing = groups.filter((group) => GROUPS[group] === "server").flatMap(idsOf);
    expect(missing.filter(isSaid)).toEqual([]);
    const idle = groups.filter((group) => GROUPS[group] === "browser" && !idsOf(group).some(isSaid));
    expect(idle).toEqual([]);
  });

  it.each(LOCALES)("weigh little in %s", (locale) => {
    const [file, ...more] = readdirSync(path.join(CLIENT, "assets")).filter((name) =>
      new RegExp(`^words-${locale}-[0-9a-f]{8}\\.js$`).test(name),
    );
    expect(more).toEqual([]);
    expect(gzipSync(read(`assets/${file}`)).length).toBeLessThanOrEqual(HEAVIEST);
  });
});
