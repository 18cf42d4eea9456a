import { randomUUID } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import type { MerchantEvents, Work } from "#app/ports/index.ts";

/** The way events go out: a row and its job in the caller's transaction, so that nothing is told that did not happen. */
export const merchantEvents = (work: Work, now: Temporal.Instant): MerchantEvents => ({
  async publish(shop, event) {
    const id = randomUUID();
    await work.outboundEvents.add({
      id,
      shop,
      event,
      state: "pending",
      attempts: 0,
      lastError: null,
      createdAt: now,
      settledAt: null,
    });
    await work.enqueue({ name: "send-merchant-event", data: { shop, eventId: id } });
  },
});
