import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const text = readFileSync("docs/security.md", "utf8");

/** Where files of this project lie; other words in such quotes are names of settings, commands and the like. */
const FILE = /^(?:app|cli|docs|prisma|sandbox|schemas|scripts|test)\/|^[\w.-]+\.json$|^\.env\.example$/;

/**
 * The requirements of level 1 and 2 in V1 to V16, as "section: how many": the numbers of OWASP's own list of ASVS 5.0.0
 * (github.com/OWASP/ASVS, 5.0/docs_en, the CSV file). In each section those of
 * level 3 come last.
 */
const ASKED = `
  1.1:2 1.2:9 1.3:11 1.4:3 1.5:2  2.1:3 2.2:3 2.3:4 2.4:1  3.2:2 3.3:4 3.4:6 3.5:5 3.7:2  4.1:3 4.2:1 4.3:2 4.4:4
  5.1:1 5.2:3 5.3:2 5.4:3  6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4  7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2
  8.1:2 8.2:3 8.3:1 8.4:1  9.1:3 9.2:4  10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3
  11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1  12.1:3 12.2:2 12.3:4  13.1:1 13.2:5 13.3:2 13.4:5  14.1:2 14.2:4 14.3:3
  15.1:3 15.2:3 15.3:7  16.1:1 16.2:5 16.3:4 16.4:3 16.5:3`;

const asked = ASKED.trim()
  .split(/\s+/)
  .flatMap((entry) => {
    const [section, count] = entry.split(":");
    return Array.from({ length: Number(count) }, (_, index) => `${section}.${index + 1}`);
  });

type Row = { numbers: string[]; state: string; proof: string };

/** "1.2.6 to 1.2.8" and "4.3.1, 4.3.2" are one row each. */
function numbersIn(cell: string): string[] {
  const [first = "", last] = cell.split(" to ");
  if (last === undefined) return cell.split(", ");
  const section = first.replace(/\.\d+$/, "");
  const [from, to] = [first, last].map((number) => Number(number.split(".").at(-1)));
  return Array.from(
    { length: Number(to) - Number(from) + 1 },
    (_, index) => `${section}.${Number(from) + index}`,
  );
}

const rows: Row[] = text.split("\n").flatMap((line) => {
  const [, number = "", , state = "", proof = ""] = line.split("|").map((cell) => cell.trim());
  return /^\d+\.\d+\.\d+/.test(number) ? [{ numbers: numbersIn(number), state, proof }] : [];
});

describe("docs/security.md", () => {
  it("judges every requirement of level 1 and 2 once, in their order", () => {
    expect(asked).toHaveLength(246);
    expect(rows.flatMap(({ numbers }) => numbers)).toEqual(asked);
  });

  it("gives each one of four states, and a proof or a reason", () => {
    const odd = rows.filter(
      ({ state, proof }) => !/^(Met|Not met|Operator|n\/a)$/.test(state) || proof === "",
    );
    expect(odd).toEqual([]);
  });

  it("names only files that exist", () => {
    const named = [...text.matchAll(/`([^`\n]+)`/g)]
      .map(([, name = ""]) => name)
      .filter((name) => FILE.test(name));
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((name) => !existsSync(name))).toEqual([]);
  });

  it("lists at its end what is not met, and nothing else", () => {
    const failed = rows.filter(({ state }) => state === "Not met").flatMap(({ numbers }) => numbers);
    const [, list = ""] = text.split("### What is not met");
    expect([...list.matchAll(/^- (\d+\.\d+\.\d+):/gm)].map(([, number]) => number)).toEqual(failed);
  });
});
