import type { Temporal } from "temporal-polyfill";
import type { DeadJobs, Waiting, WaitingKind } from "#app/domain/index.ts";
import type { ImpactResource } from "./impact.ts";

export type { DeadJobs, Waiting, WaitingKind } from "#app/domain/index.ts";

/** Mails to the operator that are about no single shop stand under this name, which no shop can have. */
export const OPERATOR = "operator";

/** Counts over all shops; it names none. */
export interface StuckStore {
  /** For each kind what has been waiting since before the given moment. */
  waiting(since: Record<WaitingKind, Temporal.Instant>): Promise<Waiting[]>;
}

/** Jobs that used up their tries and wait for a person. */
export interface DeadJobList {
  /** Of those, the ones that died in the last hours, by name. On the queue's own clock. */
  ofLastHours(hours: number): Promise<DeadJobs[]>;
}

/** The ticket API of the operator's channel, beside the resources of impact.com's own API. */
export const HELP_DESK = "HelpDesk";

/**
 * Something in an answer of impact.com or of the help desk the app was not made for: a value a list did not have before
 * (read as the careful one), or, with `value` null, a field that is missing or has another form.
 */
export type Oddity = {
  resource: ImpactResource | typeof HELP_DESK;
  field: string;
  value: string | null;
};

export type SchemaDriftRow = Oddity & {
  firstSeenAt: Temporal.Instant;
  lastSeenAt: Temporal.Instant;
  /** In how many answers. */
  answers: number;
};

/** What was seen to be answered differently, for all shops, because it is about the API and not about an account. */
export interface SchemaDriftStore {
  note(oddity: Oddity, at: Temporal.Instant): Promise<void>;
  /** Those the operator was not told of, oldest first. */
  unnotified(limit: number): Promise<SchemaDriftRow[]>;
  markNotified(schemaDrifts: readonly Oddity[], at: Temporal.Instant): Promise<void>;
  seenSince(moment: Temporal.Instant): Promise<number>;
}
