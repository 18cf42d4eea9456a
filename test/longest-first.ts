import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that start process after process, or walk for a minute: begun last, they would run on while a core is idle. */
const LONG = [
  "browser/routes.test.ts",
  "browser/connect.test.ts",
  "browser/pages.test.ts",
  "faults/tickets.test.ts",
  "stores/sync-kill.test.ts",
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) =>
      LONG.some((name) => moduleId.endsWith(`test/${name}`));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
