import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AccountFileJson, closureReport, parseDecimal } from "#app/domain/index.ts";
import { anAccount, date } from "#test/factories/account.ts";
import { accountFiles, isoAfter } from "#test/factories/random-account.ts";

const RUNS = { numRuns: 60 };
const minor = (text: string | null) => {
  const [, sign = "", digits = ""] = /^(-?)(.*)$/.exec(text ?? "") ?? [];
  const parsed = parseDecimal(digits, "USD");
  if (parsed.outcome === "refused") throw new Error(`${text}: ${parsed.reason}`);
  return sign ? -parsed.minor : parsed.minor;
};

/** A Starter account with an invoice that may hold the closing, and a day from which to look. */
const cases = fc.record({
  file: accountFiles().map((file): AccountFileJson => ({ ...file, edition: "starter" })),
  on: fc.integer({ min: 61, max: 600 }),
  dueAfter: fc.option(fc.integer({ min: -5, max: 100 }), { nil: null }),
});

describe("the cheapest closing day of any account", () => {
  it("is the minimum over all allowed days, each reckoned by itself, and the first of equals", () => {
    let [tried, found] = [0, 0];
    fc.assert(
      fc.property(cases, ({ file, on, dueAfter }) => {
        const invoices =
          dueAfter === null
            ? []
            : [
                {
                  id: "I-1",
                  dueOn: isoAfter(on + dueAfter),
                  total: "1.00",
                  status: "PENDING" as const,
                  paidOn: null,
                },
              ];
        const account = anAccount({ ...file, invoices });
        const report = closureReport(account, { on: date(isoAfter(on)) });
        const { days, cheapest } = report.costToClose;
        const allowed = days.filter(
          (day) => report.earliestClosing.date !== null && day.date >= report.earliestClosing.date,
        );
        expect(days.filter((day) => day.possible)).toEqual(allowed);
        const prices = allowed.map((day) => minor(day.net));
        const least = Math.min(...prices);
        const best = allowed[prices.indexOf(least)];
        expect(cheapest).toBe(best?.date ?? null);
        tried += 1;
        if (best) found += 1;
        // Each later month costs at least its minimum, so no later month is ever cheaper (G27).
        if (best) expect(best.date.slice(0, 7)).toBe(allowed[0]?.date.slice(0, 7));
      }),
      RUNS,
    );
    // Otherwise the property would hold of nothing.
    expect(found).toBeGreaterThan(tried / 6);
  });

  it("shares the money in the account out between what is due and the refund: nothing is paid twice or left over", () => {
    fc.assert(
      fc.property(cases, ({ file, on }) => {
        const today = isoAfter(on);
        const account = anAccount(file);
        const { costToClose, refund } = closureReport(account, { on: date(today) });
        const [first] = costToClose.days;
        const balance = minor(first?.fromBalance ?? null) + minor(first?.expectedRefund ?? null);
        for (const day of costToClose.days) {
          const [fees, costs] = [minor(day.fees), minor(day.partnerCosts)];
          const [used, back] = [minor(day.fromBalance), minor(day.expectedRefund)];
          expect(used + back).toBe(balance);
          expect(Math.min(used, fees + costs - used, back)).toBeGreaterThanOrEqual(0);
          // Money either pays or comes back: the card pays more only once the balance is used up.
          expect(back === 0 || used === fees + costs).toBe(true);
          expect(minor(day.net)).toBe(fees + costs - used - back);
          // Outside the full refund at least one fee is taken off (G22).
          if (refund.scenario !== "A") expect(fees).toBeGreaterThanOrEqual(3_000);
        }
      }),
      RUNS,
    );
  });
});
