import type { Temporal } from "temporal-polyfill";

export type MailState = "pending" | "sent" | "dropped";

export type MailRow = {
  id: string;
  shop: string;
  purpose:
    | "operator-alert"
    | "uninstall-warning"
    | "closing-receipt"
    | "new-link"
    | "fee-reminder"
    | "exit-code"
    | "status-change"
    | "refund-late"
    | "charge-question"
    | "follow-up"
    | "task-reopened"
    | "account-news"
    | "final";
  dedupeKey: string;
  messageId: string;
  recipient: string;
  locale: string;
  content: Record<string, unknown>;
  requestId: string | null;
  state: MailState;
  attempts: number;
  lastError: string | null;
  createdAt: Temporal.Instant;
  sentAt: Temporal.Instant | null;
  /** The header lines it left with, without the ones that carry a signed link; null before, and for older mails. */
  headers: string | null;
};

export interface MailStore {
  /** False when a mail of this dedupe key exists: it is not written again. */
  add(mail: MailRow): Promise<boolean>;
  findById(shop: string, id: string): Promise<MailRow | null>;
  /** The mails of these Message-IDs; of all shops, because neither a bounce nor a provider's log names one. */
  withMessageIds(messageIds: string[]): Promise<MailRow[]>;
  /** How many mails of this purpose were written for the shop since then. */
  countSince(shop: string, purpose: MailRow["purpose"], since: Temporal.Instant): Promise<number>;
  /** The mails that belong to one closing request, oldest first. */
  ofRequest(shop: string, requestId: string): Promise<MailRow[]>;
  markSent(shop: string, id: string, at: Temporal.Instant, headers?: string): Promise<void>;
  markDropped(shop: string, id: string, reason: string): Promise<void>;
  markFailed(shop: string, id: string, error: string): Promise<void>;
  /** For the last mail to a shop that was erased: its row goes as well. */
  remove(shop: string, id: string): Promise<void>;
}
