import type { Alert, RequestState } from "#app/domain/index.ts";

/** What happened to a merchant's account or request, for automations of their own (Shopify Flow). */
export type MerchantEvent =
  /** The next card charge is another one than was told last; `on` is a day of the account's zone. */
  | {
      type: "next-charge-changed";
      /** Whole minor units of an ISO 4217 currency. */
      amount: { minor: number; currency: string };
      on: string | null;
    }
  /**
   * A closing task that was done came undone; `leftovers` name the first of `count` things. Events written before there was
   * a count have none.
   */
  | { type: "closing-task-reopened"; task: string; leftovers: string[]; count?: number | undefined }
  /** A limit the merchant set was reached. `on` is the day of the charge, or of what is now the earliest closing. */
  | {
      type: "alert-crossed";
      alert: Alert;
      amount: { minor: number; currency: string } | null;
      /** In the same currency. */
      limitMinor: number | null;
      on: string | null;
      movedDays: number | null;
    }
  /** `at` is an instant in ISO 8601, UTC. */
  | { type: "closing-request-status-changed"; reference: string; state: RequestState; at: string };

export type MerchantEventType = MerchantEvent["type"];

/** Where such events go. Called inside the transaction that makes them true: an event is told at least once. */
export interface MerchantEvents {
  publish(shop: string, event: MerchantEvent): Promise<void>;
}
