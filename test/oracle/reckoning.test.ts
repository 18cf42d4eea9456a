import fc from "fast-check";
import { expect, it } from "vitest";
import { statementReport } from "#app/domain/index.ts";
import { anAccount, anAccountFile, date } from "#test/factories/account.ts";
import { accountFiles, isoAfter } from "#test/factories/random-account.ts";
import { saidOn } from "./accounts.ts";
import { type Cells, reckon } from "./reckoning.ts";
import { minor } from "./rule.ts";

/** A tenth of the oracle's runs in `npm test`; as many as it is given in `npm run oracle`. */
const RUNS = Number(process.env.ORACLE_RUNS ?? 50);
const SEED = Number(process.env.ORACLE_SEED ?? 11);
const PATIENCE = { timeout: 4 * 60 * 60_000 };

type File = Parameters<typeof reckon>[0];

/** The core's statement of the same days, cell by cell. */
const stated = (file: File, on: string): Cells[] =>
  statementReport(anAccount(file), {
    from: date(file.fundingBalance?.asOf ?? file.signedUpOn),
    to: date(on),
    on: date(on),
    everyDay: true,
  }).days.map((day) => ({
    date: day.date,
    opening: minor(day.opening),
    payable: minor(day.payable),
    deduction: minor(day.deduction),
    // On the day of a stated balance no charge is a fact: what the card has still to pay stands beside it (D4).
    card: minor(day.cardCharge) + minor(day.stillToCollect ?? "0.00"),
    closing: minor(day.closing),
  }));

it("reckons S3's own story as its table has it", () => {
  const rows = reckon(anAccountFile(), "2026-07-02").filter(({ date: day }) => S3.has(day));
  expect(rows.map(({ date: day, ...cells }) => [day, Object.values(cells)])).toEqual([...S3]);
});

it(`gives in every cell what an independent reckoning gives, of ${RUNS} random accounts`, PATIENCE, () => {
  fc.assert(
    fc.property(accountFiles(), fc.integer({ min: 70, max: 600 }), (whole, day) => {
      const on = isoAfter(day);
      const file = { ...whole, actions: (whole.actions ?? []).flatMap((each) => saidOn(each, on)) };
      expect(stated(file, on)).toEqual(reckon(file, on));
    }),
    { numRuns: RUNS, seed: SEED, endOnFailure: true },
  );
});

/** Opening, payable, deduction, card, closing, in cents. */
const S3 = new Map([
  ["2026-05-12", [0, 0, 0, 0, 0]],
  ["2026-05-30", [0, 7_500, 0, 7_500, 7_500]],
  ["2026-06-01", [7_500, 0, 0, 0, 7_500]],
  ["2026-06-20", [7_500, 0, 7_500, 0, 0]],
  ["2026-07-01", [0, 3_000, 0, 3_000, 3_000]],
  ["2026-07-02", [3_000, 0, 3_000, 0, 0]],
]);
