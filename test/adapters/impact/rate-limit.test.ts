import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { readRateLimit } from "#app/adapters/impact/rate-limit.server.ts";

const now = Temporal.Instant.from("2026-06-01T12:00:00Z");
const read = (headers: Record<string, string>) => {
  const { limit, remaining, resetAt } = readRateLimit(new Headers(headers), now);
  return { limit, remaining, resetAt: resetAt?.toString() ?? null };
};

describe("rate-limit headers", () => {
  it("are read from a brand answer", () => {
    expect(
      read({ "X-RateLimit-Limit": "1000", "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "90" }),
    ).toEqual({ limit: 1000, remaining: 0, resetAt: "2026-06-01T12:01:30Z" });
  });

  it("are read from a partner answer", () => {
    expect(
      read({ "X-RateLimit-Limit-hour": "500", "X-RateLimit-Remaining-hour": "7", "RateLimit-Reset": "60" }),
    ).toEqual({ limit: 500, remaining: 7, resetAt: "2026-06-01T12:01:00Z" });
  });

  it.each([
    ["seconds", { "X-RateLimit-Reset": "1" }, "2026-06-01T12:00:01Z"],
    ["an epoch", { "X-RateLimit-Reset": "1780316400" }, "2026-06-01T12:20:00Z"],
    ["Retry-After first", { "X-RateLimit-Reset": "999", "Retry-After": "10" }, "2026-06-01T12:00:10Z"],
    ["an HTTP date", { "Retry-After": "Mon, 01 Jun 2026 12:05:00 GMT" }, "2026-06-01T12:05:00Z"],
    ["nothing", {}, null],
    ["an empty value", { "X-RateLimit-Reset": "" }, null],
    ["a value that is no time", { "X-RateLimit-Reset": "soon" }, null],
    ["a number too large to be a time", { "X-RateLimit-Reset": "99999999999999999999" }, null],
  ])("tell the reset from %s", (_name, headers, expected) => {
    expect(read(headers).resetAt).toBe(expected);
  });
});
