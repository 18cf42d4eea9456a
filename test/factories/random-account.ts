import fc from "fast-check";
import type { AccountFileJson } from "#app/domain/index.ts";
import { type ActionJson, anAccountFile } from "#test/factories/account.ts";

const START = Date.UTC(2026, 0, 1) / 86_400_000;

/** "2026-01-01" and so many days. */
export function isoAfter(days: number): string {
  return new Date((START + days) * 86_400_000).toISOString().slice(0, 10);
}

const minor = fc.integer({ min: 0, max: 60_000 });

/** An action of the first eighteen months of 2026 and 2027, in every state the file knows; amounts are minor units. */
const action = fc.record({
  payout: minor,
  amount: fc.integer({ min: 0, max: 900_000 }),
  trackedOn: fc.integer({ min: 0, max: 500 }),
  lag: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }),
  state: fc.constantFrom("PENDING" as const, "APPROVED" as const, "REVERSED" as const),
  after: fc.option(fc.integer({ min: 0, max: 30 }), { nil: null }),
});

/** Files of any plan with up to forty actions; `decimals` writes minor units for the currency. */
export function accountFiles(currency: "USD" | "JPY" = "USD"): fc.Arbitrary<AccountFileJson> {
  const text = (value: number) => (currency === "JPY" ? String(value) : (value / 100).toFixed(2));
  return fc
    .record({
      edition: fc.constantFrom("starter" as const, "starter-agency" as const, "essentials" as const),
      signedUp: fc.integer({ min: 0, max: 60 }),
      balance: fc.constantFrom(0, 0, 1_000, 4_000, 20_000),
      actions: fc.array(action, { maxLength: 40 }),
    })
    .map(({ edition, signedUp, balance, actions }) =>
      anAccountFile({
        edition,
        currency,
        minimumFee: edition === "essentials" ? null : text(3_000),
        signedUpOn: isoAfter(signedUp),
        fundingBalance: { amount: text(balance), asOf: isoAfter(signedUp) },
        actions: actions.map((each, index): ActionJson => {
          const { state, after, lag, trackedOn } = each;
          return {
            id: `1000.${index}.1`,
            program: "Acme",
            partner: "Blog",
            state,
            amount: text(each.amount),
            payout: text(each.payout),
            trackedOn: isoAfter(trackedOn),
            locksOn: lag === null ? null : isoAfter(trackedOn + lag),
            reversedOn: state === "REVERSED" && after !== null ? isoAfter(trackedOn + after) : null,
            clearedOn: state === "APPROVED" && after !== null ? isoAfter(trackedOn + after) : null,
          };
        }),
      }),
    );
}
