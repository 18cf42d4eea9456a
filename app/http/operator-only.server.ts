import { createHash, timingSafeEqual } from "node:crypto";
import type { AppLoadContext } from "@remix-run/node";
import "../load-context.ts";
import { networkKey } from "./network-key.server.ts";
import { PAGE_HEADERS } from "./visitor.server.ts";

const refusal = (status: number, more: Record<string, string> = {}) =>
  new Response(null, { status, headers: { ...PAGE_HEADERS, ...more } });

/**
 * Throws the answer unless the request carries the operator's token, as the password of HTTP Basic (any user name), so
 * that a browser asks for it and no address holds it. Without such a setting there is no page. Guesses are counted by
 * their network; whoever made too many is refused even with the right one.
 */
export async function operatorOnly(request: Request, context: AppLoadContext): Promise<void> {
  const { config, deps, log } = context.container;
  if (!config.OPERATOR_TOKEN) throw refusal(404);
  const key = networkKey(context);
  const wait = await deps.limits.waitFor("wrong-operator", key);
  if (wait !== null) throw refusal(429, { "retry-after": String(wait) });
  const given = passwordIn(request.headers.get("authorization"));
  if (given !== null && isSame(given, config.OPERATOR_TOKEN)) return;
  if (given !== null) {
    log.warn({}, "a wrong operator's token");
    await deps.limits.count("wrong-operator", key);
  }
  throw refusal(401, { "www-authenticate": 'Basic realm="Settled operator", charset="UTF-8"' });
}

function passwordIn(header: string | null): string | null {
  const [, encoded] = /^Basic ([A-Za-z0-9+/=]{1,1024})$/i.exec(header ?? "") ?? [];
  if (encoded === undefined) return null;
  const pair = Buffer.from(encoded, "base64").toString("utf8");
  return pair.includes(":") ? pair.slice(pair.indexOf(":") + 1) : null;
}

/** Hashed first, so that neither what is the same nor how long it is shows in the time it takes. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
