import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { GROUPS } from "#app/messages/catalogue.ts";
import { LOCALES } from "#app/messages/locales.ts";
import { catalogueOf } from "#app/messages/messages.server.ts";
import { argumentsOf, pluralsLacking } from "./icu.ts";

const FOLDER = "app/messages";
const filesOf = (locale: string) => readdirSync(path.join(FOLDER, locale)).sort();
const read = (locale: string, file: string): Record<string, string> =>
  JSON.parse(readFileSync(path.join(FOLDER, locale, file), "utf8"));
const english = catalogueOf("en");

/** All source text of the app, in which a message id must be named. */
const source = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes("generated"))
  .map((file) => readFileSync(path.join("app", file), "utf8"))
  .join("\n");

/** Ids that are put together from data, such as `failure.${reason}`: each hole stands for one word. */
const templates = [...source.matchAll(/`(\w+\.(?:[\w.-]|\$\{[^{}`]*\})*)`/g)].map(
  ([, text = ""]) => new RegExp(`^${text.replaceAll(".", "\\.").replace(/\$\{[^}]*\}/g, "[\\w-]+")}$`),
);

const isUsed = (id: string): boolean =>
  source.includes(`"${id}"`) || templates.some((template) => template.test(id));

it("every language that is offered has a folder here, and every folder is offered", () => {
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual([...LOCALES].sort());
});

describe.each(LOCALES)("the messages in %s", (language) => {
  const all = filesOf(language).flatMap((file) => Object.entries(read(language, file)));

  it("lie in one file for each group, under the same keys as in English", () => {
    expect(filesOf(language)).toEqual(
      Object.keys(GROUPS)
        .map((group) => `${group}.json`)
        .sort(),
    );
    for (const file of filesOf("en"))
      expect(Object.keys(read(language, file)), file).toEqual(Object.keys(read("en", file)));
  });

  it("parse, take the same arguments as in English, and have every plural of the language", () => {
    for (const [id, text] of all) {
      expect(argumentsOf(text, language), id).toEqual(argumentsOf(english[id] ?? "", "en"));
      // Where English does not tell one from many, the others need not either.
      if (/\bone \{/.test(english[id] ?? "")) expect(pluralsLacking(text, language), id).toEqual([]);
    }
  });

  it("are never empty and have no stray blanks", () => {
    for (const [id, text] of all) {
      expect(text.trim(), id).toBe(text);
      expect(text, id).not.toBe("");
    }
  });
});

describe.each(LOCALES)("the messages in %s", (locale) => {
  it("are all loaded", () => {
    const all = filesOf(locale).flatMap((file) => Object.entries(read(locale, file)));
    expect(catalogueOf(locale)).toEqual(Object.fromEntries(all));
    expect(new Set(all.map(([id]) => id)).size).toBe(all.length);
  });
});

describe("the catalogues", () => {
  it("hold no message that nothing shows", () => {
    const unused = Object.keys(english).filter((id) => !id.startsWith("core.") && !isUsed(id));
    expect(unused).toEqual([]);
  });
});
