import { Temporal } from "temporal-polyfill";
import { evidenceLevel, isClosed } from "#app/domain/index.ts";
import type { ClosingRequestRow, Stores } from "#app/ports/index.ts";

/**
 * The shop's closing request as long as impact.com has not closed the account; null otherwise. After that a request
 * keeps nothing back any more: no reminder, no data.
 */
export async function unfinishedRequest(
  shop: string,
  stores: Pick<Stores, "closingRequests">,
): Promise<ClosingRequestRow | null> {
  const request = await stores.closingRequests.findOpen(shop);
  return request && !isClosed(request.state) ? request : null;
}

/**
 * A closing that is known by a note in the history. `isProved`: impact.com's own words stand in it. Without them it is
 * somebody's word, which switches off no warning.
 */
export type NotedClosing = { reference: string; at: Temporal.Instant; isProved: boolean };

/**
 * Null where nothing of the kind was noted. An account that was connected after that answered then, and may be another
 * one: of it the note says nothing.
 */
export async function notedClosing(
  shop: string,
  { closingRequests, connections }: Pick<Stores, "closingRequests" | "connections">,
): Promise<NotedClosing | null> {
  const request = await closingRequests.findOpen(shop);
  if (!request || !isClosed(request.state)) return null;
  const events = await closingRequests.events(shop, request.id);
  const noted = events.findLast(({ trigger }) => trigger === "told-closed");
  const connection = await connections.find(shop);
  if (!noted || (connection && Temporal.Instant.compare(connection.connectedAt, noted.at) > 0)) return null;
  const isProved = evidenceLevel(noted.trigger, noted.evidence) === "proof";
  return { reference: request.reference, at: noted.at, isProved };
}
