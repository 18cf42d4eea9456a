import type { HeadersFunction } from "@remix-run/node";
import { useRouteError } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { ProblemPage } from "./problem-page.tsx";

/** Shopify's retry and frame headers must leave with every answer, also from a leaf route. */
export const routeHeaders: HeadersFunction = (args) => boundary.headers(args);

/** For a page: the layout around it, with the navigation, stays. */
export const RouteErrorBoundary = () => <EmbeddedProblem inLayout />;

/** For the layout itself. */
export const LayoutErrorBoundary = () => <EmbeddedProblem inLayout={false} />;

function EmbeddedProblem({ inLayout }: { inLayout: boolean }) {
  const fromShopify = (thrown: unknown) => boundary.error(thrown);
  return <ProblemPage error={useRouteError()} embedded={{ fromShopify, inLayout }} />;
}
