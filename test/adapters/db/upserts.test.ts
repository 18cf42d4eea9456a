import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const STORES = "app/adapters/db";

/** How many keys of each table allow no second row. */
function uniqueKeys(): Map<string, number> {
  const schema = readFileSync("prisma/schema.prisma", "utf8");
  return new Map(
    [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, name = "", body = ""]) => [
      name,
      body.match(/@@?(?:id|unique)\b/g)?.length ?? 0,
    ]),
  );
}

// An upsert names one key as its arbiter: of two rows at once that meet in the other one, the second is refused.
it("only tables with a single unique key are written by an upsert", () => {
  const keys = uniqueKeys();
  const source = readdirSync(STORES)
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(path.join(STORES, name), "utf8"))
    .join("\n");
  const tables = [...source.matchAll(/\.(\w+)\.upsert\(/g)].map(
    ([, name = ""]) => name.slice(0, 1).toUpperCase() + name.slice(1),
  );
  expect(tables).toContain("Snapshot");
  expect(keys.get("Session")).toBe(2);
  expect(tables.filter((table) => keys.get(table) !== 1)).toEqual([]);
});
