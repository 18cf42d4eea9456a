import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireShop } from "#app/http/require-shop.server.ts";
import { showPlaces } from "#app/services/account/show-places.server.ts";

/** The places of the navigation, asked for again when a form may have changed the kind of account. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps } = await requireShop(args);
  return await showPlaces({ shop }, deps);
}

export const shouldRevalidate = () => false;
