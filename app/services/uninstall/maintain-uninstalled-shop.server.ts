import type { Deps } from "../deps.ts";
import { watchShop } from "../watch/watch-shop.server.ts";
import { eraseWhenFree } from "./erase-when-free.server.ts";
import { remindBeforeFee } from "./remind-before-fee.server.ts";
import { watchAccount } from "./watch-account.server.ts";

/**
 * What is due, this hour, for one shop that left: watch, remind, erase. Each is right to be done twice. Only when all of it
 * was done is the shop noted as looked after; one that stays without is told to the operator.
 */
export async function maintainUninstalledShop(
  input: { shop: string },
  deps: Pick<Deps, "db" | "clock" | "impact" | "seal" | "settings">,
): Promise<string> {
  const watched = await watchAccount(input, deps);
  if (watched === "watched") await watchShop(input, deps);
  const reminded = await remindBeforeFee(input, deps);
  const erased = await eraseWhenFree(input, deps);
  await deps.db.shopIndex.markTended(input.shop, deps.clock.now());
  return `${watched}, ${reminded}, ${erased}`;
}
