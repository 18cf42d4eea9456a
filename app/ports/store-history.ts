import type { Temporal } from "temporal-polyfill";

/** What is done with a store's connection, choices and mails that its owner must be able to see afterwards. */
export const STORE_EVENT_KINDS = [
  "connected",
  "disconnected",
  "choice-given",
  "choice-withdrawn",
  "mail-stopped",
  "mail-resumed",
  "told-by-link",
] as const;
export type StoreEventKind = (typeof STORE_EVENT_KINDS)[number];

/** `actor` is a staff number of Shopify's or the link in an e-mail; `detail` names what it was about, in our own words. */
export type StoreEvent = {
  id: string;
  kind: StoreEventKind;
  actor: string;
  detail: Record<string, string>;
  at: Temporal.Instant;
};

export interface StoreEventStore {
  add(shop: string, event: StoreEvent): Promise<void>;
  /** The last `limit` of them, newest first. */
  latest(shop: string, limit: number): Promise<StoreEvent[]>;
}

/** Names of the people behind the numbers, as Shopify gave them last. */
export interface StaffNameStore {
  save(shop: string, staff: { actor: string; name: string; seenAt: Temporal.Instant }): Promise<void>;
  all(shop: string): Promise<{ actor: string; name: string; seenAt: Temporal.Instant }[]>;
}

/** Asks Shopify who is signed in; null when it does not say, which never stands in the way of what they do. */
export interface StaffDirectory {
  nameOf(input: { shop: string; sessionToken: string }): Promise<string | null>;
}
