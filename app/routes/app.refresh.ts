import type { ActionFunctionArgs } from "@remix-run/node";
import { requireShop } from "#app/http/require-shop.server.ts";
import { checkEverything } from "#app/services/watch/check-everything.server.ts";

/**
 * "Check again": reads impact.com now. The page asking for it loads its figures anew afterwards. Pages ask by themselves,
 * so a fault, a full disk say, must not put an error page in the place of what they show.
 */
export async function action(args: ActionFunctionArgs) {
  const { shop, deps } = await requireShop(args);
  try {
    return { outcome: await checkEverything({ shop }, deps) };
  } catch (error) {
    deps.log.error({ err: error }, "what impact.com answered could not be kept");
    return { outcome: "not-kept" as const };
  }
}

export { routeHeaders as headers } from "#app/components/page/route-boundary.tsx";
