import { z } from "zod";
import { CATEGORIES, type Category } from "#sandbox/impact/state/categories.ts";

/** Everything that can be made to go wrong on demand. */
export const FAULT_KINDS = [
  "unauthorized",
  "forbidden",
  "rate-limit-brand",
  "rate-limit-partner",
  "server-error",
  "timeout",
  "slow-drip",
  "html-page",
  "truncated-json",
  "error-in-200",
  "page-2-fails",
  "unknown-enum",
  "unreadable-row",
  "odd-amounts",
  "odd-text",
  "odd-list",
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** What a fault answers in place of the API: an error, another answer, or none for long. Null comes with the data. */
export type FaultAnswer =
  | { status: number; error: string; headers?: Readonly<Record<string, string>> }
  | { status: number; html: string }
  | "hold"
  | "drip"
  | null;

const RETRY_SECONDS = "120";

export const FAULT_ANSWERS: Readonly<Record<FaultKind, FaultAnswer>> = {
  unauthorized: { status: 401, error: "Access denied" },
  forbidden: { status: 403, error: "This token is not enabled for this endpoint" },
  "rate-limit-brand": {
    status: 429,
    error: "Rate limit exceeded",
    headers: {
      "X-RateLimit-Limit": "1000",
      "X-RateLimit-Remaining": "0",
      "X-RateLimit-Reset": RETRY_SECONDS,
    },
  },
  "rate-limit-partner": {
    status: 429,
    error: "API rate limit exceeded",
    headers: {
      "X-RateLimit-Limit-hour": "500",
      "X-RateLimit-Remaining-hour": "0",
      "RateLimit-Reset": RETRY_SECONDS,
      "Retry-After": RETRY_SECONDS,
    },
  },
  "server-error": { status: 500, error: "Internal server error" },
  timeout: "hold",
  "slow-drip": "drip",
  "html-page": {
    status: 200,
    html: "<!doctype html><title>impact.com</title><h1>Down for maintenance</h1>",
  },
  "truncated-json": null,
  "error-in-200": { status: 200, error: "The request could not be processed" },
  "page-2-fails": null,
  "unknown-enum": null,
  "unreadable-row": null,
  "odd-amounts": null,
  "odd-text": null,
  "odd-list": null,
};

export const faultSchema = z.strictObject({
  kind: z.enum(FAULT_KINDS),
  category: z.enum([...CATEGORIES, "all"]),
});
export type Fault = z.output<typeof faultSchema>;

/** The fault that hits a request of this category, or null. A fault on one category beats one on all. */
export function faultFor(faults: readonly Fault[], category: Category): FaultKind | null {
  const hit =
    faults.find((fault) => fault.category === category) ?? faults.find((fault) => fault.category === "all");
  return hit?.kind ?? null;
}
