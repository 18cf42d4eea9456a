import type { Store } from "../stores.ts";

const customer = { id: 191_167, email: "customer@buyer.example", phone: "555-625-1199" };

/** Bodies of the three compliance topics (Shopify: privacy law compliance). */
export const compliancePayloads = {
  "customers/data_request": (store: Store) => ({
    shop_id: store.id,
    shop_domain: store.domain,
    orders_requested: [299_938, 280_263],
    customer,
    data_request: { id: 9999 },
  }),
  "customers/redact": (store: Store) => ({
    shop_id: store.id,
    shop_domain: store.domain,
    customer,
    orders_to_redact: [299_938, 280_263],
  }),
  "shop/redact": (store: Store) => ({ shop_id: store.id, shop_domain: store.domain }),
} as const;

export type ComplianceTopic = keyof typeof compliancePayloads;
export const isComplianceTopic = (topic: string): topic is ComplianceTopic =>
  Object.hasOwn(compliancePayloads, topic);
