import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AccountFileJson,
  closureReport,
  parseDecimal,
  previewFromTotals,
  previewReport,
  statementReport,
  summariseActions,
} from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";
import { accountFiles, isoAfter } from "#test/factories/random-account.ts";

const RUNS = { numRuns: 60 };
const END = 940;

const statementOf = (file: AccountFileJson, on = END) => {
  const from = date(file.fundingBalance?.asOf ?? file.signedUpOn);
  return statementReport(anAccount(file), {
    from,
    to: date(isoAfter(END)),
    on: date(isoAfter(on)),
    everyDay: true,
  });
};

const minor = (text: string | null, currency: "USD" | "JPY" = "USD") => {
  const parsed = parseDecimal(text ?? "", currency);
  if (parsed.outcome === "refused") throw new Error(`${text}: ${parsed.reason}`);
  return parsed.minor;
};

describe("a statement of any account", () => {
  it("adds up: charges less deductions are the change of the balance, and totals are the sums of the days", () => {
    fc.assert(
      fc.property(accountFiles(), (file) => {
        const { days, totals, past, expected } = statementOf(file);
        const sum = (key: "cardCharge" | "deduction") =>
          days.reduce((total, day) => total + minor(day[key]), 0);
        expect([minor(totals.cardCharge), minor(totals.deduction)]).toEqual([
          sum("cardCharge"),
          sum("deduction"),
        ]);
        for (const key of ["cardCharge", "deduction"] as const)
          expect(minor(past[key]) + minor(expected[key])).toBe(minor(totals[key]));
        const opening = minor(days[0]?.opening ?? null);
        const closing = minor(days.at(-1)?.closing ?? null);
        expect(closing - opening).toBe(
          sum("cardCharge") + minor(days[0]?.stillToCollect ?? "0.00") - sum("deduction"),
        );
      }),
      RUNS,
    );
  });

  it("never has a negative balance, and opens each day with what the day before closed with", () => {
    fc.assert(
      fc.property(accountFiles(), (file) => {
        const { days } = statementOf(file);
        days.forEach((day, index) => {
          // `minor` refuses negative amounts, so reading them is the check.
          expect(minor(day.closing)).toBe(
            minor(day.opening) +
              minor(day.stillToCollect ?? "0.00") +
              minor(day.cardCharge) -
              minor(day.deduction),
          );
          const next = days[index + 1];
          if (next) expect(next.opening).toBe(day.closing);
        });
      }),
      RUNS,
    );
  });

  it("does not depend on the order of the file's lists", () => {
    fc.assert(
      fc.property(accountFiles(), fc.infiniteStream(fc.nat()), (file, keys) => {
        const shuffled = [...(file.actions ?? [])].map((item) => ({ item, key: keys.next().value ?? 0 }));
        shuffled.sort((a, b) => a.key - b.key);
        const other = { ...file, actions: shuffled.map(({ item }) => item) };
        const on = date(isoAfter(300));
        expect(statementOf(other)).toEqual(statementOf(file));
        expect(previewReport(anAccount(other), { on })).toEqual(previewReport(anAccount(file), { on }));
        expect(closureReport(anAccount(other), { on })).toEqual(closureReport(anAccount(file), { on }));
      }),
      RUNS,
    );
  });

  it("is not changed by a reversed action that never cost anything", () => {
    const free = [
      anAction({ id: "never-dated", state: "REVERSED", trackedOn: "2026-03-01", locksOn: null }),
      anAction({
        id: "same-day",
        state: "REVERSED",
        trackedOn: "2026-03-01",
        locksOn: null,
        reversedOn: "2026-03-01",
      }),
      anAction({
        id: "no-payout",
        state: "REVERSED",
        payout: "0.00",
        trackedOn: "2026-03-01",
        reversedOn: "2026-04-01",
        locksOn: null,
      }),
    ];
    fc.assert(
      fc.property(accountFiles(), fc.constantFrom(...free), (file, action) => {
        const more = { ...file, actions: [...(file.actions ?? []), action] };
        const on = date(isoAfter(300));
        expect(statementOf(more)).toEqual(statementOf(file));
        expect(previewReport(anAccount(more), { on })).toEqual(previewReport(anAccount(file), { on }));
      }),
      RUNS,
    );
  });

  it("has the same minor units in a currency without decimals", () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000 }), (seed) => {
        const [usd] = fc.sample(accountFiles("USD").map(asStarter), { seed, numRuns: 1 });
        const [jpy] = fc.sample(accountFiles("JPY").map(asStarter), { seed, numRuns: 1 });
        if (!usd || !jpy) throw new Error("no sample");
        const figures = (file: AccountFileJson, currency: "USD" | "JPY") =>
          statementOf(file).days.map((day) =>
            [day.payable, day.cardCharge, day.closing].map((text) => minor(text, currency)),
          );
        expect(figures(jpy, "JPY")).toEqual(figures(usd, "USD"));
      }),
      { numRuns: 30 },
    );
  });
});

describe("a preview of any account", () => {
  it("is the same from daily totals as from actions", () => {
    fc.assert(
      fc.property(accountFiles(), fc.integer({ min: 60, max: 600 }), (file, day) => {
        const account = anAccount(file);
        const { actions, ...facts } = account;
        const on = date(isoAfter(day));
        const known = (actions ?? []).filter((action) => action.trackedOn <= 20_454 + day);
        const totals = summariseActions(known, 20_454 + day);
        expect(previewFromTotals(facts, totals, { on })).toEqual(previewReport(account, { on }));
      }),
      RUNS,
    );
  });

  it("never has a fee below the minimum, nor a range out of order", () => {
    fc.assert(
      fc.property(accountFiles(), fc.integer({ min: 60, max: 600 }), (file, day) => {
        const report = previewReport(anAccount(file), { on: date(isoAfter(day)) });
        for (const { fee } of report.months) {
          expect(minor(fee.low)).toBeGreaterThanOrEqual(minor(report.plan.minimumFee));
          expect(minor(fee.high)).toBeGreaterThanOrEqual(minor(fee.likely ?? fee.low));
          expect(minor(fee.likely ?? fee.low)).toBeGreaterThanOrEqual(minor(fee.low));
        }
      }),
      RUNS,
    );
  });

  it("names the charge the projected statement shows first", () => {
    fc.assert(
      fc.property(accountFiles(), (file) => {
        // From day 560 on every action of the file has been tracked.
        const on = 560;
        const charge = previewReport(anAccount(file), { on: date(isoAfter(on)), months: 3 }).nextCardCharge;
        const first = statementOf(file, on).days.find((day) => day.projected && minor(day.cardCharge) > 0);
        expect(charge && { date: charge.date, amount: charge.amount }).toEqual(
          first ? { date: first.date, amount: first.cardCharge } : null,
        );
      }),
      RUNS,
    );
  });
});

function asStarter(file: AccountFileJson): AccountFileJson {
  return { ...file, edition: "starter", minimumFee: file.currency === "JPY" ? "3000" : "30.00" };
}
