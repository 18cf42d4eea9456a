import { busyActions } from "#sandbox/impact/seeds/busy-actions.ts";
import {
  BUSY_PROGRAMS,
  BUSY_SIGNED_UP_ON,
  busyContracts,
  busyPartners,
} from "#sandbox/impact/seeds/busy-contracts.ts";
import { busyUnpaidInvoices } from "#sandbox/impact/seeds/busy-invoices.ts";
import type { SeedInput } from "#sandbox/impact/state/seed.ts";

/** A Starter account with a history: two programs, forty contracts, about 1,500 actions until the end of 2027. */
export function busySeed(): SeedInput {
  const contracts = busyContracts();
  const actions = busyActions(contracts);
  return {
    sandbox: {
      key: "busy",
      sid: "IRbusyNordlicht0002",
      token: "demo-token-busy",
      company: {
        name: "Nordlicht Handels GmbH",
        website: "https://nordlicht.example.com",
        country: "DE",
        city: "Hamburg",
        contactName: "Mira Petersen",
        contactEmail: "mira@nordlicht.example.com",
      },
      timezoneLabel: "(GMT +01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna",
      cardLast4: "4444",
      programs: [...BUSY_PROGRAMS],
      ...busyPartners(contracts),
      catalogs: {
        "52001": { program: 22001, storeUrl: "https://nordlicht.myshopify.com" },
        "52002": { program: 22002, storeUrl: null },
        "52003": { program: 22001, storeUrl: null },
      },
      paysInvoicesOnDueDay: true,
      deletedCatalogs: "closed",
    },
    account: {
      version: 1,
      kind: "brand",
      edition: "starter",
      currency: "EUR",
      timeZone: "Europe/Berlin",
      signedUpOn: BUSY_SIGNED_UP_ON,
      trialEndsOn: "2025-10-03",
      minimumFee: "28.00",
      card: { everCharged: false },
      fundingBalance: { amount: "0.00", asOf: BUSY_SIGNED_UP_ON },
      actions,
      contracts: contracts.map(({ id, partner, status, endsOn }) => ({ id, partner, status, endsOn })),
      invoices: busyUnpaidInvoices(contracts, actions),
      catalogs: [
        { id: "52001", name: "Nordlicht Shop", status: "ACTIVE" },
        { id: "52002", name: "Nordlicht Kids", status: "ACTIVE" },
        { id: "52003", name: "Nordlicht Sale", status: "PENDING" },
      ],
    },
  };
}
