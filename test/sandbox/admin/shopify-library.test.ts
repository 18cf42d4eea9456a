import { UNTIL } from "#test/patience.ts";
import "@shopify/shopify-api/adapters/web-api";
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { ApiVersion, LogSeverity, shopifyApi } from "@shopify/shopify-api";
import { expect, it, vi } from "vitest";
import { mintSessionToken } from "#sandbox/admin/session-token.ts";
import { anApp, aSandbox, domain, keys, postForm } from "./a-sandbox.ts";

// The sandbox imitates Shopify; Shopify's own library judges the imitation.
const api = shopifyApi({
  apiKey: keys.apiKey,
  apiSecretKey: keys.apiSecret,
  hostName: "localhost",
  apiVersion: ApiVersion.October26,
  isEmbeddedApp: true,
  logger: { level: LogSeverity.Error },
});
const token = () => mintSessionToken(keys, { domain, staffId: "42" }, Date.now());

it("Shopify's library takes the session token", async () => {
  const claims = await api.session.decodeSessionToken(token());
  expect(claims).toMatchObject({ dest: `https://${domain}`, aud: keys.apiKey, sub: "42" });
});

it("Shopify's library takes the webhook", async () => {
  const app = await anApp();
  const { url } = await aSandbox({ appUrl: app.url });
  await postForm(`${url}/store/acme-outdoor/uninstall`);
  await vi.waitFor(() => expect(app.received).toHaveLength(1), UNTIL);
  const [webhook] = app.received;
  const headers = Object.entries(webhook?.headers ?? {}).map(([k, v]): [string, string] => [k, String(v)]);
  const rawRequest = new Request("http://localhost/webhooks/shopify", { method: "POST", headers });
  expect(await api.webhooks.validate({ rawBody: webhook?.body ?? "", rawRequest })).toMatchObject({
    valid: true,
    topic: "APP_UNINSTALLED",
    domain,
    apiVersion: "2026-10",
  });
});

const visit = `
  import "@shopify/shopify-api/adapters/web-api";
  import { ApiVersion, LogSeverity, RequestedTokenType, shopifyApi } from "@shopify/shopify-api";
  const api = shopifyApi({ apiKey: "${keys.apiKey}", apiSecretKey: "${keys.apiSecret}", hostName: "localhost",
    apiVersion: ApiVersion.October26, isEmbeddedApp: true, logger: { level: LogSeverity.Error } });
  const { session } = await api.auth.tokenExchange({ shop: "${domain}", sessionToken: process.env.ID_TOKEN,
    requestedTokenType: RequestedTokenType.OfflineAccessToken, expiring: true });
  const refreshed = await api.auth.refreshToken({ shop: "${domain}", refreshToken: session.refreshToken });
  const client = new api.clients.Graphql({ session: refreshed.session });
  const { data } = await client.request("query { shop { name } }");
  process.stdout.write(data.shop.name + " until " + (refreshed.session.expires > new Date()));`;

it("Shopify's library gets, refreshes and uses a token", async () => {
  const { url } = await aSandbox();
  const preload = fileURLToPath(new URL("../../../sandbox/admin/redirect-shop-calls.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", preload, "--input-type=module", "-e", visit],
    { env: { ...process.env, SANDBOX_ORIGIN: url, ID_TOKEN: token() } },
  );
  expect(stdout).toBe("Acme Outdoor until true");
});
