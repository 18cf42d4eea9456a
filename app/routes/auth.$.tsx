import type { LoaderFunctionArgs } from "@remix-run/node";
import { EMBEDDED_REFERRER, embeddedPolicy, scriptHashes } from "#app/http/embedded-policy.ts";

/** Shopify's session-token bounce and exit-iframe pages; the library makes them all, and our policy goes with them. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shopify, config } = context.container;
  try {
    await shopify.authenticate.admin(request);
    return null;
  } catch (thrown) {
    const isPage = thrown instanceof Response && thrown.headers.get("content-type")?.startsWith("text/html");
    if (!isPage) throw thrown;
    const html = await thrown.text();
    const headers = new Headers(thrown.headers);
    const sources = { appBridgeUrl: config.APP_BRIDGE_URL, inline: scriptHashes(html), live: false };
    headers.set("content-security-policy", embeddedPolicy(headers.get("content-security-policy"), sources));
    headers.set("referrer-policy", EMBEDDED_REFERRER);
    throw new Response(html, { status: thrown.status, headers });
  }
}
