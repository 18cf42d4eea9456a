import type { ActionFunctionArgs } from "@remix-run/node";
import { requireShop } from "#app/http/require-shop.server.ts";
import { refreshFacts } from "#app/services/connection/refresh-facts.server.ts";

/** "Check again": reads impact.com now. The page asking for it loads its figures anew afterwards. */
export async function action(args: ActionFunctionArgs) {
  const { shop, deps } = await requireShop(args);
  return { outcome: await refreshFacts({ shop }, deps) };
}

export { routeHeaders as headers } from "#app/components/route-boundary.tsx";
