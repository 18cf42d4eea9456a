import type { Temporal } from "temporal-polyfill";
import type { Evidence, RequestState, RequestTrigger } from "#app/domain/index.ts";
import type { ChannelKind, TicketContent } from "./help-desk.ts";

/** A closing request as the merchant knows it. */
export type ClosingRequestRow = {
  id: string;
  shop: string;
  reference: string;
  /** The SIDs of the accounts it asks to close; empty where the merchant could not say. */
  accounts: string[];
  route: string;
  state: RequestState;
  subject: string;
  body: string;
  reason: string | null;
  wantedOn: string | null;
  openItems: string[];
  createdAt: Temporal.Instant;
  updatedAt: Temporal.Instant;
};

export type ClosingRequestEvent = {
  trigger: RequestTrigger;
  fromState: RequestState | null;
  toState: RequestState;
  actor: string;
  evidence: Evidence;
  at: Temporal.Instant;
};

/**
 * Both writing methods throw on a move that the transition table does not have. A move that takes a closing back is none
 * while another request for the account is under way.
 */
export interface ClosingStore {
  /** All requests of the store, whatever account they are about; the newest first. */
  all(shop: string): Promise<ClosingRequestRow[]>;
  /** Of whatever account: the newest request under way, else the newest that was neither rejected nor withdrawn. */
  findOpen(shop: string): Promise<ClosingRequestRow | null>;
  findByReference(shop: string, reference: string): Promise<ClosingRequestRow | null>;
  findById(shop: string, id: string): Promise<ClosingRequestRow | null>;
  /** False when a request for one of its accounts is under way already: the caller reads that one. */
  open(row: ClosingRequestRow, event: ClosingRequestEvent): Promise<boolean>;
  /** Moves the state and writes the audit row; neither, and false, when the request has left `fromState` meanwhile. */
  move(shop: string, id: string, event: ClosingRequestEvent): Promise<boolean>;
  events(shop: string, id: string): Promise<ClosingRequestEvent[]>;
}

/** `sending`: an attempt has begun. `unknown`: its answer got lost; the provider is asked before anything is resent. */
export type TicketState = "pending" | "sending" | "unknown" | "accepted" | "refused" | "withdrawn";

export type TicketRow = {
  id: string;
  shop: string;
  requestId: string;
  channel: ChannelKind;
  /** The same at every attempt. */
  key: string;
  content: TicketContent;
  state: TicketState;
  attempts: number;
  lastError: string | null;
  attemptedAt: Temporal.Instant | null;
  proof: Evidence | null;
  createdAt: Temporal.Instant;
  settledAt: Temporal.Instant | null;
};

export type TicketChange = Partial<
  Pick<TicketRow, "state" | "attempts" | "lastError" | "attemptedAt" | "proof" | "settledAt">
>;

export interface TicketStore {
  add(ticket: TicketRow): Promise<void>;
  findById(shop: string, id: string): Promise<TicketRow | null>;
  findByRequest(shop: string, requestId: string): Promise<TicketRow | null>;
  /** Changes the ticket as it was seen; false, and nothing, when another attempt changed it meanwhile. */
  change(seen: TicketRow, change: TicketChange): Promise<boolean>;
  /** Of all shops: what a crash may have left behind. */
  unfinished(): Promise<{ shop: string; id: string }[]>;
}
