import { Temporal } from "temporal-polyfill";
import { isClosed, isUnderWay, mostOpen } from "#app/domain/index.ts";
import type { ClosingRequestRow, Stores } from "#app/ports/index.ts";
import { readStatedFacts } from "./stated-facts.ts";

type RequestStores = Pick<Stores, "closingRequests">;
type AccountStores = Pick<Stores, "closingRequests" | "connections" | "statedFacts">;
type RequestsNow = {
  current: ClosingRequestRow | null;
  latest: ClosingRequestRow | null;
  all: ClosingRequestRow[];
};
/** The connected account, without one those the merchant named; no SID at all where nobody named any. */
type StoreAccount = { sids: readonly string[]; connectedAt: Temporal.Instant | null };

/**
 * The closing request that says where the store's account stands now (D21): the one under way that is about it, else the
 * newest that was neither rejected nor withdrawn. Of another account a request says nothing.
 */
export async function currentRequest(shop: string, stores: AccountStores): Promise<ClosingRequestRow | null> {
  return (await requestsNow(shop, stores)).current;
}

/** The same; where there is none, the newest of this account that was rejected or withdrawn. */
export async function latestRequest(shop: string, stores: AccountStores): Promise<ClosingRequestRow | null> {
  return (await requestsNow(shop, stores)).latest;
}

/** Both, and all of the store whichever account they are about, the newest first: from one look. */
export async function requestsNow(shop: string, stores: AccountStores): Promise<RequestsNow> {
  const account = await accountOf(shop, stores);
  const all = await stores.closingRequests.all(shop);
  const about: ClosingRequestRow[] = [];
  for (const request of all) if (await isAbout(request, account, stores)) about.push(request);
  const current = mostOpen(about);
  return { current, latest: current ?? about[0] ?? null, all };
}

/** The same as long as nothing has ended it; null otherwise. */
export async function requestUnderWay(
  shop: string,
  stores: AccountStores,
): Promise<ClosingRequestRow | null> {
  const request = await currentRequest(shop, stores);
  return request && isUnderWay(request.state) ? request : null;
}

/** Whether what is known of the store's account, its key included, is about this request's account (D21). */
export const isAboutAccount = async (request: ClosingRequestRow, stores: AccountStores): Promise<boolean> =>
  isAbout(request, await accountOf(request.shop, stores), stores);

/** The request under way for any of these accounts; without a name nobody could tell it from another. */
export async function underWayFor(
  { shop, accounts }: Pick<ClosingRequestRow, "shop" | "accounts">,
  { closingRequests }: RequestStores,
): Promise<ClosingRequestRow | null> {
  const isSame = (named: readonly string[]) =>
    accounts.length === 0 || named.length === 0 || named.some((sid) => accounts.includes(sid));
  const all = await closingRequests.all(shop);
  return all.find((request) => isUnderWay(request.state) && isSame(request.accounts)) ?? null;
}

async function accountOf(
  shop: string,
  { connections, statedFacts }: Pick<Stores, "connections" | "statedFacts">,
): Promise<StoreAccount> {
  const connection = await connections.find(shop);
  if (connection) return { sids: [connection.accountSid], connectedAt: connection.connectedAt };
  const { closingAccounts } = readStatedFacts(await statedFacts.all(shop));
  return { sids: closingAccounts ?? [], connectedAt: null };
}

/**
 * A request that names no account is about the one the store has, unless that one was connected after the closing: it
 * answered then, and may be another.
 */
async function isAbout(
  request: ClosingRequestRow,
  { sids, connectedAt }: StoreAccount,
  { closingRequests }: RequestStores,
): Promise<boolean> {
  if (request.accounts.length > 0)
    return sids.length === 0 || request.accounts.some((sid) => sids.includes(sid));
  if (!connectedAt || !isClosed(request.state)) return true;
  const events = await closingRequests.events(request.shop, request.id);
  const closing = events.findLast(({ trigger }) => trigger === "told-closed");
  return closing !== undefined && Temporal.Instant.compare(connectedAt, closing.at) <= 0;
}
