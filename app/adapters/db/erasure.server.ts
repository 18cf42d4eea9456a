import type { Erasure } from "#app/ports/index.ts";
import type { Db } from "./client.server.ts";

/** Closing events go with their request (foreign key). Webhook bodies hold no personal data, but go as well. */
export function createErasure(db: Db): Erasure {
  return {
    async eraseShop(shop) {
      const where = { shop };
      const accounts = await db.connection.findMany({ where, select: { accountSid: true } });
      await db.session.deleteMany({ where });
      await db.connection.deleteMany({ where });
      await db.statedFact.deleteMany({ where });
      await db.snapshot.deleteMany({ where });
      await db.sighting.deleteMany({ where });
      await db.action.deleteMany({ where });
      await db.dailyTotal.deleteMany({ where });
      await db.partnerName.deleteMany({ where });
      await db.syncState.deleteMany({ where });
      await db.syncWindow.deleteMany({ where });
      for (const { accountSid } of accounts) await forgetUnusedAccount(db, accountSid);
      await db.closingRequest.deleteMany({ where });
      await db.outboundMail.deleteMany({ where });
      await db.accessLink.deleteMany({ where });
      await db.webhookDelivery.deleteMany({ where });
      await db.shop.deleteMany({ where });
    },
  };
}

/** The lease names an account and no shop: it goes with the last shop that connected it. */
async function forgetUnusedAccount(db: Db, accountSid: string): Promise<void> {
  if ((await db.connection.count({ where: { accountSid } })) > 0) return;
  await db.accountLease.deleteMany({ where: { accountSid } });
}
