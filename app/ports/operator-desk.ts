import type { Temporal } from "temporal-polyfill";
import type { RequestState } from "#app/domain/index.ts";
import type { TicketState } from "./closing-requests.ts";
import type { CheckKind } from "./request-checks.ts";

/** What can be done at the operator's desk; to look is a deed as well. */
export const DESK_VERBS = [
  "find",
  "history",
  "resend",
  "park",
  "revoke-links",
  "erase",
  "deletions",
  "dead-jobs",
  "deeds",
] as const;
export type DeskVerb = (typeof DESK_VERBS)[number];

/** `detail` names what it was done to: ids and counts, nothing personal. */
export type OperatorDeed = {
  id: string;
  verb: DeskVerb;
  who: string;
  why: string;
  detail: Record<string, string>;
  at: Temporal.Instant;
};

export interface OperatorDeedStore {
  /** `shop` is OPERATOR for what is about no store, or about one that must not be named any more. */
  add(shop: string, deed: OperatorDeed): Promise<void>;
  /** Newest first. */
  ofShop(shop: string, limit: number): Promise<OperatorDeed[]>;
}

/** How many closing requests stand in a state, and since when the one that has not moved for longest does. */
export type CaseCount = { state: RequestState; count: number; oldest: Temporal.Instant };

/** A case that does not move on: named by its reference alone. */
export type StuckCase = {
  reference: string;
  state: RequestState;
  since: Temporal.Instant;
  ticket: { state: TicketState; attempts: number } | null;
  /** Checks that got no answer at their last tries. */
  checks: { kind: CheckKind; failures: number }[];
};

/** Reads over all stores for the operator's page and for who has a reference only. */
export interface DeskIndex {
  /** The stores in which there is a request of this reference. */
  storesWith(reference: string): Promise<string[]>;
  casesByState(): Promise<CaseCount[]>;
  /** Those whose ticket did not get through before `since`, or whose checks keep failing; longest first. */
  stuckCases(since: Temporal.Instant, limit: number): Promise<StuckCase[]>;
}

/** Why jobs are tried again or died, with how many; no store and no address is in the words. */
export type JobReason = { job: string; state: "retry" | "dead"; reason: string; count: number };

export interface JobReasons {
  list(limit: number): Promise<JobReason[]>;
}
