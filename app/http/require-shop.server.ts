import type { LoaderFunctionArgs } from "@remix-run/node";
import { nearestLocale } from "#app/messages/locales.ts";
import type { Deps } from "#app/services/deps.ts";
import { learnName } from "#app/services/history/who.server.ts";
import { leadToOpening } from "./opening.server.ts";
import { comesFromAdmin } from "./shop-address.ts";
import { touchShop } from "./touch-shop.server.ts";
import "../load-context.ts";

/**
 * Authenticates an embedded request and says whose it is; who does not come from an admin learns where Settled is
 * opened. Every loader and action calls it by itself: Remix runs them
 * in parallel, so that a parent's check protects nothing. The token decides the shop; a differing `shop` in the
 * address is refused, because the frame policy was set for that one.
 */
export async function requireShop({ request, context }: Pick<LoaderFunctionArgs, "request" | "context">) {
  const { container, reads } = context;
  const pageDeps: Deps = { ...container.deps, db: reads.db };
  const url = new URL(request.url);
  if (!request.headers.get("authorization") && !comesFromAdmin(url)) throw leadToOpening(request);
  const { admin, session, sessionToken } = await container.shopify.authenticate
    .admin(request)
    .catch((refusal: unknown) => {
      // A token that is only too old is refused as well: App Bridge brings a new one.
      if (isRefusedToken(refusal, request)) container.log.warn({}, "a session token was refused");
      // The library passes on what Shopify's API said, with the 200 that came with it: no page, and no success either.
      if (isBrokenAnswer(refusal)) throw new Response(null, { status: 502 });
      throw refusal;
    });
  const { shop } = session;
  const seconds = await container.storeRateLimit.count(shop);
  if (seconds !== null)
    throw new Response(null, { status: 429, headers: { "retry-after": String(seconds) } });
  const asked = url.searchParams;
  const named = asked.get("shop");
  if (named && named !== shop) throw new Response(null, { status: 400 });
  // The library's own hook runs for one of the parallel loaders only; the others must not meet a shop unknown.
  const known = await reads.db.shops.find(shop);
  if (!known || known.uninstalledAt) {
    await container.install({ shop, graphql: (query) => admin.graphql(query) });
    reads.forget();
  }
  // A page that comes with a newly chosen language must read nothing written for the old one, in any of its loaders.
  const locale = asked.has("locale") ? nearestLocale(asked.get("locale")) : null;
  if (locale && locale !== known?.locale) await touchShop({ shop, locale }, pageDeps);
  const { deps, turns } = container;
  const actor = sessionToken.sub ?? "staff";
  return {
    shop,
    actor,
    deps,
    /** For a page's loader: what several of its loaders need is asked of the database once. */
    pageDeps,
    turns,
    /** Before something is done whose doer others must be able to see. */
    learnName: () => learnName({ shop, actor, sessionToken: rawToken(request) }, deps),
  };
}

/** Shopify's library answers a token it does not take with a 401, or leads a page on to fetch another one. */
const isRefusedToken = (refusal: unknown, request: Request): boolean =>
  refusal instanceof Response &&
  (refusal.status === 401 || (refusal.status < 400 && !isBrokenAnswer(refusal))) &&
  rawToken(request) !== "";

/** An answer of Shopify's API that the library could not use, in place of a page that leads the browser on. */
export const isBrokenAnswer = (refusal: unknown): boolean =>
  refusal instanceof Response &&
  refusal.status < 300 &&
  (refusal.headers.get("content-type") ?? "").startsWith("application/json");

/** App Bridge sends it in the header; a page that is opened by its address has it there. */
function rawToken(request: Request): string {
  const header = /^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "")?.[1];
  return header ?? new URL(request.url).searchParams.get("id_token") ?? "";
}
