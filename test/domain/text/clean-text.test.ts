import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cleanText, readJson } from "#app/domain/index.ts";

describe("text from outside", () => {
  it.each([
    ["a\0b", "ab"],
    ["\0", ""],
    ["half \uD83D pair", "half  pair"],
    ["other half \uDE00.", "other half ."],
    ["turned \uDE00\uD83D round", "turned  round"],
    ["whole \u{1F600} pair", "whole \u{1F600} pair"],
    ["Zeile\r\n\tzwei 请关闭 é", "Zeile\r\n\tzwei 请关闭 é"],
    ["", ""],
  ])("loses U+0000 and half characters, and nothing else: %j", (given, clean) => {
    expect(cleanText(given)).toBe(clean);
  });
});

describe("JSON from outside", () => {
  it("has clean texts and clean keys, however deep", () => {
    const text = '{"a\\u0000":[{"name":"x\\ud800y\\u0000z"}],"n":1.5,"t":true,"o":null}';
    expect(readJson(text)).toEqual({ a: [{ name: "xyz" }], n: 1.5, t: true, o: null });
  });

  it("never reaches a prototype", () => {
    const read = readJson('{"__proto__":{"isAdmin":true},"a":{"__proto__":{"isAdmin":true},"b":1}}');
    expect(read).toEqual({ a: { b: 1 } });
    expect(Object.getOwnPropertyNames(read)).toEqual(["a"]);
  });

  it.each(["", "not json", "{", `${"[".repeat(100_000)}`])("is undefined for what is none", (text) => {
    expect(readJson(text)).toBeUndefined();
  });
});

describe("the border", () => {
  /** Where text comes in is decided in few places; any other would bring in what they take out. */
  const LOCKS: [string, RegExp, string[]][] = [
    ["forms", /\.formData\(\)/, ["app/http/read-form.server.ts"]],
    [
      "JSON",
      /JSON\.parse\(|\.json\(\)/,
      [
        // Our own files and sealed values.
        "app/adapters/clock/clock.server.ts",
        // A card of our own beside the data, not a text from outside.
        "app/adapters/db/folder-lock.server.ts",
        // Rows of our own tables, whose texts were cleaned when they came in.
        "app/adapters/db/rows-as-text.server.ts",
        "app/adapters/db/session-storage.server.ts",
        // Numbers as they were written; the rows are cleaned where they are read.
        "app/adapters/impact/exact-json.server.ts",
        // The browser reads what we sent.
        "app/components/page/post-form.ts",
        "app/domain/text/clean-text.ts",
      ],
    ],
  ];

  it.each(LOCKS)("for %s lies in one place", (_what, pattern, places) => {
    const sources = globSync("app/**/*.{ts,tsx}").filter((file) => !file.includes("generated"));
    const found = sources.filter((file) => pattern.test(readFileSync(file, "utf8")));
    expect(found.sort()).toEqual(places);
  });
});
