import type { CheckKind } from "./request-checks.ts";

/** The background work there is. Payloads hold ids only; the handler re-reads the truth. */
export type Job =
  | { name: "handle-webhook"; data: { shop: string; webhookId: string } }
  | { name: "deliver-mail"; data: { shop: string; mailId: string } }
  | { name: "sync-actions"; data: { shop: string; purpose: "continue" | "nightly" } }
  | { name: "deliver-ticket"; data: { shop: string; ticketId: string } }
  | { name: "make-export"; data: { shop: string; exportId: string } }
  | { name: "confirm-uninstall"; data: { shop: string; triggeredAt: string | null } }
  | { name: "tend-left-shop"; data: { shop: string } }
  | { name: "send-new-link"; data: { shop: string } }
  | { name: "check-request"; data: { shop: string; requestId: string; kind: CheckKind } }
  | { name: "send-merchant-event"; data: { shop: string; eventId: string } };

export type JobName = Job["name"];

/** Work that comes round by the clock and finds its shops itself. */
export const SWEEP_NAMES = ["hourly-round", "nightly-round", "alarm-round"] as const;
export type SweepName = (typeof SWEEP_NAMES)[number];
