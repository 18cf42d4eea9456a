import type { ActionFunctionArgs } from "@remix-run/node";
import { requireShop } from "#app/http/require-shop.server.ts";
import { checkEverything } from "#app/services/watch/check-everything.server.ts";

/** "Check again": reads impact.com now. The page asking for it loads its figures anew afterwards. */
export async function action(args: ActionFunctionArgs) {
  const { shop, deps } = await requireShop(args);
  return { outcome: await checkEverything({ shop }, deps) };
}

export { routeHeaders as headers } from "#app/components/page/route-boundary.tsx";
