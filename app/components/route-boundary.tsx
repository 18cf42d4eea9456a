import type { HeadersFunction } from "@remix-run/node";
import { useRouteError } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { ProblemPage } from "./problem-page.tsx";

/** Shopify's retry and frame headers must leave with every answer, also from a leaf route. */
export const routeHeaders: HeadersFunction = (args) => boundary.headers(args);

export function RouteErrorBoundary() {
  return (
    <ProblemPage error={useRouteError()} embedded={{ fromShopify: (thrown) => boundary.error(thrown) }} />
  );
}
