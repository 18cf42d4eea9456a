import type { Temporal } from "temporal-polyfill";
import { evidenceLevel, isClosed, isUnderWay } from "#app/domain/index.ts";
import type { ClosingRequestRow, Stores } from "#app/ports/index.ts";
import { currentRequest, requestsNow } from "./current-request.server.ts";
import type { AccountBase } from "./load-account.server.ts";
import { stillAnswers } from "./still-answers.ts";

type AccountStores = Pick<Stores, "closingRequests" | "connections" | "statedFacts">;

/**
 * A closing request of the store, of whichever account, as long as impact.com has not closed that account; null otherwise.
 * After that a request keeps nothing back any more: no reminder, no data.
 */
export async function unfinishedRequest(
  shop: string,
  stores: Pick<Stores, "closingRequests">,
): Promise<ClosingRequestRow | null> {
  const request = await stores.closingRequests.findOpen(shop);
  return request && isUnderWay(request.state) ? request : null;
}

/**
 * A closing that is known by a note in the history. `isProved`: impact.com's own words stand in it. Without them it is
 * somebody's word, which switches off no warning.
 */
export type NotedClosing = { reference: string; at: Temporal.Instant; isProved: boolean };

/** Null where nothing of the kind was noted of the account the store has now; of another one a note says nothing. */
export async function notedClosing(shop: string, stores: AccountStores): Promise<NotedClosing | null> {
  return notedIn(await currentRequest(shop, stores), stores);
}

async function notedIn(
  request: ClosingRequestRow | null,
  stores: Pick<Stores, "closingRequests">,
): Promise<NotedClosing | null> {
  if (!request || !isClosed(request.state)) return null;
  const events = await stores.closingRequests.events(request.shop, request.id);
  const noted = events.findLast(({ trigger }) => trigger === "told-closed");
  if (!noted) return null;
  const isProved = evidenceLevel(noted.trigger, noted.evidence) === "proof";
  return { reference: request.reference, at: noted.at, isProved };
}

/**
 * How a closing of the store's account is known: impact.com shows it (`state`), or somebody noted it. `isOpen`: impact.com
 * still shows the account as open all the same.
 */
export type KnownClosing = { isNoted: boolean; isProved: boolean; isOpen: boolean };

type Known = Pick<AccountBase, "shop" | "state" | "connection" | "snapshots">;

/** Null while nothing says that the account is closed: only then are fees and charges expected. */
export async function knownClosing(view: Known, stores: AccountStores): Promise<KnownClosing | null> {
  return closingOf(view, await notedClosing(view.shop.shop, stores));
}

/** The request to show, what was noted of the account's end, and how that end is known, from one look at the requests. */
export async function requestAndClosing(view: Known, stores: AccountStores) {
  const { current, latest, all } = await requestsNow(view.shop.shop, stores);
  const noted = await notedIn(current, stores);
  return { request: latest, all, noted, closing: closingOf(view, noted) };
}

function closingOf(view: Known, noted: NotedClosing | null): KnownClosing | null {
  if (view.state === "closed") return { isNoted: false, isProved: true, isOpen: false };
  const isOpen = view.state === "open" && stillAnswers(view);
  return noted && { isNoted: true, isProved: noted.isProved, isOpen };
}
