import type { LoaderFunctionArgs } from "@remix-run/node";
import { bounce } from "#app/http/bounce.server.ts";
import { leadToOpening } from "#app/http/opening.server.ts";
import { shopNamedIn } from "#app/http/shop-address.ts";

/** Gets a new session token and loads what was asked for again. Shopify's library would put any `shop` into its header. */
export const loader = (args: LoaderFunctionArgs): Promise<Response> | Response =>
  shopNamedIn(new URL(args.request.url)) ? bounce(args) : leadToOpening(args.request);
