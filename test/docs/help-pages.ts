import { readFileSync } from "node:fs";

/** One statement of impact.com's help pages: the text that says it, the words that carry it, and the test that sees it. */
export type Statement = { number: number; key: string | null; words: string; shownBy: string };

/** The rows of docs/help-pages.md. */
export const statements = (): Statement[] =>
  readFileSync("docs/help-pages.md", "utf8")
    .split("\n")
    .flatMap((line) => {
      const [, number = "", , text = "", words = "", shownBy = ""] = line
        .split("|")
        .map((cell) => cell.trim());
      if (!/^\d+$/.test(number)) return [];
      const bare = (cell: string) => /^`([^`]+)`$/.exec(cell)?.[1] ?? null;
      return [{ number: Number(number), key: bare(text), words, shownBy: bare(shownBy) ?? "" }];
    });
