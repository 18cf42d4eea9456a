import { unfinishedRequest } from "#app/services/account/unfinished-request.server.ts";
import type { Deps } from "../deps.ts";
import { eraseShop } from "./erase-shop.server.ts";

type Input = { shop: string; openRequest: "keep-until-it-ends" | "delete-too" | null };
export type DeleteMyDataOutcome = "erased" | "due" | "choose" | "still-installed" | "unknown-shop";

/**
 * The merchant's own wish to be forgotten. An open closing request is their decision: it goes too, or its data stays
 * until it ends; nothing is assumed. A shop with the app still installed would only be recorded again.
 */
export async function deleteMyData(
  input: Input,
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<DeleteMyDataOutcome> {
  const now = deps.clock.now();
  return deps.db.transact(async (work) => {
    const shop = await work.shops.find(input.shop);
    if (!shop) return "unknown-shop";
    if (!shop.uninstalledAt) return "still-installed";
    const open = await unfinishedRequest(input.shop, work);
    if (open && input.openRequest === null) return "choose";
    if (open && input.openRequest === "keep-until-it-ends") {
      await work.connections.remove(input.shop);
      await work.snapshots.removeAll(input.shop);
      await work.choices.save(
        input.shop,
        (await work.choices.all(input.shop)).map((choice) => ({
          ...choice,
          granted: false,
          decidedAt: now,
          decidedBy: "signed-link",
        })),
      );
      await work.erasuresDue.add({ shop: input.shop, cause: "merchant-asked", askedAt: now });
      return "due";
    }
    await eraseShop({ shop, cause: "merchant-asked", notify: true }, work, { now, settings: deps.settings });
    return "erased";
  });
}

/** What the page with the delete button starts from; `reference` is that of a request that is still open. */
export async function showDeletion({ shop }: { shop: string }, { db }: Pick<Deps, "db">) {
  const known = await db.shops.find(shop);
  const open = await unfinishedRequest(shop, db);
  return {
    shopName: known?.name ?? shop,
    reference: open?.reference ?? null,
  };
}
