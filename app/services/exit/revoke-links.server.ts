import type { Temporal } from "temporal-polyfill";
import type { Work } from "#app/ports/index.ts";

/** Ends every link of one store at once, and with them all visits they opened; what their holders wrote down stays. */
export async function revokeLinks(
  { shop }: { shop: string },
  work: Pick<Work, "shops" | "links">,
  now: Temporal.Instant,
): Promise<"revoked" | "unknown-shop"> {
  if (!(await work.shops.find(shop))) return "unknown-shop";
  await work.links.revokeAll(shop, now);
  return "revoked";
}
