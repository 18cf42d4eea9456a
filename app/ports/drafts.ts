import type { Temporal } from "temporal-polyfill";

/** What a merchant chose and wrote for the request. Null texts are those the app composes: they follow the facts. */
export type DraftContent = {
  subject: string | null;
  body: string | null;
  reason: string | null;
  /** ISO date; null for "as soon as possible". */
  wantedOn: string | null;
  claimRefund: boolean;
  byHand: boolean;
};

export type DraftRow = {
  shop: string;
  /** Counts up from 1 with each save. */
  version: number;
  /** Names the save that made this version. */
  saveKey: string;
  content: DraftContent;
  savedAt: Temporal.Instant;
  savedBy: string;
};

/** A version another one took the place of, or that came too late; `decidedAt` is null until somebody chose. */
export type DraftAside = Pick<DraftRow, "content" | "savedAt" | "savedBy"> & {
  id: string;
  decidedAt: Temporal.Instant | null;
};

export interface DraftStore {
  find(shop: string): Promise<DraftRow | null>;
  /** Saves over version `seen` (0 for "none yet"); false, and nothing, when the draft has another one meanwhile. */
  save(row: DraftRow, seen: number): Promise<boolean>;
  remove(shop: string): Promise<void>;
  /** Newest first. */
  asides(shop: string): Promise<DraftAside[]>;
  /** Keeps a version aside; one that is kept already stays as it is. */
  setAside(shop: string, aside: DraftAside): Promise<void>;
  /** Drops a version that was kept aside. */
  dropAside(shop: string, id: string): Promise<void>;
  decide(shop: string, id: string, at: Temporal.Instant): Promise<void>;
}
