import { Temporal } from "temporal-polyfill";
import { type AccountFileJson, parseAccountFile, type WholeAccount } from "#app/domain/index.ts";

export type ActionJson = NonNullable<AccountFileJson["actions"]>[number];

/** A calendar date from its ISO text. */
export function date(iso: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(iso);
}

/** The commission of S3's story: 75 tracked on 30 May 2026, locking on 20 June. */
export function anAction(overrides: Partial<ActionJson> = {}): ActionJson {
  return {
    id: "1000.1.1",
    program: "Acme",
    partner: "Blog",
    state: "PENDING",
    amount: "1000.00",
    payout: "75.00",
    trackedOn: "2026-05-30",
    locksOn: "2026-06-20",
    reversedOn: null,
    clearedOn: null,
    ...overrides,
  };
}

/** S3's account: Starter in USD, signed up on 12 May 2026 with an empty funding account, nothing else known to be open. */
export function anAccountFile(overrides: Partial<AccountFileJson> = {}): AccountFileJson {
  return {
    version: 1,
    kind: "brand",
    edition: "starter",
    currency: "USD",
    timeZone: "America/New_York",
    signedUpOn: "2026-05-12",
    trialEndsOn: null,
    minimumFee: null,
    card: { everCharged: null },
    fundingBalance: { amount: "0.00", asOf: "2026-05-12" },
    actions: [anAction()],
    contracts: [],
    invoices: [],
    catalogs: [],
    ...overrides,
  };
}

/** The same as a domain account; a file that is refused fails the test. */
export function anAccount(overrides: Partial<AccountFileJson> = {}): WholeAccount {
  const parsed = parseAccountFile(anAccountFile(overrides));
  if (parsed.outcome === "rejected") throw new Error(JSON.stringify(parsed.problems));
  return parsed.account;
}
