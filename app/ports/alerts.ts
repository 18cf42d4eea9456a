import type { Temporal } from "temporal-polyfill";
import type { Alert, AlertLimits, AlertMark } from "#app/domain/index.ts";

/** What a store wants to hear of, with the day and person of the last change. */
export type AlertSettingRecord = {
  limits: AlertLimits;
  setAt: Temporal.Instant;
  setBy: string;
  /** The consent to mails, with the day and person of its own; null while nobody decided. */
  mail: AlertConsent | null;
};

export type AlertConsent = { granted: boolean; decidedAt: Temporal.Instant; decidedBy: string };

/** `seenAt` is when somebody in the store put the news away. */
export type AlertMarkRecord = AlertMark & {
  accountSid: string;
  changedAt: Temporal.Instant;
  seenAt: Temporal.Instant | null;
};

/** The limits of a store, and how each alert was last known to stand. */
export interface AlertStore {
  setting(shop: string): Promise<AlertSettingRecord | null>;
  saveSetting(shop: string, setting: AlertSettingRecord): Promise<void>;
  marks(shop: string): Promise<AlertMarkRecord[]>;
  /** Puts `next` in the place of `seen` (null for none); false, and nothing, when another look changed it meanwhile. */
  move(shop: string, seen: AlertMarkRecord | null, next: AlertMarkRecord): Promise<boolean>;
  /** Forgets how these stood: they begin anew. */
  forget(shop: string, alerts: readonly Alert[]): Promise<void>;
  /** Puts the news of an alert away, if it is still the one of that moment. */
  see(shop: string, alert: Alert, changedAt: Temporal.Instant, at: Temporal.Instant): Promise<void>;
}
