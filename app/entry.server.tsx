import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { isEmbedded } from "./http/security-headers.ts";
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
  // On any other page Shopify's header would let the shop named in the address frame it; those get ours (safe-answers.ts).
  if (isEmbedded(new URL(request.url).pathname)) {
    if (!headers.has("content-security-policy"))
      headers.set("content-security-policy", "frame-ancestors 'none'");
    context.container.shopify.addDocumentResponseHeaders(request, headers);
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
