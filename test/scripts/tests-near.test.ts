import { expect, it } from "vitest";
import { testsNear } from "#scripts/mutants/tests-near.ts";

const near = (files: Record<string, string>, steps: number) =>
  testsNear(
    new Map(Object.entries({ "app/domain/totals/lock.ts": "export const lock = 1;\n", ...files })),
    "app/domain/totals",
    steps,
  );

it("takes a folder's own tests, whatever they import", () => {
  const files = { "test/domain/totals/lock.test.ts": "", "test/domain/fees/fee.test.ts": "" };
  expect(near(files, 0)).toEqual(["test/domain/totals/lock.test.ts"]);
});

it("takes more tests the more steps are allowed, the nearest first", () => {
  const files = {
    "test/domain/a.test.ts": 'import { fee } from "#app/domain/fees/fee.ts";\n',
    "test/domain/b.test.ts": 'import { lock } from "#app/domain/totals/lock.ts";\n',
    "app/domain/fees/fee.ts":
      'import { isoDay } from "../day.ts";\nimport { lock } from "../totals/lock.ts";\n',
  };
  expect(near(files, 1)).toEqual(["test/domain/b.test.ts"]);
  expect(near(files, 2)).toEqual(["test/domain/b.test.ts", "test/domain/a.test.ts"]);
});

it("counts an index that passes names on as no step, and only for the names it takes from the folder", () => {
  const files = {
    "app/domain/index.ts":
      'export {\n  type Day,\n  isoDay,\n} from "./day.ts";\nexport { lock} from "./totals/lock.ts";\n',
    "app/domain/day.ts": "",
    "test/domain/a.test.ts": 'import { isoDay } from "#app/domain/index.ts";\n',
    "test/domain/b.test.ts": 'import {\n  isoDay,\n  lock as other,\n} from "#app/domain/index.ts";\n',
  };
  expect(near(files, 1)).toEqual(["test/domain/b.test.ts"]);
});

it("sees what is imported for its effect or by another name, and no types", () => {
  const from = (line: string) => near({ "test/domain/a.test.ts": line }, 1).length;
  expect(from('import "../../app/domain/totals/lock.ts";\n')).toBe(1);
  expect(from('import lock from "../../app/domain/totals/lock.ts";\n')).toBe(1);
  expect(from('import * as all from "../../app/domain/totals/lock.ts";\n')).toBe(1);
  expect(from('import type { lock } from "../../app/domain/totals/lock.ts";\n')).toBe(0);
  expect(from('import { type lock } from "../../app/domain/totals/lock.ts";\n')).toBe(0);
});
