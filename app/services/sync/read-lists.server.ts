import type {
  AccountKey,
  FetchResult,
  ImpactCredentials,
  ImpactResource,
  ListsKind,
  Program,
} from "#app/ports/index.ts";
import { currencyAndZoneOf } from "../account/currency-and-zone-of.server.ts";
import type { Deps } from "../deps.ts";
import { invoicesIn } from "./invoices-in.ts";
import { storeFetchResult } from "./store-fetch-result.server.ts";

type ReadDeps = Pick<Deps, "db" | "clock" | "impact">;
type Input = { shop: string; kind: ListsKind; credentials: ImpactCredentials };
type Record = <T>(resource: ImpactResource, result: FetchResult<T>) => Promise<void>;

/**
 * Reads all of an account but its actions, each result by itself; gives the programs, by which actions are asked for.
 * Contracts and actions are asked for per program: without the programs they are unknown for the same reason.
 */
export async function readLists(
  { shop, kind, credentials }: Input,
  deps: ReadDeps,
): Promise<FetchResult<Program[]>> {
  const save = saverOf({ shop, accountSid: credentials.accountSid }, deps);
  const api = deps.impact.of(kind);
  await save("CompanyInformation", await api.readCompany(credentials));
  const programs = await api.readPrograms(credentials);
  const { currency, timeZone } = await currencyAndZoneOf(shop, deps);
  const who = { ...credentials, timeZone };
  await save("Invoices", invoicesIn(currency, await api.readInvoices(who)));
  await readOwnLists[kind]({ credentials: who, programs, save }, deps);
  if (programs.outcome === "read") {
    await save<unknown>("Contracts", await api.readContracts(who, programs.value));
    return programs;
  }
  await save("Contracts", programs);
  await save("Actions", programs);
  return programs;
}

type Own = { credentials: ImpactCredentials; programs: FetchResult<Program[]>; save: Record };

/** What only one kind has. A partner's programs are asked of nobody, so they are no reading to keep. */
const readOwnLists: { [Kind in ListsKind]: (own: Own, deps: ReadDeps) => Promise<void> } = {
  brand: async ({ credentials, programs, save }, { impact }) => {
    await save("Campaigns", programs);
    await save("Catalogs", await impact.of("brand").readCatalogs(credentials));
  },
  partner: async ({ credentials, save }, { impact }) =>
    save("WithdrawalSettings", await impact.of("partner").readWithdrawalSettings(credentials)),
};

/** Reads what the Agency API has of an agency: itself and the brands it manages. */
export async function readAgencyLists(
  shop: string,
  credentials: ImpactCredentials,
  deps: ReadDeps,
): Promise<void> {
  const agency = deps.impact.of("agency");
  const save = saverOf({ shop, accountSid: credentials.accountSid }, deps);
  await save("CompanyInformation", await agency.readCompany(credentials));
  const { timeZone } = await currencyAndZoneOf(shop, deps);
  await save("Advertisers", await agency.readAdvertisers({ ...credentials, timeZone }));
}

/** Keeps each reading under the moment at which the reading of all began. */
function saverOf(key: AccountKey, deps: Pick<Deps, "db" | "clock">): Record {
  const at = deps.clock.now();
  return (resource, fetchResult) => storeFetchResult(key, resource, { fetchResult, at }, deps);
}
