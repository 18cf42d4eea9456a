import type { LoaderFunctionArgs } from "@remix-run/node";
import { nearestLocale } from "#app/messages/locales.ts";
import { EMBEDDED_REFERRER, embeddedPolicy, scriptHashes } from "./embedded-policy.ts";
import "../load-context.ts";

/**
 * The page that gets a new session token from the admin: what Shopify's library answers, as a document with a language and a
 * title, which the library leaves out. The `shop` in the address must have been checked: it goes into a header.
 */
export async function bounce({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const { authenticate } = context.container.shopify;
  const thrown: unknown = await authenticate.admin(request).catch((error: unknown) => error);
  if (!(thrown instanceof Response)) throw thrown;
  if (thrown.status !== 200) return thrown;
  const lang = nearestLocale(new URL(request.url).searchParams.get("locale"));
  const head = `<meta charset="utf-8"><title>Settled</title>${await thrown.text()}`;
  const headers = new Headers(thrown.headers);
  const { APP_BRIDGE_URL } = context.container.config;
  const sources = { appBridgeUrl: APP_BRIDGE_URL, inline: scriptHashes(head), live: false };
  headers.set("content-security-policy", embeddedPolicy(headers.get("content-security-policy"), sources));
  headers.set("referrer-policy", EMBEDDED_REFERRER);
  return new Response(`<!doctype html><html lang="${lang}"><head>${head}</head></html>`, { headers });
}
