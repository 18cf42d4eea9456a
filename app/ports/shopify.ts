import type { Temporal } from "temporal-polyfill";

/** What the shop says about itself while the app is installed. */
export type ShopProfile = {
  shopifyId: string;
  name: string;
  email: string | null;
  timeZone: string;
  currency: string;
};

/**
 * Whether a shop's stored access still works: the proof behind an uninstall webhook, which is only a hint. `gone` is
 * Shopify's own refusal; with `no-token` there was nothing left to ask with.
 */
export interface ShopAccess {
  probe(shop: string): Promise<"live" | "gone" | "no-token" | "unknown">;
}

/** What Shopify tells the app's partner account of a store: that it removed the app, or itself closed or opened again. */
export type RelationEvent = {
  shop: string;
  occurredAt: Temporal.Instant;
  kind: "uninstalled" | "deactivated" | "reactivated";
};

/** Uninstalls and closed stores as Shopify tells them to the app's partner account, whether or not a webhook came. */
export interface UninstallFeed {
  since(at: Temporal.Instant): Promise<RelationEvent[]>;
}
