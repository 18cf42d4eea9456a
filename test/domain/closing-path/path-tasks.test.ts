import { describe, expect, it } from "vitest";
import type { ClosingPath } from "#app/domain/index.ts";
import { closingTasks } from "#app/services/closing/closing-tasks.ts";

/**
 * Each way out as its help page has it, in the page's order, with what holds the closing up. Typed out here from the
 * pages themselves; the ticket, each page's last step, is not a task. docs/sources.md says what S0, S1, S2, G17, D11 are.
 */
type Row = [task: string, holdsUp: boolean];

/** S0, checklist before closing: 1 contracts, 2 invoices, 3 actions. The rest is S1's, which G17 only recommends. */
const S0: Row[] = [
  ["expire-contracts", true],
  ["settle-invoices", true],
  ["pay-actions", true],
  ["delete-catalogs", false],
  ["refund-form", false],
];

/**
 * S1, steps 1 to 4. The form of step 2 is for a balance that is left, and goes with the ticket or after it (D11): so it
 * comes last, and nobody waits for it.
 */
const S1: Row[] = [
  ["expire-contracts", true], // 1
  ["withdraw-switches", true], // 1, 3
  ["settle-pending-actions", true], // 2, 1
  ["cover-required-funding", true], // 2, 2
  ["settle-invoices", true], // 2: all fees outstanding and pending
  ["delete-catalogs", true], // 3
  ["wait-for-last-lock", true], // 4
  ["refund-form", false],
];

/** S2, steps 1 and 2: contracts, then no money on its way, none overdue, none left. All of it, or no closing. */
const S2: Row[] = [
  ["partner-contracts", true],
  ["partner-upcoming", true],
  ["partner-overdue", true],
  ["partner-balance", true],
];

describe("the tasks of each way out", () => {
  it.each<[ClosingPath, string, Row[]]>([
    ["trial-cancel", "S0", S0],
    ["starter-ticket", "S0", S0],
    ["brand-ticket", "S1", S1],
    ["partner-ticket", "S2", S2],
  ])("%s: as %s has them, in its order, and what holds the closing up", (route, _source, rows) => {
    const tasks = closingTasks(null, [], { route, stated: {}, found: [], readable: true });
    expect(tasks.map(({ key, blocking }) => [key, blocking])).toEqual(rows);
  });
});
