import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { GROUPS, type Group } from "#app/messages/catalogue.ts";
import { LOCALES } from "#app/messages/locales.ts";
import { modulesOf } from "#scripts/first-load.ts";
import { ensureBuilt } from "./support/built.ts";

const CLIENT = "build/client";
/** Bytes of one language as they travel, once for each release, and of what comes with a document. */
const HEAVIEST = 55_000;
const HEAVIEST_OF_A_PAGE = 20_000;

beforeAll(() => ensureBuilt());

const read = (name: string) => readFileSync(path.join(CLIENT, name), "utf8");

/** Every page in the admin by its route's file, but for addresses that are no page. */
const PAGES = readdirSync("app/routes").flatMap((file) => /^app\.(?!\$)(.+)\.tsx$/.exec(file)?.[1] ?? []);

/** All script that these routes may load, also that which comes later. */
function scriptOf(isWanted: (route: string) => boolean): string {
  const seen = new Set<string>();
  const queue = modulesOf(CLIENT, isWanted);
  for (let name = queue.pop(); name; name = queue.pop()) {
    if (seen.has(name) || !name.endsWith(".js")) continue;
    seen.add(name);
    for (const [, file = ""] of read(name).matchAll(/["'](?:\.\/|assets\/)([\w.$-]+\.js)["']/g))
      if (!file.startsWith("manifest-")) queue.push(`/assets/${file}`);
  }
  return [...seen].map(read).join("\n");
}

/** Which messages a script says, by their ids or by the parts it puts them together of. */
function saidIn(script: string): (id: string) => boolean {
  const templates = [...script.matchAll(/`([a-z]\w*\.(?:[\w.-]|\$\{[^{}`]*\})*\$\{[^`]*)`/g)].map(
    ([, text = ""]) => new RegExp(`^${text.replaceAll(".", "\\.").replace(/\$\{[^}]*\}/g, "[\\w-]+")}$`),
  );
  return (id) => script.includes(`"${id}"`) || templates.some((each) => each.test(id));
}

/** The files of a language by what they are named after. */
const filesOf = (locale: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(path.join(CLIENT, "assets")).flatMap((name) => {
      const [, page] = new RegExp(`^words-${locale}-(.+)-[0-9a-f]{8}\\.js$`).exec(name) ?? [];
      return page === undefined ? [] : [[page, `assets/${name}`]];
    }),
  );

/** The words that come with the document of a page, and all there are. */
async function wordsOf(locale: string, page: string) {
  const messages = async (file = "") =>
    (await import(`data:text/javascript;base64,${Buffer.from(read(file)).toString("base64")}`)).default
      .messages;
  const files = filesOf(locale);
  return { first: await messages(files[page.replaceAll(/\W+/g, "-")]), all: await messages(files.all) };
}

describe("the words of the pages in the admin", () => {
  it("hold every message that a script of theirs can say", () => {
    const isSaid = saidIn(scriptOf((route) => route === "root" || /^routes\/app(\.|$)/.test(route)));
    const idsOf = (group: string) =>
      Object.keys(JSON.parse(readFileSync(`app/messages/en/${group}.json`, "utf8")));
    const groups = Object.keys(GROUPS) as Group[];
    expect(isSaid("nav.close")).toBe(true);
    const missing = groups.filter((group) => GROUPS[group] === "server").flatMap(idsOf);
    expect(missing.filter(isSaid)).toEqual([]);
    const idle = groups.filter((group) => GROUPS[group] === "browser" && !idsOf(group).some(isSaid));
    expect(idle).toEqual([]);
  });

  // The build reads from the sources what a page can say (vite.said.ts); this reads the script that it has made.
  it.each(PAGES)("hold in the file of %s what its script says before an answer has come", async (page) => {
    const isSaid = saidIn(scriptOf((route) => ["root", "routes/app", `routes/app.${page}`].includes(route)));
    const { first, all } = await wordsOf("en", page);
    expect(Object.keys(first).length).toBeLessThan(Object.keys(all).length / 2);
    const missing = Object.keys(all).filter((id) => !(id in first) && isSaid(id));
    expect(missing.filter((id) => !/^core\.(explain|quote|input|assumption)\./.test(id))).toEqual([]);
  });

  it.each(LOCALES)("weigh little in %s", (locale) => {
    const files = filesOf(locale);
    const weights = Object.entries(files).map(([page, file]) => [page, gzipSync(read(file)).length] as const);
    for (const [page, bytes] of weights)
      expect([page, bytes <= (page === "all" ? HEAVIEST : HEAVIEST_OF_A_PAGE)]).toEqual([page, true]);
    expect(weights.map(([page]) => page)).toEqual(
      expect.arrayContaining(["all", "_index", "fees", "close-_index"]),
    );
  });
});
