import { z } from "zod";
import { myshopify } from "../shop-domain.ts";

/** Compliance topics name their shop in `shop_domain`. */
const compliance = z.looseObject({ shop_id: z.number(), shop_domain: myshopify });
const ofCustomer = compliance.extend({ customer: z.looseObject({}) });
/** A customer's request names the shop just the same: sent again as the shop's own, it would erase everything. */
const ofShop = compliance.extend({ customer: z.never().optional() });

/**
 * The shape each topic must have and where its signed body names the shop. Headers are unsigned, so that a captured
 * body could be replayed under another topic or shop: body and header must agree (W5, W6).
 */
export const WEBHOOK_SHAPES = {
  "app/uninstalled": z
    .looseObject({
      id: z.number(),
      name: z.string(),
      // Shopify's own types allow null; the job asks Shopify about the header's shop before it believes it.
      myshopify_domain: myshopify.nullable(),
      email: z.string().nullish(),
      primary_locale: z.string().nullish(),
    })
    .transform((body) => ({ shop: body.myshopify_domain, kept: {} })),
  "app/scopes_update": z
    .looseObject({ current: z.array(z.string()), previous: z.array(z.string()) })
    .transform((body) => ({ shop: null, kept: { current: body.current } })),
  // Of all that the store says of itself only its plan is kept: it tells whether the store is open.
  "shop/update": z
    .looseObject({ id: z.number(), myshopify_domain: myshopify.nullable(), plan_name: z.string().nullish() })
    .transform((body) => ({ shop: body.myshopify_domain, kept: { plan: body.plan_name ?? null } })),
  "customers/data_request": ofCustomer.transform((body) => ({ shop: body.shop_domain, kept: {} })),
  "customers/redact": ofCustomer.transform((body) => ({ shop: body.shop_domain, kept: {} })),
  "shop/redact": ofShop.transform((body) => ({ shop: body.shop_domain, kept: {} })),
} as const;

export type WebhookTopic = keyof typeof WEBHOOK_SHAPES;

export const isWebhookTopic = (topic: string): topic is WebhookTopic => Object.hasOwn(WEBHOOK_SHAPES, topic);
