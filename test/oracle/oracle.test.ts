import fc from "fast-check";
import { expect, it } from "vitest";
import { cases } from "./accounts.ts";
import { clockFindings } from "./clock.ts";
import { findings } from "./rules.ts";
import { surfacesOf } from "./surfaces.ts";

/** The same in each run of the tests; `npm run oracle` looks at many more, by a seed of its own. */
const RUNS = Number(process.env.ORACLE_RUNS ?? 500);
const SEED = Number(process.env.ORACLE_SEED ?? 11);
/** A whole account is long to shrink: the first that disagrees is told as it is. */
const LOOK = { seed: SEED, endOnFailure: true };
const PATIENCE = { timeout: 4 * 60 * 60_000 };

it(`pages, ticket, mail and command agree on ${RUNS} accounts and days`, PATIENCE, () => {
  fc.assert(
    fc.property(cases, (each) => {
      expect(findings(surfacesOf(each))).toEqual([]);
    }),
    { numRuns: RUNS, ...LOOK },
  );
});

it(
  "a day that passes makes nothing untrue that was announced, unless something happens on it",
  PATIENCE,
  () => {
    fc.assert(
      fc.property(cases, (each) => {
        expect(clockFindings(each)).toEqual([]);
      }),
      { numRuns: Math.ceil(RUNS / 5), ...LOOK },
    );
  },
);
