import type { Action, WholeAccount } from "#app/domain/index.ts";

const SIGN_UP = 19_737; // 2024-01-15
const DAYS = 1_060;

/** A steady generator, so that two runs measure the same data. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Actions spread over 36 months; one in ten is reversed before it locks. */
export function makeActions(count: number): Action[] {
  const next = random(42);
  return Array.from({ length: count }, (_, index): Action => {
    const trackedOn = SIGN_UP + Math.floor(next() * DAYS);
    const locksOn = trackedOn + 15 + Math.floor(next() * 20);
    const reversed = next() < 0.1;
    const amount = 500 + Math.floor(next() * 20_000);
    return {
      id: `1000.${index}.1`,
      program: "Acme",
      partner: `Partner ${index % 200}`,
      state: reversed ? "REVERSED" : "PENDING",
      amount,
      payout: Math.floor(amount / 12),
      trackedOn,
      locksOn,
      reversedOn: reversed ? trackedOn + 5 : null,
      clearedOn: null,
    };
  });
}

/** A Starter account in USD with that many actions, its balance known since sign-up. */
export function makeAccount(count: number): WholeAccount {
  return {
    kind: "brand",
    edition: "starter",
    currency: "USD",
    timeZone: "America/New_York",
    signedUpOn: SIGN_UP,
    trialEndsOn: null,
    minimumFee: null,
    card: { everCharged: true },
    fundingBalance: { amount: 0, asOf: SIGN_UP },
    actions: makeActions(count),
    contracts: [],
    invoices: [],
    catalogs: [],
  };
}
