import type { Erasure } from "#app/ports/index.ts";
import type { Db } from "./client.server.ts";
import { createConnectionStore } from "./connection-store.server.ts";

/** Closing events go with their request (foreign key). Webhook bodies hold no personal data, but go as well. */
export function createErasure(db: Db): Erasure {
  return {
    async eraseShop(shop) {
      const where = { shop };
      await db.session.deleteMany({ where });
      await createConnectionStore(db).remove(shop);
      await db.statedFact.deleteMany({ where });
      await db.snapshot.deleteMany({ where });
      await db.sighting.deleteMany({ where });
      await db.closingRequest.deleteMany({ where });
      await db.outboundTicket.deleteMany({ where });
      await db.outboundMail.deleteMany({ where });
      await db.accessLink.deleteMany({ where });
      await db.webhookDelivery.deleteMany({ where });
      await db.shop.deleteMany({ where });
    },
  };
}
