import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const SHOWN = ["app/routes", "app/components", "app/services", "app/domain"];
/** When impact.com is asked next is spread by chance; what is shown is not. */
const ASKS = "app/services/sync/sync-in-background.server.ts";
const files = SHOWN.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => path.join(folder, file))
    .filter((file) => file !== ASKS),
);
const dependencies = Object.keys(JSON.parse(readFileSync("package.json", "utf8")).dependencies);

// Two people of one store must see the same way out (docs/dark-patterns.md, 22).
it("decides nothing that is shown by chance", () => {
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => /Math\.random/.test(readFileSync(file, "utf8")))).toEqual([]);
});

it("has no library for feature flags, experiments or tracking", () => {
  const kinds =
    /flag|launchdarkly|unleash|growthbook|optimizely|statsig|split|posthog|amplitude|segment|analytics/;
  expect(dependencies.filter((name) => kinds.test(name))).toEqual([]);
});
