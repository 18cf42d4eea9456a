import { delay, HttpResponse } from "msw";
import { describe, expect, it } from "vitest";
import { CREDENTIALS, impactGet, rawAnswer } from "#test/msw/impact.ts";
import { aClient, startImpactNetwork } from "./harness.ts";

const server = startImpactNetwork();
const html = "<!doctype html><title>Service</title>";
const status = (code: number, headers?: HeadersInit) => () => rawAnswer(html, { status: code, headers });

const faults: [string, () => Response | Promise<Response>, object, number][] = [
  ["401", status(401), { outcome: "unauthorized" }, 1],
  ["403", status(403), { outcome: "forbidden", resource: "Catalogs" }, 1],
  ["400", status(400), { outcome: "unexpected-answer", resource: "Catalogs", field: "HTTP 400" }, 1],
  ["404", status(404), { outcome: "unexpected-answer", resource: "Catalogs", field: "HTTP 404" }, 1],
  ["429 without a reset", status(429), { outcome: "rate-limited", retryAt: null }, 1],
  [
    "429 with a reset in half an hour",
    status(429, { "X-RateLimit-Reset": "1800" }),
    { outcome: "rate-limited", retryAt: "2026-06-01T12:30:00Z" },
    1,
  ],
  [
    "429 with a reset in three seconds",
    status(429, { "X-RateLimit-Reset": "3" }),
    { outcome: "rate-limited", retryAt: "2026-06-01T12:00:03Z" },
    3,
  ],
  ["500", status(500), { outcome: "unavailable", reason: "server-error" }, 3],
  ["503 with HTML", status(503), { outcome: "unavailable", reason: "server-error" }, 3],
  ["a broken connection", () => HttpResponse.error(), { outcome: "unavailable", reason: "network" }, 3],
  ["HTML with 200", () => rawAnswer(html), { outcome: "unavailable", reason: "not-json" }, 1],
  ["truncated JSON", () => rawAnswer('{"@page":"1","Cat'), { outcome: "unavailable", reason: "not-json" }, 1],
  ["an empty body", () => rawAnswer(""), { outcome: "unavailable", reason: "not-json" }, 1],
  [
    "an error inside HTTP 200",
    () => HttpResponse.json({ Status: "ERROR", Message: "No" }),
    { outcome: "unexpected-answer", resource: "Catalogs", field: "Status" },
    1,
  ],
  [
    "JSON that is not an object",
    () => HttpResponse.json([]),
    { outcome: "unexpected-answer", resource: "Catalogs", field: "body" },
    1,
  ],
  [
    "a redirect to another host",
    () => HttpResponse.text("", { status: 302, headers: { Location: "https://elsewhere.test/" } }),
    { outcome: "unexpected-answer", resource: "Catalogs", field: "HTTP 302" },
    1,
  ],
];

describe("a call that fails", () => {
  it.each(faults)(
    "%s has its own outcome and its own number of tries",
    async (_name, answer, expected, tries) => {
      let calls = 0;
      server.use(
        impactGet("Catalogs", (_query, count) => {
          calls = count;
          return answer();
        }),
      );
      const { api, waits } = aClient();

      expect(await api.readCatalogs(CREDENTIALS)).toEqual(expected);
      expect(calls).toBe(tries);
      expect(waits).toHaveLength(tries - 1);
    },
  );

  it("is given up after the hard limit and not tried again", async () => {
    let calls = 0;
    server.use(
      impactGet("Catalogs", async (_query, count) => {
        calls = count;
        await delay("infinite");
        return HttpResponse.json({});
      }),
    );

    const fetchResult = await aClient({ timeouts: { callMs: 30 } }).api.readCatalogs(CREDENTIALS);

    expect(fetchResult).toEqual({ outcome: "unavailable", reason: "timeout" });
    expect(calls).toBe(1);
  });

  it("waits longer before each further try, with jitter, and reads on when the fault is over", async () => {
    const company = { CompanyName: "Acme", Currency: "USD" };
    server.use(
      impactGet("CompanyInformation", (_query, calls) =>
        calls < 3 ? status(502)() : HttpResponse.json(company),
      ),
    );
    const { api, waits } = aClient();

    expect(await api.readCompany(CREDENTIALS)).toMatchObject({ outcome: "read", value: { name: "Acme" } });
    expect(waits).toEqual([375, 750]);
  });

  it("asks nobody when the Account SID cannot be one", async () => {
    const fetchResult = await aClient().api.readCatalogs({ ...CREDENTIALS, accountSid: ".." });
    expect(fetchResult).toEqual({ outcome: "unauthorized" });
  });

  it("says unauthorized for a wrong token", async () => {
    server.use(impactGet("Catalogs", () => HttpResponse.json({})));
    const fetchResult = await aClient().api.readCatalogs({ ...CREDENTIALS, authToken: "another" });
    expect(fetchResult).toEqual({ outcome: "unauthorized" });
  });
});

describe("what leaves the adapter", () => {
  it.each(faults)("never shows the token or the Account SID (%s)", async (_name, answer) => {
    server.use(impactGet("Catalogs", answer));
    const { api, lines } = aClient();

    const fetchResult = await api.readCatalogs(CREDENTIALS);

    expect(lines.length).toBeGreaterThan(0);
    const { accountSid, authToken } = CREDENTIALS;
    const written = [...lines, JSON.stringify(fetchResult)].join("\n");
    for (const secret of [accountSid, authToken, btoa(`${accountSid}:${authToken}`)]) {
      expect(written).not.toContain(secret);
    }
  });

  it("stays silent about a fault whose text and body repeat the credentials", async () => {
    const leaky = async () => {
      throw new TypeError(`fetch failed for ${CREDENTIALS.accountSid}:${CREDENTIALS.authToken}`);
    };
    const { api, lines } = aClient({ fetch: leaky });

    expect(await api.readCatalogs(CREDENTIALS)).toEqual({ outcome: "unavailable", reason: "network" });
    expect(lines.join()).not.toMatch(/IRtestSid|test-token/);
  });

  it.each(["http://api.impact.test", "http://localhost.evil.test", "ftp://api.impact.test"])(
    "is never sent unencrypted over a network (%s)",
    (baseUrl) => {
      expect(() => aClient({ baseUrl })).toThrow("must start with https://");
    },
  );

  it.each(["http://localhost:3000/impact-api", "http://127.0.0.1:1", "https://api.impact.com"])(
    "may go to %s",
    (baseUrl) => {
      expect(() => aClient({ baseUrl })).not.toThrow();
    },
  );
});
