import { describe, expect, it } from "vitest";
import { mintSessionToken } from "#sandbox/admin/session-token.ts";
import { aSandbox, domain, keys, postForm, postJson } from "./a-sandbox.ts";

const client = { client_id: keys.apiKey, client_secret: keys.apiSecret };
const exchangeBody = (overrides: Record<string, string> = {}) => ({
  ...client,
  grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
  subject_token: mintSessionToken(keys, { domain, staffId: "42" }, Date.now()),
  subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
  requested_token_type: "urn:shopify:params:oauth:token-type:offline-access-token",
  expiring: "1",
  ...overrides,
});
const refreshBody = (refresh_token: string) => ({ ...client, grant_type: "refresh_token", refresh_token });

async function aShop() {
  const { url } = await aSandbox();
  const shop = `${url}/_shop/${domain}/admin`;
  const tokens = (body: unknown) => postJson(`${shop}/oauth/access_token`, body);
  const graphql = (token: string, query: string, variables = {}) =>
    postJson(`${shop}/api/2026-10/graphql.json`, { query, variables }, { "X-Shopify-Access-Token": token });
  const exchange = async () => (await tokens(exchangeBody())).json();
  return { url, tokens, graphql, exchange };
}

describe("token exchange", () => {
  it("answers an expiring offline token pair", async () => {
    const { exchange } = await aShop();
    expect(await exchange()).toEqual({
      access_token: expect.stringMatching(/^shpat_[0-9a-f]{32}$/),
      scope: "",
      expires_in: 3600,
      refresh_token: expect.stringMatching(/^shprt_[0-9a-f]{32}$/),
      refresh_token_expires_in: 7_776_000,
    });
  });

  it("keeps the tokens of two exchanges at the same time alive", async () => {
    const { exchange, graphql } = await aShop();
    const pairs = await Promise.all([exchange(), exchange()]);
    const answers = await Promise.all(pairs.map((p) => graphql(p.access_token, "{ shop { id } }")));
    expect(answers.map((a) => a.status)).toEqual([200, 200]);
  });

  it.each([
    ["the subject token is forged", { subject_token: "a.b.c" }, 400, "invalid_subject_token"],
    ["the client secret is wrong", { client_secret: "guess" }, 401, "invalid_client"],
    ["the token would never expire", { expiring: "0" }, 400, "invalid_request"],
  ])("refuses when %s", async (_why, overrides, status, error) => {
    const { tokens } = await aShop();
    const answer = await tokens(exchangeBody(overrides));
    expect([answer.status, (await answer.json()).error]).toEqual([status, error]);
  });

  it("refuses a token of another store", async () => {
    const { tokens } = await aShop();
    const other = { domain: "busy-bikes.myshopify.com", staffId: "42" };
    const answer = await tokens(exchangeBody({ subject_token: mintSessionToken(keys, other, Date.now()) }));
    expect((await answer.json()).error).toBe("invalid_subject_token");
  });
});

describe("token refresh", () => {
  it("may be asked again until the new pair is used, and then the old pair is dead", async () => {
    const { exchange, tokens, graphql } = await aShop();
    const first = await exchange();
    const lost = await (await tokens(refreshBody(first.refresh_token))).json();
    const second = await (await tokens(refreshBody(first.refresh_token))).json();
    const statusOf = async (token: string) => (await graphql(token, "{ shop { id } }")).status;
    expect(await statusOf(lost.access_token)).toBe(401);
    expect(await statusOf(first.access_token)).toBe(200);
    expect(await statusOf(second.access_token)).toBe(200);
    expect(await statusOf(first.access_token)).toBe(401);
    const again = await tokens(refreshBody(first.refresh_token));
    expect([again.status, (await again.json()).error]).toEqual([400, "invalid_grant"]);
  });
});

describe("a new refresh token", () => {
  it("retires the old pair by its first use, too", async () => {
    const { exchange, tokens } = await aShop();
    const first = await exchange();
    const second = await (await tokens(refreshBody(first.refresh_token))).json();
    expect((await tokens(refreshBody(second.refresh_token))).status).toBe(200);
    expect((await tokens(refreshBody(first.refresh_token))).status).toBe(400);
  });
});

