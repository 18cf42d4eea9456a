import type { LoaderFunctionArgs } from "@remix-run/node";
import { pageTitle } from "#app/components/page/page-title.ts";
import { requireShop } from "#app/http/require-shop.server.ts";

/** An address of the app that does not exist: the app's own page says so, with the menu still there. */
export async function loader(args: LoaderFunctionArgs) {
  await requireShop(args);
  throw new Response(null, { status: 404 });
}

export const meta = pageTitle("problem.notFound");

export default function Missing() {
  return null;
}

export {
  RouteErrorBoundary as ErrorBoundary,
  routeHeaders as headers,
} from "#app/components/page/route-boundary.tsx";
