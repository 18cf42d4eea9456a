import type { LoaderFunctionArgs } from "@remix-run/node";
import "../load-context.ts";

/**
 * Authenticates an embedded request and says whose it is. Every loader and action calls it by itself: Remix runs them
 * in parallel, so that a parent's check protects nothing. The token decides the shop; a differing `shop` in the
 * address is refused, because the frame policy was set for that one.
 */
export async function requireShop({ request, context }: Pick<LoaderFunctionArgs, "request" | "context">) {
  const { container } = context;
  const { admin, session, sessionToken } = await container.shopify.authenticate.admin(request);
  const { shop } = session;
  const named = new URL(request.url).searchParams.get("shop");
  if (named && named !== shop) throw new Response(null, { status: 400 });
  // The library's own hook runs for one of the parallel loaders only; the others must not meet a shop unknown.
  const known = await container.deps.db.shops.find(shop);
  if (!known || known.uninstalledAt)
    await container.install({ shop, graphql: (query) => admin.graphql(query) });
  return { shop, actor: sessionToken.sub ?? "staff", deps: container.deps };
}
