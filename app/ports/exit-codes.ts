import type { Temporal } from "temporal-polyfill";

/** A code mailed for one visit of the stand-alone page; the code itself is kept nowhere. */
export type ExitCodeRow = {
  /** Hash of the visit's random id. */
  visit: string;
  shop: string;
  codeMac: string;
  tries: number;
  createdAt: Temporal.Instant;
  expiresAt: Temporal.Instant;
  /** Set once the right code was entered: until then the visit may do what needs it. */
  provedUntil: Temporal.Instant | null;
  /** The mail that carries it; null for a code of an older version. */
  mailId: string | null;
};

export interface ExitCodeStore {
  /** A newer code takes the place of the visit's older one. */
  save(row: ExitCodeRow): Promise<void>;
  find(shop: string, visit: string): Promise<ExitCodeRow | null>;
  /** Counts one try of a code that still runs at `now` and has had fewer than `limit`; null, and nothing, otherwise. */
  countTry(shop: string, visit: string, now: Temporal.Instant, limit: number): Promise<ExitCodeRow | null>;
  /** The right code was entered in this visit. */
  prove(shop: string, visit: string, until: Temporal.Instant): Promise<void>;
  remove(shop: string, visit: string): Promise<void>;
}
