import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { lockfileFaults } from "#scripts/lockfile-faults.ts";

const GOOD = { version: "1.0.0", integrity: "sha512-abc", license: "MIT" };
const faultsOf = (change: object) =>
  lockfileFaults(
    JSON.stringify({ packages: { "": {}, "node_modules/a/node_modules/@b/c": { ...GOOD, ...change } } }),
  );

it("finds nothing wrong with the project's own lockfile", () => {
  expect(lockfileFaults(readFileSync("package-lock.json", "utf8"))).toEqual([]);
});

it.each([
  [{}, []],
  [{ license: "(MIT OR GPL-3.0)" }, []],
  [{ integrity: undefined }, ["@b/c is not held to its content by a sha512"]],
  [{ resolved: "git+ssh://git@example.com/b/c.git" }, ["@b/c does not come from a registry"]],
  [{ hasInstallScript: true }, ["@b/c runs a script when it is installed"]],
  [{ hasInstallScript: true, dev: true }, []],
  [{ license: "AGPL-3.0" }, ["@b/c has the licence AGPL-3.0"]],
  [{ license: "(MIT AND CC-BY-NC-4.0)" }, ["@b/c has the licence (MIT AND CC-BY-NC-4.0)"]],
  [{ license: undefined }, ["@b/c has the licence none"]],
])("says of %j: %j", (change, faults) => {
  expect(faultsOf(change)).toEqual(faults);
});
