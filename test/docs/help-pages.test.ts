import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { catalogueOf } from "#app/messages/messages.server.ts";
import { statements } from "./help-pages.ts";

const rows = statements();

describe("the statements of impact.com's help pages", () => {
  it("are all there, each once and in their order", () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 117 }, (_, index) => index + 1));
    expect(rows.filter(({ key }) => key === null).map(({ number }) => number)).toEqual([16]);
  });

  it.each(rows.flatMap((row) => (row.key === null ? [] : [{ ...row, key: row.key }])))(
    "$number keeps its text in both languages, and the words that carry it",
    ({ key, words, shownBy }) => {
      expect(catalogueOf("en")[key]?.toLowerCase()).toContain(words.toLowerCase());
      expect(catalogueOf("zh-CN")[key] ?? "").not.toBe("");
      expect([shownBy, existsSync(shownBy)]).toEqual([shownBy, true]);
    },
  );
});
