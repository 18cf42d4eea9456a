import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Files that start process after process, or walk for a minute, the longest of each project first: begun last, they would run on
 * while a core is idle. Vitest itself begins with the largest file, unless it remembers how long each took.
 */
const LONG = [
  "scripts/bad-input.test.ts",
  "services/evidence/pack-script.test.ts",
  "cli/settled.test.ts",
  "oracle/oracle.test.ts",
  "harness/faults.test.ts",
  "faults/tickets.test.ts",
  "web/roles.test.ts",
  "web/what-pages-say.test.ts",
  "stores/queue.test.ts",
  "stores/sync-kill.test.ts",
  "web/uninstall.test.ts",
  "stores/schema.test.ts",
  "stores/migrations.test.ts",
  "web/npm-start.test.ts",
  "web/impact-faults.test.ts",
  "stores/open-embedded.test.ts",
  "web/what-is-left-out.test.ts",
  "stores/two-versions.test.ts",
  "web/ops.test.ts",
  "browser/accounts.test.ts",
  "browser/routes.test.ts",
  "browser/pages.test.ts",
  "browser/connect.test.ts",
  "browser/story.test.ts",
  "browser/help-pages.test.ts",
  "browser/together.test.ts",
  "browser/readme.test.ts",
  "browser/alerts.test.ts",
  "browser/after-uninstall.test.ts",
  "browser/busy-close.test.ts",
  "browser/while-reading.test.ts",
];

const place = ({ moduleId }: TestSpecification): number => {
  const at = LONG.findIndex((name) => moduleId.endsWith(`test/${name}`));
  return at === -1 ? LONG.length : at;
};

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other));
  }
}
