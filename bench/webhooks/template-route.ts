import { createRequestHandler } from "@remix-run/express";
import type { ActionFunctionArgs, ServerBuild } from "@remix-run/node";
import { Session } from "@shopify/shopify-api";
import compression from "compression";
import express, { type Express } from "express";
import { createShopifyApp } from "#app/adapters/shopify/shopify-app.server.ts";
import type { Container } from "#app/container.server.ts";

export const TEMPLATE_PATH = "/webhooks/template";

/** One indexed read, as the session storage of Shopify's template makes it; nothing is written. */
type Find = (shop: string, id: string) => Promise<unknown>;

/**
 * The webhook route of Shopify's template: Express, Remix, `authenticate.webhook` of Shopify's library, which checks the
 * signature and reads the shop's session. It writes nothing, so what it answers 200 to may be lost.
 */
export function templateRoute({ config }: Container, find: Find): Express {
  const shopOf = (id: string) => id.slice("offline_".length);
  const { authenticate } = createShopifyApp(
    config,
    {
      loadSession: async (id) => {
        await find(shopOf(id), id);
        return new Session({ id, shop: shopOf(id), state: "", isOnline: false, accessToken: "bench" });
      },
      storeSession: async () => true,
      deleteSession: async () => true,
      deleteSessions: async () => true,
      findSessionsByShop: async () => [],
    },
    async () => undefined,
  );
  const action = async ({ request }: ActionFunctionArgs) => {
    await authenticate.webhook(request);
    return new Response();
  };
  const route = { id: "template", path: TEMPLATE_PATH, module: { action } };
  const build = {
    entry: { module: { default: () => new Response(null, { status: 500 }) } },
    routes: { template: route },
    assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "1" },
    assetsBuildDirectory: "",
    publicPath: "/",
    future: {},
    isSpaMode: false,
  } as unknown as ServerBuild;
  const app = express();
  app.disable("x-powered-by");
  app.use(compression());
  app.all("*", createRequestHandler({ build, mode: "production" }));
  return app;
}
