import type { Erasure } from "#app/ports/index.ts";
import type { Db } from "./client.server.ts";
import { createConnectionStore } from "./connection-store.server.ts";
import { toDate } from "./time.server.ts";

/** Closing events go with their request (foreign key). Webhook bodies hold no personal data, but go as well. */
export function createErasure(db: Db): Erasure {
  return {
    async eraseShop(shop) {
      const where = { shop };
      const connections = { count: await db.connection.count({ where }) };
      await createConnectionStore(db).remove(shop);
      const erased = {
        connections,
        sessions: await db.session.deleteMany({ where }),
        statedFacts: await db.statedFact.deleteMany({ where }),
        sightings: await db.sighting.deleteMany({ where }),
        tickets: await db.outboundTicket.deleteMany({ where }),
        snapshots: await db.snapshot.deleteMany({ where }),
        closingRequests: await db.closingRequest.deleteMany({ where }),
        mails: await db.outboundMail.deleteMany({ where }),
        links: await db.accessLink.deleteMany({ where }),
        webhooks: await db.webhookDelivery.deleteMany({ where }),
        choices: await db.choice.deleteMany({ where }),
        erasuresDue: await db.erasureDue.deleteMany({ where }),
        shops: await db.shop.deleteMany({ where }),
      };
      return Object.fromEntries(Object.entries(erased).map(([name, { count }]) => [name, count]));
    },
    async prune({ handledBefore, linksEndedBefore, callHoursEndedBefore, recordsBefore }) {
      await db.webhookDelivery.deleteMany({ where: { handledAt: { lt: toDate(handledBefore) } } });
      await db.accessLink.deleteMany({ where: { expiresAt: { lt: toDate(linksEndedBefore) } } });
      await db.callBudget.deleteMany({ where: { resetAt: { lt: toDate(callHoursEndedBefore) } } });
      await db.suppressedAddress.deleteMany({ where: { suppressedAt: { lt: toDate(recordsBefore) } } });
      await db.deletionRecord.deleteMany({ where: { erasedAt: { lt: toDate(recordsBefore) } } });
    },
  };
}
