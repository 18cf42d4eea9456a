import { randomUUID } from "node:crypto";
import type { Clock, MerchantEvents, Work } from "#app/ports/index.ts";

/** The events' way out: each is a row with its time and a job, in the transaction that makes it true. */
export const eventsThrough = (
  work: Pick<Work, "merchantEvents" | "enqueue">,
  clock: Clock,
): MerchantEvents => ({
  async publish(shop, event) {
    const id = randomUUID();
    await work.merchantEvents.add({ id, shop, event, at: clock.now(), toldAt: null });
    await work.enqueue({ name: "tell-merchant-event", data: { shop, eventId: id } });
  },
});
