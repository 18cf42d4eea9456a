import { randomBytes } from "node:crypto";
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { NonceProvider } from "./components/page/nonce.ts";
import { EMBEDDED_REFERRER, embeddedPolicy } from "./http/embedded-policy.ts";
import { isEmbedded } from "./http/security-headers.ts";
import { shopNamedIn } from "./http/shop-address.ts";
import { LONGEST_PAGE_MS, streamPage } from "./http/stream-page.server.ts";
import "./load-context.ts";

/** Streams the page. Nobody may frame it unless Shopify's header says so for an embedded page; only our scripts run. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const nonce = randomBytes(16).toString("base64");
  // On any other page Shopify's header would let the shop named in the address frame it; those get ours (security-headers.ts).
  const url = new URL(request.url);
  if (isEmbedded(url.pathname)) {
    if (shopNamedIn(url)) context.container.shopify.addDocumentResponseHeaders(request, headers);
    const { APP_BRIDGE_URL, SERVE } = context.container.config;
    const sources = { appBridgeUrl: APP_BRIDGE_URL, inline: [`'nonce-${nonce}'`], live: SERVE === "live" };
    headers.set("content-security-policy", embeddedPolicy(headers.get("content-security-policy"), sources));
    headers.set("referrer-policy", EMBEDDED_REFERRER);
  }
  headers.set("content-type", "text/html; charset=utf-8");
  let code = status;
  const body = await streamPage(
    <NonceProvider value={nonce}>
      <RemixServer context={remix} url={request.url} abortDelay={LONGEST_PAGE_MS} />
    </NonceProvider>,
    {
      nonce,
      whole: isbot(request.headers.get("user-agent") ?? ""),
      onError: (error) => {
        code = 500;
        context.container.log.error({ err: error }, "render");
      },
    },
  );
  return new Response(createReadableStreamFromReadable(body), { headers, status: code });
}

/**
 * Faults go to the log with their type; the person gets the error page without a stack. What Remix itself refuses, such
 * as a method no page knows, is no fault: its words repeat the address and say no more than the status.
 */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted) return;
  const { log } = context.container;
  const path = new URL(request.url).pathname;
  if (isRouteErrorResponse(error))
    log.warn({ status: error.status, method: request.method, path }, "refused");
  else log.error({ err: error, path }, "request failed");
}
