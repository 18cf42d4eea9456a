import fc from "fast-check";
import type { AccountFileJson } from "#app/domain/index.ts";
import type { ActionJson } from "#test/factories/account.ts";
import { accountFiles, isoAfter } from "#test/factories/random-account.ts";

/** An account and the day it is looked at. */
export type Case = { file: AccountFileJson; on: string };

const contract = fc.record({
  status: fc.constantFrom("ACTIVE" as const, "ACTIVE" as const, "UPCOMING" as const, "EXPIRED" as const),
  endsOn: fc.option(fc.integer({ min: 100, max: 620 }), { nil: null }),
});

const invoice = fc.record({
  dueOn: fc.integer({ min: 30, max: 620 }),
  total: fc.integer({ min: 0, max: 60_000 }),
  paidAfter: fc.option(fc.integer({ min: -10, max: 30 }), { nil: null }),
});

/** What impact.com says of an action on a day: nothing of what comes later. */
export function saidOn(action: ActionJson, on: string): ActionJson[] {
  if (action.trackedOn > on) return [];
  const later = (day: string | null) => day !== null && day > on;
  const isReversed = action.state === "REVERSED" && !later(action.reversedOn);
  const isCleared = action.clearedOn !== null && !later(action.clearedOn);
  const isPending = !isCleared && (action.state === "REVERSED" || later(action.locksOn));
  return [
    {
      ...action,
      state: isReversed ? "REVERSED" : isPending ? "PENDING" : action.state,
      reversedOn: isReversed ? action.reversedOn : null,
      clearedOn: isCleared ? action.clearedOn : null,
    },
  ];
}

/** A list that impact.com may not have been asked for: null is not known, which is not empty. */
const known = <T>(list: fc.Arbitrary<T[]>) => fc.option(list, { nil: null, freq: 8 });

/** Any brand's account with everything a page can show, balances of any day, and lists that are not known. */
export const cases: fc.Arbitrary<Case> = fc
  .record({
    file: accountFiles(),
    starter: fc.integer({ min: 0, max: 9 }),
    on: fc.integer({ min: 60, max: 600 }),
    balance: fc.option(
      fc.record({
        amount: fc.constantFrom(0, 1_000, 7_500, 40_000),
        before: fc.integer({ min: 0, max: 200 }),
      }),
      { nil: null, freq: 6 },
    ),
    actions: fc.boolean(),
    contracts: known(fc.array(contract, { maxLength: 25 })),
    invoices: known(fc.array(invoice, { maxLength: 8 })),
    catalogs: known(fc.array(fc.constantFrom("ACTIVE" as const, "CLOSED" as const), { maxLength: 3 })),
    trialEnds: fc.option(fc.integer({ min: 20, max: 300 }), { nil: null }),
    charged: fc.constantFrom(true, false, null),
    typedMinimum: fc.boolean(),
  })
  .map(({ file, starter, on, balance, actions, contracts, invoices, catalogs, ...rest }) => {
    const edition = starter < 8 ? "starter" : file.edition;
    const signedUp = Number(daysOf(file.signedUpOn));
    return {
      on: isoAfter(on),
      file: {
        ...file,
        edition,
        minimumFee: rest.typedMinimum ? file.minimumFee : null,
        trialEndsOn: rest.trialEnds === null ? null : isoAfter(signedUp + rest.trialEnds),
        card: { everCharged: rest.charged },
        fundingBalance: balance && {
          amount: (balance.amount / 100).toFixed(2),
          asOf: isoAfter(Math.max(signedUp, on - balance.before)),
        },
        actions:
          actions || on % 8 > 0 ? (file.actions ?? []).flatMap((each) => saidOn(each, isoAfter(on))) : null,
        contracts:
          contracts?.map(({ status, endsOn }, index) => ({
            id: `C-${index}`,
            partner: "Blog",
            status,
            endsOn: endsOn === null ? null : isoAfter(endsOn),
          })) ?? null,
        invoices:
          invoices?.map(({ dueOn, total, paidAfter }, index) => ({
            id: `I-${index}`,
            dueOn: isoAfter(dueOn),
            total: (total / 100).toFixed(2),
            status: paidAfter === null ? ("PENDING" as const) : ("PAID" as const),
            paidOn: paidAfter === null ? null : isoAfter(dueOn + paidAfter),
          })) ?? null,
        catalogs: catalogs?.map((status, index) => ({ id: `K-${index}`, name: "Feed", status })) ?? null,
      },
    };
  });

const daysOf = (iso: string): number => (Date.parse(`${iso}T00:00:00Z`) - Date.UTC(2026, 0, 1)) / 86_400_000;
