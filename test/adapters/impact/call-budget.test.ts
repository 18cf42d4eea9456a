import { HttpResponse } from "msw";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { createMemoryDatabase } from "#test/fakes/memory-database.ts";
import { CREDENTIALS, impactGet, listBody, rawAnswer } from "#test/msw/impact.ts";
import { aClient, startImpactNetwork } from "./harness.ts";

const server = startImpactNetwork();
const background = { ...CREDENTIALS, inBackground: true };
const { accountSid } = CREDENTIALS;
const programs = () => HttpResponse.json(listBody("Campaigns", [], { pages: 1, total: 0 })).json();

/** Answers with these headers and counts the calls. */
function answering(resource: string, headers: Record<string, string>, status = 200): { calls: number } {
  const seen = { calls: 0 };
  server.use(
    impactGet(resource, async (_query, count) => {
      seen.calls = count;
      if (status !== 200) return rawAnswer("", { status, headers });
      return HttpResponse.json({ ...(await programs()), [resource]: [] }, { headers });
    }),
  );
  return seen;
}

const brand = (remaining: number, reset = "1800") => ({
  "X-RateLimit-Limit": "1000",
  "X-RateLimit-Remaining": String(remaining),
  "X-RateLimit-Reset": reset,
});

describe("the calls an account has left", () => {
  it("are kept as a brand's answer says them, with a reset in seconds or as an epoch", async () => {
    const { callBudgets: budget } = createMemoryDatabase();
    const { api } = aClient({ budget });
    answering("Campaigns", brand(700));
    await api.readPrograms(CREDENTIALS);
    const resetAt = Temporal.Instant.from("2026-06-01T12:30:00Z");
    expect(await budget.find(accountSid, "other")).toEqual({ limit: 1_000, remaining: 700, resetAt });

    server.resetHandlers();
    answering("Campaigns", brand(690, String(resetAt.epochMilliseconds / 1_000)));
    await api.readPrograms(CREDENTIALS);
    expect(await budget.find(accountSid, "other")).toEqual({ limit: 1_000, remaining: 690, resetAt });
  });

  it("are kept as a partner's answer says them, and catalogs apart from the rest", async () => {
    const { callBudgets: budget } = createMemoryDatabase();
    answering("Catalogs", {
      "X-RateLimit-Limit-hour": "500",
      "X-RateLimit-Remaining-hour": "7",
      "RateLimit-Reset": "60",
    });
    await aClient({ budget }).api.readCatalogs(CREDENTIALS);
    const resetAt = Temporal.Instant.from("2026-06-01T12:01:00Z");
    expect(await budget.find(accountSid, "catalogs")).toEqual({ limit: 500, remaining: 7, resetAt });
    expect(await budget.find(accountSid, "other")).toBeNull();
  });

  it("are used by reads in the background down to a fifth, of one account by all instances together", async () => {
    const { callBudgets: budget } = createMemoryDatabase();
    const [one, other] = [aClient({ budget }), aClient({ budget })];
    const seen = answering("Campaigns", brand(201));
    expect(await one.api.readPrograms(background)).toMatchObject({ outcome: "read" });
    // 201 are left, one more than the 200 of 1,000 that are reserved.
    expect(await other.api.readPrograms(background)).toMatchObject({ outcome: "read" });
    server.resetHandlers();
    const reserved = answering("Campaigns", brand(200));
    await one.api.readPrograms(CREDENTIALS);
    const waits = { outcome: "rate-limited", retryAt: "2026-06-01T12:30:00Z" };
    expect(await other.api.readPrograms(background)).toEqual(waits);
    expect(other.waits).toEqual([]);
    expect(await budget.find("IRanother", "other")).toBeNull();
    expect(seen.calls).toBe(2);
    expect(reserved.calls).toBe(1);
  });

  it("are used to the last by reads somebody waits for", async () => {
    const { callBudgets: budget } = createMemoryDatabase();
    const { api } = aClient({ budget });
    const seen = answering("Campaigns", brand(0));
    expect(await api.readPrograms(CREDENTIALS)).toMatchObject({ outcome: "read" });
    expect(await api.readPrograms(CREDENTIALS)).toMatchObject({ outcome: "read" });
    expect(seen.calls).toBe(2);
  });

  it("are all there again when the hour is over", async () => {
    const { callBudgets: budget } = createMemoryDatabase();
    answering("Campaigns", brand(0));
    await aClient({ budget }).api.readPrograms(CREDENTIALS);
    const later = { now: () => Temporal.Instant.from("2026-06-01T12:30:00Z") };
    expect(await aClient({ budget, clock: later }).api.readPrograms(background)).toMatchObject({
      outcome: "read",
    });
  });

  it("are none after a 429, until its reset, but never longer than an hour", async () => {
    const { callBudgets: budget } = createMemoryDatabase();
    const seen = answering("Campaigns", { "Retry-After": "86400" }, 429);
    const { api } = aClient({ budget });
    await api.readPrograms(CREDENTIALS);
    expect(await api.readPrograms(background)).toEqual({
      outcome: "rate-limited",
      retryAt: "2026-06-01T13:00:00Z",
    });
    expect(seen.calls).toBe(1);
  });

  it("are not kept for an account that refused us", async () => {
    const { callBudgets: budget } = createMemoryDatabase();
    answering("Campaigns", brand(900), 401);
    await aClient({ budget }).api.readPrograms(CREDENTIALS);
    expect(await budget.find(accountSid, "other")).toBeNull();
  });
});
