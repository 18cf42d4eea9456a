import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";

/**
 * How a store answers the app: `live` as installed, `revoked` as after an uninstall, `down` as in an outage,
 * `confused` as when it cannot make sense of the question.
 */
export type TokenState = "live" | "revoked" | "down" | "confused";

/** Shopify's side of every `*.myshopify.com`, which must listen before Shopify's library is imported. */
export function startFakeShopify() {
  const tokenStates = new Map<string, TokenState>();
  const calls: { shop: string; kind: "token" | "graphql" }[] = [];
  const answer = (shop: string, kind: "token" | "graphql", live: () => Response): Response => {
    calls.push({ shop, kind });
    const tokenState = tokenStates.get(shop) ?? "revoked";
    if (tokenState === "down") return HttpResponse.json({ errors: "unavailable" }, { status: 503 });
    if (tokenState === "confused") return HttpResponse.json({ errors: "bad request" }, { status: 400 });
    if (tokenState === "live") return live();
    return kind === "token"
      ? HttpResponse.json({ error: "invalid_grant" }, { status: 400 })
      : HttpResponse.json({ errors: "[API] Invalid API key or access token" }, { status: 401 });
  };
  const server = setupServer(
    http.post("https://:shop/admin/oauth/access_token", ({ request }) =>
      answer(new URL(request.url).hostname, "token", () =>
        HttpResponse.json({
          access_token: "shpat_fresh",
          scope: "",
          expires_in: 3600,
          refresh_token: "shprt_fresh",
          refresh_token_expires_in: 7_776_000,
        }),
      ),
    ),
    http.post("https://:shop/admin/api/:version/graphql.json", ({ request }) =>
      answer(new URL(request.url).hostname, "graphql", () =>
        HttpResponse.json({
          data: {
            shop: {
              id: "gid://shopify/Shop/1",
              name: "Acme Outdoor",
              email: "owner@acme-outdoor.example",
              ianaTimezone: "America/New_York",
              currencyCode: "USD",
            },
          },
        }),
      ),
    ),
  );
  server.listen({
    onUnhandledFrame: ({ frame, defaults }) => {
      const { request } = frame.data as { request?: Request };
      const url = request ? new URL(request.url) : null;
      if (url && !["localhost", "127.0.0.1"].includes(url.hostname)) defaults.error();
    },
  });
  return {
    setTokenState: (shop: string, tokenState: TokenState) => tokenStates.set(shop, tokenState),
    callsOf: (shop: string) => calls.filter((call) => call.shop === shop).map(({ kind }) => kind),
    close: () => server.close(),
  };
}
