import type { Session } from "@shopify/shopify-api";
import { delay, HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { readConfig } from "#app/config.server.ts";
import type { FlowTriggers } from "#app/ports/index.ts";

const shop = "acme-outdoor.myshopify.com";
const config = readConfig({
  NODE_ENV: "test",
  SHOPIFY_API_KEY: "key",
  SHOPIFY_API_SECRET: "flow-test-secret-0123456789",
  SHOPIFY_APP_URL: "https://settled.example",
  SEAL_KEYS: `k1:${Buffer.alloc(32, 1).toString("base64")}`,
  LINK_SECRET: "a-link-secret-of-at-least-32-characters",
  SMTP_URL: "smtp://localhost:1025",
  MAIL_FROM: "Settled <notices@settled.example>",
  OPERATOR_ADDRESS: "1 Example Street",
  SUPPORT_ADDRESS: "help-desk@impact.test",
});

type Call = { token: string | null; query: string; variables: unknown };
const calls: Call[] = [];
let answer: () => Response | Promise<Response>;
const taken = () => HttpResponse.json({ data: { flowTriggerReceive: { userErrors: [] } } });
const server = setupServer(
  http.post(`https://${shop}/admin/api/:version/graphql.json`, async ({ request }) => {
    const { query, variables } = (await request.json()) as { query: string; variables: unknown };
    calls.push({ token: request.headers.get("x-shopify-access-token"), query, variables });
    return answer();
  }),
  http.post(`https://${shop}/admin/oauth/access_token`, () =>
    HttpResponse.json({ error: "invalid_grant" }, { status: 400 }),
  ),
);

describe("sending a trigger to Shopify Flow", () => {
  afterEach(() => vi.restoreAllMocks());

  let stored: Session | undefined;
  let flow: FlowTriggers;
  let sessionWith: (expires: Date) => Session;
  beforeAll(async () => {
    // The library keeps the `fetch` it finds at import.
    server.listen({ onUnhandledFrame: "error" });
    const { Session } = await import("@shopify/shopify-api");
    const { createFlowTriggers } = await import("#app/adapters/shopify/flow-triggers.server.ts");
    flow = createFlowTriggers(config, {
      loadSession: async () => stored,
      storeSession: async () => true,
      deleteSession: async () => true,
      deleteSessions: async () => true,
      findSessionsByShop: async () => [],
    });
    const refresh = { refreshToken: "shprt_x", refreshTokenExpires: new Date(Date.now() + 86_400_000) };
    const base = { id: `offline_${shop}`, shop, state: "", isOnline: false, accessToken: "shpat_x" };
    sessionWith = (expires) => new Session({ ...base, ...refresh, expires });
  });
  beforeEach(() => {
    calls.length = 0;
    answer = taken;
    stored = sessionWith(new Date(Date.now() + 3_600_000));
  });
  afterAll(() => server.close());
  const send = () => flow.receive(shop, "next-charge-changed", { Amount: 30 });

  it("uses the mutation with the shop's offline token", async () => {
    expect(await send()).toEqual({ outcome: "received" });
    expect(calls).toEqual([
      {
        token: "shpat_x",
        query: expect.stringContaining("flowTriggerReceive(handle: $handle, payload: $payload)"),
        variables: { handle: "next-charge-changed", payload: { Amount: 30 } },
      },
    ]);
  });

  it("gives Shopify's own words when it refuses the trigger", async () => {
    const userErrors = [{ field: ["handle"], message: "Invalid handle." }];
    answer = () => HttpResponse.json({ data: { flowTriggerReceive: { userErrors } } });
    expect(await send()).toEqual({ outcome: "refused", reason: "Invalid handle." });
  });

  it("takes throttling, an outage and an answer without sense for a reason to try again", async () => {
    const errors = [{ message: "Throttled", extensions: { code: "THROTTLED" } }];
    const bad: (() => Response)[] = [
      () => HttpResponse.json({ errors }),
      () => HttpResponse.json({ errors: "busy" }, { status: 503 }),
      () => HttpResponse.json({ errors: "too many" }, { status: 429 }),
      () => HttpResponse.json({ data: {} }),
      () => HttpResponse.error(),
    ];
    for (const each of bad) {
      answer = each;
      expect((await send()).outcome).toBe("unavailable");
    }
  });

  it("waits ten seconds for an answer and no longer, also when the line stays open and silent", async () => {
    const limits: number[] = [];
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) => {
      limits.push(ms);
      return timeout(30);
    });
    answer = async () => {
      await delay("infinite");
      return taken();
    };
    expect((await send()).outcome).toBe("unavailable");
    expect([...new Set(limits)]).toEqual([10_000]);
  });

  it("knows a store without the app by a refused token, a refused refresh, or no token", async () => {
    answer = () => HttpResponse.json({ errors: "[API] Invalid API key or access token" }, { status: 401 });
    expect(await send()).toEqual({ outcome: "not-installed" });
    stored = sessionWith(new Date(Date.now() - 1_000));
    expect(await send()).toEqual({ outcome: "not-installed" });
    stored = undefined;
    expect(await send()).toEqual({ outcome: "not-installed" });
    expect(calls).toHaveLength(1);
  });
});
