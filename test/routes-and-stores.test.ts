import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const ROUTES = path.resolve("app/routes");

/** Names a route would have to say to reach a store; a use-case is what it calls instead. */
const STORE = /\b(?:deps|container)\s*\.\s*db\b|\bdb\s*[.:,}]/;

describe("a route", () => {
  it.each(readdirSync(ROUTES))("reaches no store: %s", (name) => {
    const lines = readFileSync(path.join(ROUTES, name), "utf8").split("\n");
    expect(lines.filter((line) => STORE.test(line))).toEqual([]);
  });
});
