import {
  type AccountKey,
  ALL_PROGRAMS,
  type FetchResult,
  type ImpactApi,
  type ImpactCredentials,
  type ImpactResource,
  type Program,
} from "#app/ports/index.ts";
import { currencyAndZoneOf } from "../account/currency-and-zone-of.server.ts";
import type { Deps } from "../deps.ts";
import { invoicesIn } from "./invoices-in.ts";
import { storeFetchResult } from "./store-fetch-result.server.ts";

type ReadDeps = Pick<Deps, "db" | "clock" | "impact">;

/** A partner's actions come without naming a program: one entry stands for all of them. */
export const EVERY_PROGRAM: Program[] = [{ id: ALL_PROGRAMS, name: "", state: "" }];

/** Reads all of a partner account but its actions, each result by itself; gives what to ask actions by. */
export async function readPartnerLists(
  shop: string,
  credentials: ImpactCredentials,
  deps: ReadDeps,
): Promise<FetchResult<Program[]>> {
  const { partner } = deps.impact;
  const record = recorder({ shop, accountSid: credentials.accountSid }, deps);
  await record("CompanyInformation", await partner.readCompany(credentials));
  const { currency, timeZone } = await currencyAndZoneOf(shop, deps);
  const who = { ...credentials, timeZone };
  await record("Contracts", await partner.readContracts(who));
  await record("Invoices", invoicesIn(currency, await partner.readInvoices(who)));
  await record("WithdrawalSettings", await partner.readWithdrawalSettings(credentials));
  return { outcome: "read", value: EVERY_PROGRAM };
}

/** Reads what the Agency API has of an agency: itself and the brands it manages. */
export async function readAgencyLists(
  shop: string,
  credentials: ImpactCredentials,
  deps: ReadDeps,
): Promise<void> {
  const { agency } = deps.impact;
  const record = recorder({ shop, accountSid: credentials.accountSid }, deps);
  await record("CompanyInformation", await agency.readCompany(credentials));
  const { timeZone } = await currencyAndZoneOf(shop, deps);
  await record("Advertisers", await agency.readAdvertisers({ ...credentials, timeZone }));
}

/** The same dependencies with the partner's lists of actions in the place of the brand's. */
export function readingAsPartner<D extends { impact: ImpactApi }>(deps: D): D {
  const { readActionPages, readReversalPages } = deps.impact.partner;
  return { ...deps, impact: { ...deps.impact, readActionPages, readReversalPages } };
}

/** Keeps each reading under the moment at which the reading of all began. */
export function recorder(key: AccountKey, deps: Pick<Deps, "db" | "clock">) {
  const at = deps.clock.now();
  return <T>(resource: ImpactResource, reading: FetchResult<T>): Promise<void> =>
    storeFetchResult(key, resource, { reading, at }, deps);
}
