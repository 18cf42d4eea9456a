import type { Temporal } from "temporal-polyfill";
import type { Evidence } from "#app/domain/index.ts";

/**
 * How closing requests can go out, as TICKET_CHANNEL names them; "assisted" when the merchant copies them into impact.com's
 * own form.
 */
export const CHANNELS = ["smtp", "freshdesk", "zendesk", "assisted"] as const;
export type Channel = (typeof CHANNELS)[number];
/** Those we send a ticket over. */
export type ChannelKind = Exclude<Channel, "assisted">;

/** What impact.com's support gets: plain text, and who to answer. */
export type TicketContent = {
  subject: string;
  body: string;
  requester: { name: string; email: string };
};

/** `key` is the same at every attempt of one ticket and differs between tickets; none was sent before `writtenAt`, where it is known. */
export type TicketToSend = TicketContent & { key: string; writtenAt?: Temporal.Instant };

export type SubmitOutcome =
  /** `evidence` holds the provider's own reference: a `ticketNumber` or the `messageId`. */
  | { outcome: "accepted"; evidence: Evidence }
  /** The provider read the ticket and will never take it as it is. */
  | { outcome: "refused"; reason: string }
  /** Certainly not created; worth another try. */
  | { outcome: "not-accepted"; reason: string }
  /** The answer got lost: it may have been created. */
  | { outcome: "unknown"; reason: string };

export type LookUpOutcome =
  | { outcome: "found"; evidence: Evidence }
  | { outcome: "absent" }
  /** The channel has no memory to ask; its receiver drops a repeated key instead. */
  | { outcome: "cannot-look-up" }
  | { outcome: "unreachable"; reason: string };

/**
 * `new`: it lies there, and nobody has touched it: no status moved, no reply, no assignee. `put-away`: deleted, spam, merged, archived, or a status nobody here knows. Nobody may be
 * reading the ticket.
 */
export const DESK_STATUSES = ["new", "open", "waiting", "solved", "put-away"] as const;

/** `said` and `saidAt` are the desk's own words, kept as evidence. `waiting`: support wants something from the merchant. `solved` says nothing about the account (G19). */
export type DeskStatus =
  | { outcome: "read"; status: (typeof DESK_STATUSES)[number]; said: string; saidAt: string | null }
  /** The desk answered that it has no such ticket, or shows it to us no more; says nothing of the request. */
  | { outcome: "missing" }
  | { outcome: "cannot-read" }
  | { outcome: "unreachable"; reason: string };

/** The channel to impact.com's support. Nothing here throws for what a provider may answer. */
export interface HelpDesk {
  kind: ChannelKind;
  submit(ticket: TicketToSend): Promise<SubmitOutcome>;
  /** Whether a ticket of this key exists at the provider. */
  lookUp(ticket: TicketToSend): Promise<LookUpOutcome>;
  readStatus(ticketNumber: string): Promise<DeskStatus>;
}
