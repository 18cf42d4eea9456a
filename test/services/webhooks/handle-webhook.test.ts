import { expect, it } from "vitest";
import { handleWebhook } from "#app/services/webhooks/handle-webhook.server.ts";
import { aWebhook } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";
import { aLeftStore } from "../uninstall/a-left-store.ts";

const TOPICS = [
  "shop/redact",
  "app/uninstalled",
  "app/scopes_update",
  "customers/redact",
  "customers/data_request",
];

it.each(TOPICS)("keeps no row of a %s that comes when the store was erased already (W9)", async (topic) => {
  const { deps, shop } = await aLeftStore();
  const orders = [aWebhook({ shop, topic: "shop/redact" }), aWebhook({ shop, topic })];
  for (const order of orders) {
    await deps.db.webhooks.add(order);
    await handleWebhook({ shop, webhookId: order.webhookId }, deps);
  }
  expect(await deps.db.shops.find(shop)).toBeNull();
  expect(JSON.stringify(deps.db.rows())).not.toContain(shop);
});

it("keeps the row of a store it knows with what came of it, so that a copy is told apart", async () => {
  const { deps, shop } = await aLeftStore();
  const asked = aWebhook({ shop, topic: "customers/redact" });
  await deps.db.webhooks.add(asked);
  expect(await handleWebhook({ shop, webhookId: asked.webhookId }, deps)).toBe("nothing-held");
  expect(await handleWebhook({ shop, webhookId: asked.webhookId }, deps)).toBe("handled-before");
  expect(await deps.db.webhooks.find(shop, asked.webhookId)).toMatchObject({ outcome: "nothing-held" });
});

it("does nothing for a delivery that is not there", async () => {
  const deps = createFakeDeps();
  expect(await handleWebhook({ shop: "a.myshopify.com", webhookId: "none" }, deps)).toBe("unknown-delivery");
});
