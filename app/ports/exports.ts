import type { Temporal } from "temporal-polyfill";
import type { AccountKey } from "./actions.ts";
import type { ReadFailure } from "./impact.ts";

/** What an export holds, in the order in which it is made. */
export const EXPORT_LISTS = ["actions", "contracts", "partners", "owed", "unread", "invoices"] as const;
export type ExportList = (typeof EXPORT_LISTS)[number];

/** Why an invoice PDF is not there: impact.com's answer, or no token to ask with. */
export type NotFetched = ReadFailure | { outcome: "not-connected" };

/**
 * `exists` is null while the list was never read: not known, which is not 0. `unread` are rows of impact.com's that the
 * list rests on and that could not be read; left out where there are none.
 */
export type Counted = { exists: number | null; exported: number; unread?: number | undefined };

export type ExportPlan = {
  /** What is written next; "lists" are the files about the others, which come last. */
  at: ExportList | "lists" | "end";
  /** Id after which the list goes on; empty at its start. */
  after: string;
  counted: Partial<Record<ExportList, Counted>>;
  missing: { invoiceId: string; why: NotFetched }[];
  /** impact.com allows the next call then; null when nothing waits. */
  waitUntil: string | null;
};

export type ExportRow = AccountKey & {
  id: string;
  locale: string;
  state: "running" | "done";
  /** Pieces written so far. */
  step: number;
  plan: ExportPlan;
  createdAt: Temporal.Instant;
  finishedAt: Temporal.Instant | null;
  expiresAt: Temporal.Instant;
};

/** Pieces of one name follow each other and make one file. */
export type ExportPart = { name: string; bytes: Uint8Array };

export interface ExportStore {
  /** Replaces the shop's earlier export; false, and nothing, while one is being made. */
  start(row: ExportRow): Promise<boolean>;
  /** The export the shop made last. */
  latest(shop: string): Promise<ExportRow | null>;
  find(shop: string, id: string): Promise<ExportRow | null>;
  /** Moves one step on and keeps its piece; false, and nothing, when another worker moved on meanwhile. */
  advance(
    seen: ExportRow,
    next: Pick<ExportRow, "plan" | "state" | "finishedAt">,
    part: ExportPart | null,
  ): Promise<boolean>;
  /** One piece at a time, so that memory holds one and no more. */
  parts(shop: string, id: string): AsyncIterable<ExportPart>;
  /** Of all shops: what waits, or was left behind by a crash. */
  unfinished(): Promise<{ shop: string; id: string; waitUntil: string | null }[]>;
  removeExpired(now: Temporal.Instant): Promise<void>;
  removeAll(shop: string): Promise<void>;
}

export type InvoiceFile = { invoiceId: string; sha256: string; fetchedAt: Temporal.Instant };

export interface InvoiceFileStore {
  /** Every file there is, or those of invoices behind one, without its bytes, ordered by invoice. */
  list(key: AccountKey, after?: string): Promise<InvoiceFile[]>;
  read(key: AccountKey, invoiceId: string): Promise<Uint8Array | null>;
  save(key: AccountKey, file: InvoiceFile & { bytes: Uint8Array }): Promise<void>;
  removeFetchedBefore(limit: Temporal.Instant): Promise<void>;
  removeAll(shop: string): Promise<void>;
}
