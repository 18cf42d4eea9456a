import { loadAccount } from "../account/load-account.server.ts";
import type { Deps } from "../deps.ts";
import { eraseShop } from "./erase-shop.server.ts";
import { keepReasons } from "./keep-reasons.server.ts";

/** Shopify's order to erase comes after two days; should it never come, we erase on our own after this many. */
const WITHOUT_ORDER_DAYS = 30;

export type EraseWhenFreeOutcome = "erased" | "kept" | "not-yet" | "not-left";

/**
 * Erases a shop that left once nothing keeps its data: at once when the order came before, otherwise after a month.
 * Who had something kept gets a last mail that it is over.
 */
export async function eraseWhenFree(
  input: { shop: string },
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<EraseWhenFreeOutcome> {
  const now = deps.clock.now();
  const closed = (await loadAccount(input, deps))?.state === "closed";
  return deps.db.transact(async (work) => {
    const shop = await work.shops.find(input.shop);
    if (!shop?.uninstalledAt) return "not-left";
    const reasons = await keepReasons(shop, work, { nowMs: now.epochMilliseconds, closed });
    if (reasons.length > 0) return "kept";
    const due = await work.erasuresDue.find(input.shop);
    if (!due && now.since(shop.uninstalledAt).total("hours") < WITHOUT_ORDER_DAYS * 24) return "not-yet";
    const cause = due?.cause === "merchant-asked" ? due.cause : "nothing-left-to-do";
    const erasure = { shop, cause, notify: due !== null } as const;
    await eraseShop(erasure, work, { now, settings: deps.settings });
    return "erased";
  });
}
