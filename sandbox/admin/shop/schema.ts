import { z } from "zod";
import type { Store } from "../stores.ts";
import { triggerProblem } from "./declared-triggers.ts";
import type { Node } from "./select.ts";

export interface ShopActions {
  uninstall(): void;
  flowTrigger(handle: string, payload: unknown): void;
}

const appId = "gid://shopify/App/7000001";
/** Shopify refuses Flow payloads of 50,000 bytes and more. */
const flowPayloadLimit = 50_000;
const flowArguments = z.object({ handle: z.string().min(1), payload: z.unknown() });

const userError = (message: string, field: string): Node => ({
  type: "UserError",
  fields: { message, field },
});

/** What the sandbox's Admin API can be asked about a store. */
export function queryRoot(store: Store): Node {
  return {
    type: "QueryRoot",
    fields: {
      shop: {
        type: "Shop",
        fields: {
          id: `gid://shopify/Shop/${store.id}`,
          name: store.title,
          email: store.ownerEmail,
          contactEmail: store.ownerEmail,
          myshopifyDomain: store.domain,
          currencyCode: store.currency,
          ianaTimezone: store.timeZone,
          shopOwnerName: store.ownerName,
          primaryDomain: {
            type: "Domain",
            fields: { host: store.primaryHost, url: `https://${store.primaryHost}` },
          },
        },
      },
      currentAppInstallation: {
        type: "AppInstallation",
        fields: {
          id: `gid://shopify/AppInstallation/${store.id}`,
          launchUrl: `https://admin.shopify.com/store/${store.name}/apps/settled`,
          accessScopes: [],
          app: { type: "App", fields: { id: appId, handle: "settled" } },
        },
      },
      shopLocales: [
        { type: "ShopLocale", fields: { locale: store.language, primary: true, published: true } },
        ...(store.language === "en"
          ? []
          : [{ type: "ShopLocale", fields: { locale: "en", primary: false, published: true } }]),
      ],
    },
  };
}

/** The mutations the app may send. */
export function mutationRoot(actions: ShopActions): Node {
  return {
    type: "Mutation",
    fields: {
      appUninstall: () => {
        actions.uninstall();
        return {
          type: "AppUninstallPayload",
          fields: { app: { type: "App", fields: { id: appId, handle: "settled" } }, userErrors: [] },
        };
      },
      flowTriggerReceive: (args) => {
        const given = flowArguments.safeParse(args);
        const payload = (userErrors: readonly Node[]): Node => ({
          type: "FlowTriggerReceivePayload",
          fields: { userErrors },
        });
        if (!given.success) return payload([userError("A handle and a payload are needed.", "handle")]);
        const problem = triggerProblem(given.data.handle, given.data.payload);
        if (problem) return payload([userError(problem.message, problem.field)]);
        const bytes = Buffer.byteLength(JSON.stringify(given.data.payload ?? null));
        if (bytes >= flowPayloadLimit)
          return payload([userError("The payload must be below 50,000 bytes.", "payload")]);
        actions.flowTrigger(given.data.handle, given.data.payload);
        return payload([]);
      },
    },
  };
}
