import { z } from "zod";
import { readJson } from "#app/domain/index.ts";
import type { ShopProfile } from "#app/ports/index.ts";

const QUERY = `#graphql
  query SettledShopProfile {
    shop { id name email ianaTimezone currencyCode }
  }`;

const answer = z.object({
  data: z.object({
    shop: z.object({
      id: z.string(),
      name: z.string(),
      email: z.string().nullish(),
      ianaTimezone: z.string(),
      currencyCode: z.string(),
    }),
  }),
});

/** Asks the shop for what must be known before an uninstall makes it impossible to ask. */
export async function readShopProfile(graphql: (query: string) => Promise<Response>): Promise<ShopProfile> {
  const response = await graphql(QUERY);
  const { shop } = answer.parse(readJson(await response.text())).data;
  return {
    shopifyId: shop.id,
    name: shop.name,
    email: shop.email ?? null,
    timeZone: shop.ianaTimezone,
    currency: shop.currencyCode,
  };
}
