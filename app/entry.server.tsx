import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { isEmbedded } from "./http/security-headers.ts";
import { shopNamedIn } from "./http/shop-address.ts";
import { withoutNulls } from "./http/without-nulls.server.ts";
import "./load-context.ts";

const ABORT_DELAY_MS = 10_000;

/** Streams the page. Nobody may frame it unless Shopify's header says so for an embedded page. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  // On any other page Shopify's header would let the shop named in the address frame it; those get ours (security-headers.ts).
  const url = new URL(request.url);
  if (isEmbedded(url.pathname)) {
    if (!headers.has("content-security-policy"))
      headers.set("content-security-policy", "frame-ancestors 'none'");
    if (shopNamedIn(url)) context.container.shopify.addDocumentResponseHeaders(request, headers);
  }
  headers.set("content-type", "text/html; charset=utf-8");
  const ready = isbot(request.headers.get("user-agent") ?? "") ? "onAllReady" : "onShellReady";
  return new Promise((resolve, reject) => {
    let code = status;
    const { pipe, abort } = renderToPipeableStream(
      <RemixServer context={remix} url={request.url} abortDelay={ABORT_DELAY_MS} />,
      {
        [ready]: () => {
          const body = withoutNulls();
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: code }));
          pipe(body);
        },
        onShellError: reject,
        onError: (error) => {
          code = 500;
          context.container.log.error({ err: error }, "render");
        },
      },
    );
    setTimeout(abort, ABORT_DELAY_MS).unref();
  });
}

/** Faults go to the log with their type; the person gets the error page without a stack. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted) return;
  const { pathname } = new URL(request.url);
  context.container.log.error(
    { err: error, path: pathname.replace(/^\/(l|stop)\/.*/, "/$1/…") },
    "request failed",
  );
}
