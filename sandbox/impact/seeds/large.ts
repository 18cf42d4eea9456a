import { Temporal } from "temporal-polyfill";
import { fromMinor } from "#sandbox/impact/derive/minor.ts";
import { seededRandom } from "#sandbox/impact/seeds/random.ts";
import type { FileAction } from "#sandbox/impact/state/account-file.ts";
import { type PreparedAccount, prepareAccount } from "#sandbox/impact/state/prepare.ts";
import type { SeedInput } from "#sandbox/impact/state/seed.ts";

const FIRST_DAY = "2023-06-01";
/** Up to the demo's first day; three years is as far as the API looks back. */
const DAYS = 1_076;
const LONGEST_LOCK_DAYS = 60;
const PROGRAM = { id: 23001, name: "Großhaus" };
const PARTNERS = Array.from({ length: 50 }, (_, index) => ({
  id: 33001 + index,
  name: `Partner ${index + 1}`,
}));

/**
 * An account with very many actions, spread evenly over three years. They are made when somebody first looks: the
 * demo starts no slower for it.
 */
export function largeAccount(
  count = 200_000,
  limits: SeedInput["sandbox"]["limits"] = {},
  sid = "IRlargeGrosshaus0003",
): PreparedAccount {
  return prepareAccount(seed(limits, sid), () => largeActions(count));
}

function largeActions(count: number): FileAction[] {
  const random = seededRandom(200_000);
  const first = Temporal.PlainDate.from(FIRST_DAY);
  const days = Array.from({ length: DAYS + LONGEST_LOCK_DAYS + 1 }, (_, index) =>
    first.add({ days: index }).toString(),
  );
  const day = (index: number) => days[index] ?? FIRST_DAY;
  return Array.from({ length: count }, (_, index): FileAction => {
    const tracked = Math.floor((index * DAYS) / count);
    const minor = random.between(1_000, 25_000);
    const reversed = random.next() < 0.05;
    return {
      id: `${PROGRAM.id}.4700.${1_000_001 + index}`,
      program: PROGRAM.name,
      partner: PARTNERS[random.between(0, PARTNERS.length - 1)]?.name ?? "",
      state: reversed ? "REVERSED" : "PENDING",
      amount: fromMinor(minor),
      payout: fromMinor(Math.round(minor * 0.06)),
      trackedOn: day(tracked),
      locksOn: day(tracked + random.between(20, LONGEST_LOCK_DAYS)),
      reversedOn: reversed ? day(tracked + random.between(1, 18)) : null,
      clearedOn: null,
    };
  });
}

function seed(limits: SeedInput["sandbox"]["limits"], sid: string): SeedInput {
  return {
    sandbox: {
      key: "large",
      sid,
      token: "demo-token-large",
      company: {
        name: "Großhaus AG",
        website: "https://grosshaus.example.com",
        country: "DE",
        city: "Köln",
        contactName: "Jonas Weber",
        contactEmail: "jonas@grosshaus.example.com",
      },
      timezoneLabel: "(GMT +01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna",
      cardLast4: "5555",
      programs: [PROGRAM],
      partners: PARTNERS,
      contracts: Object.fromEntries(
        PARTNERS.map(({ id }) => [contractId(id), { program: PROGRAM.id, startsOn: FIRST_DAY }]),
      ),
      catalogs: {},
      paysInvoicesOnDueDay: true,
      deletedCatalogs: "absent",
      limits,
    },
    account: {
      version: 1,
      kind: "brand",
      edition: "starter",
      currency: "EUR",
      timeZone: "Europe/Berlin",
      signedUpOn: FIRST_DAY,
      trialEndsOn: "2023-07-01",
      minimumFee: "28.00",
      card: { everCharged: true },
      fundingBalance: { amount: "0.00", asOf: FIRST_DAY },
      actions: [],
      contracts: PARTNERS.map(({ id, name }) => ({
        id: contractId(id),
        partner: name,
        status: "ACTIVE",
        endsOn: null,
      })),
      invoices: [],
      catalogs: [],
    },
  };
}

const contractId = (partnerId: number): string => `S-${7_300_000 + partnerId}`;
