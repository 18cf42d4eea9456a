import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { requireShop } from "#app/http/require-shop.server.ts";
import { inTurn } from "#app/http/turns.ts";
import { explain } from "#app/services/account/explain.server.ts";

/** What stands behind one figure, asked for by its path, such as `preview.thisMonth.fee.low`. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps, turns } = await requireShop(args);
  const figure = new URL(args.request.url).searchParams.get("figure") ?? "";
  return inTurn({ turns, shop, request: args.request }, async () =>
    json(await explain({ shop, figure }, deps)),
  );
}

export { routeHeaders as headers } from "#app/components/page/route-boundary.tsx";
