import { handleShopRedact } from "#app/services/uninstall/handle-shop-redact.server.ts";
import { handleUninstall } from "#app/services/uninstall/handle-uninstall.server.ts";
import { noteStoreNews } from "#app/services/uninstall/note-store-news.server.ts";
import { planOf, stopOfPlan } from "#app/services/uninstall/store-stop.ts";
import type { Deps } from "../deps.ts";

type Input = { shop: string; webhookId: string };

/** Does what a stored webhook asks for, once. Throws when it must be tried again. */
export async function handleWebhook(
  input: Input,
  deps: Pick<Deps, "db" | "clock" | "access" | "settings">,
): Promise<string> {
  const delivery = await deps.db.webhooks.find(input.shop, input.webhookId);
  if (!delivery) return "unknown-delivery";
  if (delivery.handledAt) return "handled-before";
  const finish = async (outcome: string) => {
    const { shops, webhooks } = deps.db;
    // Of a store that was erased not even a late copy of the order to do so stays.
    if ((await shops.find(input.shop)) === null) await webhooks.remove(input.shop, input.webhookId);
    else await webhooks.markHandled(input.shop, input.webhookId, outcome, deps.clock.now());
    return outcome;
  };
  switch (delivery.topic) {
    case "app/uninstalled":
      return finish(await handleUninstall({ shop: input.shop, triggeredAt: delivery.triggeredAt }, deps));
    case "shop/redact":
      return finish(await handleShopRedact({ shop: input.shop }, deps));
    case "shop/update": {
      const stop = stopOfPlan(planOf(delivery.body));
      return finish(await noteStoreNews({ shop: input.shop, stop, at: delivery.triggeredAt }, deps));
    }
    case "customers/data_request":
    case "customers/redact":
      // The app asks for no customer or order scope and stores no customer data (docs/privacy.md).
      return finish("nothing-held");
    default:
      // Scopes live in the session, which Shopify's library renews at its next token exchange.
      return finish("noted");
  }
}
