import { readFileSync } from "node:fs";

/** One statement of impact.com's help pages: the text that says it, the words that carry it, and the test that sees it. */
export type Statement = { number: number; key: string | null; words: string; shownBy: string };

const ROW = /^\| (\d+) \| (?:[^|]+) \| (?:`([^`]+)`|left out) \| ([^|]+) \| (?:`([^`]+)`|–) \|$/;

/** The rows of docs/help-pages.md. */
export const statements = (): Statement[] =>
  readFileSync("docs/help-pages.md", "utf8")
    .split("\n")
    .flatMap((line) => {
      const row = ROW.exec(line);
      if (!row) return [];
      const [, number, key = null, words = "", shownBy = ""] = row;
      return [{ number: Number(number), key, words: words.trim(), shownBy }];
    });
