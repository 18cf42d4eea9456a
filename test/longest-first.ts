import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Files that start process after process, or walk for a minute, the longest of each project first: begun last, they would run on
 * while a core is idle. Vitest itself begins with the largest file, unless it remembers how long each took.
 */
const LONG = [
  "scripts/bad-input.test.ts",
  "oracle/oracle.test.ts",
  "cli/settled.test.ts",
  "services/evidence/pack-script.test.ts",
  "faults/tickets.test.ts",
  "web/what-pages-say.test.ts",
  "web/npm-start.test.ts",
  "stores/sync-kill.test.ts",
  "web/roles.test.ts",
  "web/impact-faults.test.ts",
  "web/what-is-left-out.test.ts",
  "stores/migrations.test.ts",
  "browser/accounts.test.ts",
  "browser/pages.test.ts",
  "browser/routes.test.ts",
  "browser/connect.test.ts",
  "browser/together.test.ts",
  "browser/story.test.ts",
  "browser/after-uninstall.test.ts",
  "browser/help-pages.test.ts",
  "browser/alerts.test.ts",
  "browser/busy-close.test.ts",
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