describe("Admin GraphQL", () => {
  it("answers the fields, aliases and lists that the query names", async () => {
    const { exchange, graphql } = await aShop();
    const { access_token } = await exchange();
    const query = `query Snapshot { shop { title: name email ianaTimezone primaryDomain { host } }
      currentAppInstallation { launchUrl accessScopes { handle } } shopLocales { locale primary } }`;
    expect(await (await graphql(access_token, query)).json()).toEqual({
      data: {
        shop: {
          title: "Acme Outdoor",
          email: "owner@acme-outdoor.example",
          ianaTimezone: "America/New_York",
          primaryDomain: { host: "www.acme-outdoor.example" },
        },
        currentAppInstallation: {
          launchUrl: "https://admin.shopify.com/store/acme-outdoor/apps/settled",
          accessScopes: [],
        },
        shopLocales: [{ locale: "en", primary: true }],
      },
    });
  });

  it("names a field that does not exist", async () => {
    const { exchange, graphql } = await aShop();
    const { access_token } = await exchange();
    const { errors } = await (await graphql(access_token, "{ shop { nickname } }")).json();
    expect(errors[0].message).toBe("Field 'nickname' doesn't exist on type 'Shop'");
  });

  it("takes a Flow trigger and refuses one that is too large or that the app does not declare", async () => {
    const { url, exchange, graphql } = await aShop();
    const { access_token } = await exchange();
    const mutation = `mutation($handle: String, $payload: JSON) {
      flowTriggerReceive(handle: $handle, payload: $payload) { userErrors { field message } } }`;
    const send = async (payload: unknown, handle = "next-charge-changed") => {
      const answer = await graphql(access_token, mutation, { handle, payload });
      return (await answer.json()).data.flowTriggerReceive.userErrors.length;
    };
    expect(await send({ Amount: 30 })).toBe(0);
    expect(await send({ Currency: "x".repeat(50_000) })).toBe(1);
    expect(await send({ Amount: "30" })).toBe(1);
    expect(await send({ "Amount at stake": 30 })).toBe(1);
    expect(await send({ Amount: 30 }, "closing-step-due")).toBe(1);
    const kept = await (await fetch(`${url}/store/acme-outdoor/flow-triggers.json`)).json();
    expect(kept).toEqual([
      { at: expect.any(String), handle: "next-charge-changed", payload: { Amount: 30 } },
    ]);
  });

  it("refuses a token it did not issue", async () => {
    const { graphql } = await aShop();
    const answer = await graphql("shpat_guess", "{ shop { id } }");
    expect(answer.status).toBe(401);
    expect((await answer.json()).errors).toContain("Invalid API key or access token");
  });
});

describe("after the uninstall", () => {
  it("every token is dead at once and none can be had", async () => {
    const { url, exchange, tokens, graphql } = await aShop();
    const held = await exchange();
    await postForm(`${url}/store/acme-outdoor/uninstall`);
    const exchanged = await tokens(exchangeBody());
    expect((await graphql(held.access_token, "{ shop { id } }")).status).toBe(401);
    expect((await (await tokens(refreshBody(held.refresh_token))).json()).error).toBe("invalid_grant");
    expect([exchanged.status, (await exchanged.json()).error]).toEqual([400, "invalid_subject_token"]);
    expect((await fetch(`${url}/store/acme-outdoor/session-token`)).status).toBe(409);
  });

  it("a reinstalled app gets tokens again", async () => {
    const { url, exchange, graphql } = await aShop();
    await postForm(`${url}/store/acme-outdoor/uninstall`);
    await postForm(`${url}/store/acme-outdoor/install`);
    const { access_token } = await exchange();
    expect((await graphql(access_token, "{ shop { id } }")).status).toBe(200);
  });

  it("an app can uninstall itself", async () => {
    const { url, exchange, graphql } = await aShop();
    const { access_token } = await exchange();
    await graphql(access_token, "mutation { appUninstall { app { id } userErrors { message } } }");
    expect(await (await fetch(`${url}/store/acme-outdoor/apps/settled`)).text()).toContain("Install Settled");
  });
});
