import type { ActionFunctionArgs } from "@remix-run/node";
import { readLimited } from "../http/read-limited.server.ts";
import { withTimeout } from "../http/with-timeout.ts";
import { recordWebhook } from "../services/webhooks/record-webhook.server.ts";

/** Far above Shopify's largest shop record and far below what could hurt us. */
const MAX_WEBHOOK_BYTES = 256 * 1024;

/** Shopify hangs up after five seconds; a 503 before that tells it, and us, what happened. */
const STORE_MS = 4_000;

const REJECTED_STATUS = { topic: 404, shop: 400, id: 400, json: 400, shape: 400, tenant: 400 } as const;

/** All webhooks of shopify.app.toml. Signature first, then one commit, then the answer; no session is loaded. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { verifyWebhook, deps, log } = context.container;
  if (request.method !== "POST") return new Response(null, { status: 405 });
  const rawBody = await readLimited(request, MAX_WEBHOOK_BYTES);
  // What is left of the body is not wanted: the line is closed after the answer.
  if (rawBody === null) return new Response(null, { status: 413, headers: { connection: "close" } });
  const check = await verifyWebhook(request, rawBody);
  if (check.outcome === "refused") {
    log.warn({ status: check.status }, "webhook refused");
    return new Response(null, { status: check.status });
  }
  const { webhookId, topic, shopHeader: shop } = check.webhook;
  const result = await withTimeout(recordWebhook(check.webhook, deps), STORE_MS).catch((error: unknown) => {
    log.error({ err: error, webhookId, topic }, "webhook could not be stored");
    return null;
  });
  // Nothing was stored, or the answer to that got lost: Shopify sends it again, and a copy changes nothing (C7).
  if (result === null) return new Response(null, { status: 503, headers: { "retry-after": "60" } });
  if (result.outcome === "rejected") {
    log.warn({ webhookId, topic, reason: result.reason }, "signed webhook rejected");
    return new Response(null, { status: REJECTED_STATUS[result.reason] });
  }
  log.info({ webhookId, topic, shop, outcome: result.outcome }, "webhook");
  return new Response(null, { status: 200 });
}

export const loader = () => new Response(null, { status: 405, headers: { allow: "POST" } });
