import type { Company, ShopRow } from "#app/ports/index.ts";
import type { KnownBodies } from "./known-bodies.ts";
import type { StatedFacts } from "./stated-facts.ts";

/**
 * Currency and zone every amount and day of the account is in: impact.com's word, else the merchant's, else the
 * shop's. The actions are kept and shown by the same rule, so that they never mean two things.
 */
export function currencyAndZone(
  facts: StatedFacts,
  bodies: KnownBodies,
  shop: Pick<ShopRow, "currency" | "timeZone"> | null,
): { currency: string; timeZone: string } {
  const company = bodies.CompanyInformation as Company | undefined;
  return {
    currency: company?.currency ?? facts.currency ?? shop?.currency ?? "USD",
    timeZone: company?.timeZone ?? facts.timeZone ?? shop?.timeZone ?? "UTC",
  };
}
