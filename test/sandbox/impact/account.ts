import { type PreparedAccount, prepareAccount } from "#sandbox/impact/state/prepare.ts";
import type { SeedInput } from "#sandbox/impact/state/seed.ts";

export const SID = "IRtestBrand0009";
export const TOKEN = "demo-token-test";

type Action = SeedInput["account"]["actions"][number];

let counter = 0;

/** An action of the test account; tracked and locking on the days that matter to the test. */
export function anAction(overrides: Partial<Action> = {}): Action {
  counter += 1;
  return {
    id: `900.1.${counter}`,
    program: "Test Shop",
    partner: "Blog",
    state: "PENDING",
    amount: "100.00",
    payout: "10.00",
    trackedOn: "2026-05-10",
    locksOn: "2026-06-10",
    reversedOn: null,
    clearedOn: null,
    ...overrides,
  };
}

/** A small UTC account since 2022 with one program, one partner and the given actions and limits. */
export function anAccount({
  actions = [],
  limits = {},
  account = {},
}: {
  actions?: Action[];
  limits?: SeedInput["sandbox"]["limits"];
  account?: Partial<SeedInput["account"]>;
} = {}): PreparedAccount {
  return prepareAccount({
    sandbox: {
      key: "test",
      sid: SID,
      token: TOKEN,
      company: {
        name: "Test & <Sons>",
        website: "https://test.example.com",
        country: "US",
        city: "Boston",
        contactName: "Sam Test",
        contactEmail: "sam@test.example.com",
      },
      timezoneLabel: "(GMT +00:00) UTC",
      cardLast4: "0000",
      programs: [{ id: 900, name: "Test Shop" }],
      partners: [{ id: 901, name: "Blog" }],
      contracts: { "S-1": { program: 900, startsOn: "2022-01-01" } },
      catalogs: { "1": { program: 900, storeUrl: null } },
      paysInvoicesOnDueDay: false,
      deletedCatalogs: "closed",
      limits,
    },
    account: {
      version: 1,
      kind: "brand",
      edition: "starter",
      currency: "USD",
      timeZone: "UTC",
      signedUpOn: "2022-01-01",
      trialEndsOn: "2022-01-31",
      minimumFee: null,
      card: { everCharged: false },
      fundingBalance: { amount: "0.00", asOf: "2022-01-01" },
      actions,
      contracts: [{ id: "S-1", partner: "Blog", status: "ACTIVE", endsOn: null }],
      invoices: [],
      catalogs: [{ id: "1", name: "Main", status: "ACTIVE" }],
      ...account,
    },
  });
}
