import { type Locale, nearestLocale } from "#app/messages/locales.ts";
import type { Deps } from "../deps.ts";

/** The language the merchant reads, by what Shopify said last; English of a shop nobody knows. */
export async function shopLocale({ shop }: { shop: string }, { db }: Pick<Deps, "db">): Promise<Locale> {
  return nearestLocale((await db.shops.find(shop))?.locale);
}
