import type { Temporal } from "temporal-polyfill";
import type { FetchResult, ImpactResource } from "#app/ports/impact.ts";
import { REFUSED_IN_BODY, REFUSED_WITH_400, unexpectedAnswer } from "./failures.server.ts";
import { readRateLimit } from "./rate-limit.server.ts";

/** `value` reads the body, and throws where it is no JSON. */
type HttpAnswer = { status: number; headers: Headers; value: () => unknown };

/**
 * Turns one HTTP answer into a reading (codes: domain.md 6.1 and 6.2). 401 means wrong credentials, 403 that the
 * token lacks this category. The status is judged before the body, because gateways answer errors with HTML.
 */
export function classify(
  resource: ImpactResource,
  answer: HttpAnswer,
  now: Temporal.Instant,
): FetchResult<unknown> {
  const { status, headers } = answer;
  if (status === 401) return { outcome: "unauthorized" };
  if (status === 403) return { outcome: "forbidden", resource };
  if (status === 429) {
    const { resetAt } = readRateLimit(headers, now);
    return { outcome: "rate-limited", retryAt: resetAt?.toString() ?? null };
  }
  if (status >= 500) return { outcome: "unavailable", reason: "server-error" };
  if (status === 400) return unexpectedAnswer(resource, REFUSED_WITH_400);
  // Redirects end here too: following one would carry the credentials to a host we did not choose.
  if (status !== 200) return unexpectedAnswer(resource, `HTTP ${status}`);
  return readBody(resource, answer.value);
}

function readBody(resource: ImpactResource, read: () => unknown): FetchResult<unknown> {
  let value: unknown;
  try {
    value = read();
  } catch {
    return { outcome: "unavailable", reason: "not-json" };
  }
  // Some endpoints report errors inside HTTP 200 (domain.md 6.2), so the envelope is always checked.
  if (typeof value === "object" && value !== null && "Status" in value && value.Status === "ERROR") {
    return unexpectedAnswer(resource, REFUSED_IN_BODY);
  }
  return { outcome: "read", value };
}
