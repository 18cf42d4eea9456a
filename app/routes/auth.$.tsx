import type { LoaderFunctionArgs } from "@remix-run/node";

/** Shopify's session-token bounce and exit-iframe pages; the library answers them all. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await context.container.shopify.authenticate.admin(request);
  return null;
}
