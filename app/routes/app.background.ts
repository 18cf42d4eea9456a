import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireShop } from "#app/http/require-shop.server.ts";
import { type AwaitedWork, showBackgroundWork } from "#app/services/watch/show-background-work.server.ts";

/** How far something is that a page waits for. Small, so that a page can ask often without loading itself anew. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps } = await requireShop(args);
  return showBackgroundWork({ shop, ...awaited(new URL(args.request.url).searchParams) }, deps);
}

function awaited(asked: URLSearchParams): AwaitedWork {
  const reference = asked.get("request");
  if (reference !== null) return { what: "request", reference };
  return { what: asked.get("what") === "export" ? "export" : "reading" };
}

export { routeHeaders as headers } from "#app/components/page/route-boundary.tsx";
