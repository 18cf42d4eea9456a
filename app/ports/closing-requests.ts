import type { Temporal } from "temporal-polyfill";
import type { Evidence, RequestState, RequestTrigger } from "#app/domain/index.ts";
import type { ChannelKind, TicketContent } from "./help-desk.ts";

/** A closing request as the merchant knows it. */
export type ClosingRequestRow = {
  id: string;
  shop: string;
  reference: string;
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

/** Both writing methods throw on a move that the transition table does not have. */
export interface ClosingStore {
  /** The request that has neither been rejected nor withdrawn. */
  findOpen(shop: string): Promise<ClosingRequestRow | null>;
  findByReference(shop: string, reference: string): Promise<ClosingRequestRow | null>;
  findById(shop: string, id: string): Promise<ClosingRequestRow | null>;
  /** False when the shop has an open request already: the caller reads that one. */
  open(record: ClosingRequestRow, event: ClosingRequestEvent): Promise<boolean>;
  /** Moves the state and writes the audit row; neither, and false, when the request has left `fromState` meanwhile. */
  move(shop: string, id: string, event: ClosingRequestEvent): Promise<boolean>;
  events(shop: string, id: string): Promise<ClosingRequestEvent[]>;
}

/** `sending`: an attempt has begun. `unknown`: its answer got lost; the provider is asked before anything is resent. */
export type TicketState = "pending" | "sending" | "unknown" | "accepted" | "refused" | "withdrawn";

export type TicketRecord = {
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
  Pick<TicketRecord, "state" | "attempts" | "lastError" | "attemptedAt" | "proof" | "settledAt">
>;

export interface TicketStore {
  add(ticket: TicketRecord): Promise<void>;
  findById(shop: string, id: string): Promise<TicketRecord | null>;
  findByRequest(shop: string, requestId: string): Promise<TicketRecord | null>;
  /** Changes the ticket as it was seen; false, and nothing, when another attempt changed it meanwhile. */
  change(seen: TicketRecord, change: TicketChange): Promise<boolean>;
  /** Of all shops: what a crash may have left behind. */
  unfinished(): Promise<{ shop: string; id: string }[]>;
}
