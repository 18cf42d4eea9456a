import { describe, expect, it } from "vitest";
import { saveWebhook } from "#app/services/webhooks/save-webhook.server.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const SHOP = "acme.myshopify.com";
type Sent = Parameters<typeof saveWebhook>[0];

/** News of an uninstall as Shopify sends it, at nine o'clock on 21 June 2026. */
async function received(change: Partial<Sent> = {}) {
  const deps = createFakeDeps();
  const sent: Sent = {
    webhookId: "w1",
    eventId: "e1",
    topic: "app/uninstalled",
    shopHeader: SHOP,
    triggeredAt: "2026-06-21T08:59:00Z",
    rawBody: JSON.stringify({ id: 1, name: "Acme", myshopify_domain: SHOP }),
    ...change,
  };
  const outcome = await saveWebhook(sent, deps);
  const [row] = deps.db.rows().webhooks;
  return { outcome, row, jobs: deps.db.jobs };
}

describe("a webhook that arrives", () => {
  it("is stored with its job, and nothing of its body that nobody needs", async () => {
    const { outcome, row, jobs } = await received();
    expect(outcome).toEqual({ outcome: "stored" });
    expect(row).toMatchObject({ shop: SHOP, eventId: "e1", handledAt: null });
    expect(String(row?.triggeredAt)).toBe("2026-06-21T08:59:00Z");
    expect(jobs).toEqual([{ name: "handle-webhook", data: { shop: SHOP, webhookId: "w1" } }]);
  });

  it("is refused with an id that fits into no index, and kept without an event's id that does not", async () => {
    expect((await received({ webhookId: "w".repeat(256) })).outcome).toEqual({
      outcome: "rejected",
      reason: "id",
    });
    expect((await received({ webhookId: "w".repeat(255) })).outcome).toEqual({ outcome: "stored" });
    expect((await received({ eventId: "e".repeat(256) })).row?.eventId).toBeNull();
    expect((await received({ eventId: "e".repeat(255) })).row?.eventId).toHaveLength(255);
  });

  it.each([
    ["topic", { topic: "orders/create" }],
    ["shop", { shopHeader: "evil.example" }],
    ["json", { rawBody: "{" }],
    ["shape", { rawBody: "[]" }],
    ["tenant", { shopHeader: "other.myshopify.com" }],
  ])("is refused for its %s", async (reason, change) => {
    const { outcome, row, jobs } = await received(change);
    expect([outcome, row, jobs]).toEqual([{ outcome: "rejected", reason }, undefined, []]);
  });

  // The header is no more than a hint: a moment of another age is worth nothing, and loses no delivery.
  it.each([
    ["2016-06-25T09:00:00Z", true],
    ["2016-06-20T09:00:00Z", false],
    ["2036-06-15T09:00:00Z", true],
    ["2036-06-25T09:00:00Z", false],
    ["yesterday", false],
  ])("said to be of %s: the moment is kept %s", async (triggeredAt, isKept) => {
    const { outcome, row } = await received({ triggeredAt });
    expect(outcome).toEqual({ outcome: "stored" });
    expect(row?.triggeredAt !== null).toBe(isKept);
  });
});
