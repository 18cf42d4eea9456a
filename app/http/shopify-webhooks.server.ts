import type { IncomingMessage, RequestListener } from "node:http";
import type { Container } from "#app/container.server.ts";
import { saveWebhook } from "#app/services/webhooks/save-webhook.server.ts";
import { clientAddress } from "./client-address.ts";
import { answerHeaders } from "./security-headers.ts";
import { withTimeout } from "./with-timeout.ts";

/** Far above Shopify's largest shop record and far below what could hurt us. */
const MAX_WEBHOOK_BYTES = 256 * 1024;

/** Shopify hangs up after five seconds; a 503 before that tells it, and us, what happened. */
const STORE_MS = 4_000;

const REJECTED_STATUS = { topic: 404, shop: 400, id: 400, json: 400, shape: 400, tenant: 400 } as const;

const PATH = /^\/webhooks\/shopify\/?(\?|$)/;

export const isShopifyWebhook = ({ url = "" }: Pick<IncomingMessage, "url">): boolean => PATH.test(url);

type Answer = { status: number; headers?: Record<string, string> };
/** What is left of a request is not wanted: the connection is closed after the answer. */
const CLOSE = { connection: "close" };

/**
 * All webhooks of shopify.app.toml, without a framework: Shopify sends them in bursts and gives up after five seconds.
 * Signature first, then one commit, then the answer; no session is loaded.
 */
export function shopifyWebhooks(container: Container): RequestListener {
  const { HSTS_SUBDOMAINS, SHOPIFY_APP_URL } = container.config;
  const always = answerHeaders(SHOPIFY_APP_URL, { subdomains: HSTS_SUBDOMAINS === "yes" });
  return (request, response) => {
    const cameAt = performance.now();
    const answer = ({ status, headers }: Answer) => {
      response.writeHead(status, { ...always, "content-length": "0", ...headers }).end();
      container.metrics?.webhookAnswered(status, (performance.now() - cameAt) / 1_000);
    };
    takeWebhook(request, container).then(answer, (error: unknown) => {
      // A sender that goes before its body has come is not told anything.
      if (request.destroyed && !request.complete) return;
      container.log.error({ err: error }, "request failed");
      answer({ status: 500 });
    });
  };
}

async function takeWebhook(request: IncomingMessage, container: Container): Promise<Answer> {
  const { config, deps, log, verifyWebhook, webhookRateLimit } = container;
  const seconds = await webhookRateLimit.count(clientAddress(request, config.TRUSTED_PROXIES));
  if (seconds !== null) return { status: 429, headers: { ...CLOSE, "retry-after": String(seconds) } };
  if (request.method !== "POST") return { status: 405, headers: { allow: "POST" } };
  const body = await readBody(request, MAX_WEBHOOK_BYTES);
  if (body === null) return { status: 413, headers: CLOSE };
  const check = verifyWebhook(request.headers, body);
  if (check.outcome === "refused") {
    log.warn({ status: check.status }, "webhook refused");
    return { status: check.status };
  }
  const { webhookId, topic, shopHeader: shop } = check.webhook;
  const result = await withTimeout(saveWebhook(check.webhook, deps), STORE_MS).catch((error: unknown) => {
    log.error({ err: error, webhookId, topic }, "webhook could not be stored");
    return null;
  });
  // Nothing was stored, or the answer to that got lost: Shopify sends it again, and a copy changes nothing (C7).
  if (result === null) return { status: 503, headers: { "retry-after": "60" } };
  if (result.outcome === "rejected") {
    log.warn({ webhookId, topic, reason: result.reason }, "signed webhook rejected");
    return { status: REJECTED_STATUS[result.reason] };
  }
  log.info({ webhookId, topic, shop, outcome: result.outcome }, "webhook");
  return { status: 200 };
}

/** Null as soon as there are more bytes than `limit`; a lying Content-Length gains nothing. The rest is left unread. */
function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  if (Number(request.headers["content-length"] ?? 0) > limit) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    request.on("data", (part: Buffer) => {
      size += part.length;
      parts.push(part);
      if (size <= limit) return;
      request.pause();
      resolve(null);
    });
    request.once("end", () => resolve(Buffer.concat(parts)));
    request.once("error", reject);
    request.once("close", () => reject(new Error("The sender left.")));
  });
}
