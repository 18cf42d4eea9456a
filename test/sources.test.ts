import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const ROOT = path.join(import.meta.dirname, "..");
const CODES = /\b(?:S[0-3]|[A-HIKLPUW][1-9]\d?)\b/g;
const PAPERS = /\b(?:domain|experience|platform)\.md (\d+(?:\.\d+)?)/g;
/** What looks like a code and is none: a sheet of paper, and headings as PDF readers name them. */
const NO_CODES: Record<string, RegExp> = { "app/adapters/pdf/pdf-writer.server.ts": /\bA4\b|"H[123]"/g };

const explained = new Set(
  readFileSync(path.join(ROOT, "docs/sources.md"), "utf8")
    .split("\n")
    .flatMap((line) => /^\| ([^|]+?) *\| *\S/.exec(line)?.[1] ?? []),
);
const files = globSync("app/**/*.{ts,tsx,css}", { cwd: ROOT }).filter(
  (file) => !file.startsWith("app/adapters/db/generated"),
);

/** What a text names: codes, and sections of papers that are not in the repository. */
function namedIn(text: string): string[] {
  return [...(text.match(CODES) ?? []), ...(text.match(PAPERS) ?? [])];
}

it("finds codes and sections in what people write", () => {
  expect(
    namedIn("S0 alone (G17, H3), as domain.md 6.5 and experience.md 2.10 say; not S7, MG1 or x.md 4"),
  ).toEqual(["S0", "G17", "H3", "domain.md 6.5", "experience.md 2.10"]);
});

it("every source a comment or rule of the app names is explained in docs/sources.md", () => {
  const unexplained = files.flatMap((file) => {
    const text = readFileSync(path.join(ROOT, file), "utf8").replaceAll(NO_CODES[file] ?? /$^/g, "");
    return namedIn(text)
      .filter((name) => !explained.has(name))
      .map((name) => `${file}: ${name}`);
  });
  expect(unexplained).toEqual([]);
  expect(files.length).toBeGreaterThan(300);
});

it("every assumption that is shown to merchants is among the gaps", () => {
  const gaps = [...explained].filter((name) => /^G\d+$/.test(name));
  expect(gaps).toEqual(Array.from({ length: 33 }, (_, index) => `G${index + 1}`));
});
