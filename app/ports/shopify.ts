/** What the shop says about itself while the app is installed. */
export type ShopProfile = {
  shopifyId: string;
  name: string;
  email: string | null;
  timeZone: string;
  currency: string;
};

/** Whether a shop's stored access still works: the proof behind an uninstall webhook, which is only a hint. */
export interface ShopAccess {
  probe(shop: string): Promise<"live" | "gone" | "unknown">;
}
