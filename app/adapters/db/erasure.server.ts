import { type Erasure, OPERATOR } from "#app/ports/index.ts";
import { eraseJobs } from "../queue/erase-jobs.server.ts";
import type { Db } from "./client.server.ts";
import { createConnectionStore } from "./connection-store.server.ts";
import { toDate } from "./time.server.ts";

/** Closing events and checks go with their request (foreign key). Webhook bodies hold no personal data, but go as well. */
export function createErasure(db: Db): Erasure {
  return {
    async eraseShop(shop) {
      const where = { shop };
      const connections = { count: await db.connection.count({ where }) };
      const exports = { count: await db.export.count({ where }) };
      const invoiceFiles = { count: await db.invoiceFile.count({ where }) };
      const setAsideRows = { count: await db.setAsideRow.count({ where }) };
      await createConnectionStore(db).remove(shop);
      const erased = {
        connections,
        exports,
        invoiceFiles,
        setAsideRows,
        sessions: await db.session.deleteMany({ where }),
        statedFacts: await db.statedFact.deleteMany({ where }),
        sightings: await db.sighting.deleteMany({ where }),
        tickets: await db.outboundTicket.deleteMany({ where }),
        snapshots: await db.snapshot.deleteMany({ where }),
        closingRequests: await db.closingRequest.deleteMany({ where }),
        outboundEvents: await db.outboundEvent.deleteMany({ where }),
        mails: await db.outboundMail.deleteMany({ where }),
        links: await db.accessLink.deleteMany({ where }),
        exitCodes: await db.exitCode.deleteMany({ where }),
        webhooks: await db.webhookDelivery.deleteMany({ where }),
        choices: await db.choice.deleteMany({ where }),
        erasuresDue: await db.erasureDue.deleteMany({ where }),
        drafts: await db.closingDraft.deleteMany({ where }),
        draftAsides: await db.closingDraftAside.deleteMany({ where }),
        taskWatches: await db.taskMark.deleteMany({ where }),
        chargeSnapshots: await db.toldCharge.deleteMany({ where }),
        storeEvents: await db.storeEvent.deleteMany({ where }),
        staffNames: await db.staffName.deleteMany({ where }),
        shops: await db.shop.deleteMany({ where }),
        jobs: await eraseJobs(db, shop),
      };
      return Object.fromEntries(Object.entries(erased).map(([name, { count }]) => [name, count]));
    },
    async prune({
      handledBefore,
      linksEndedBefore,
      codesEndedBefore,
      callHoursEndedBefore,
      recordsBefore,
      softFailuresBefore,
      closingStateBefore,
      eventsBefore,
      alertsBefore,
      lastMailsBefore,
    }) {
      await db.webhookDelivery.deleteMany({ where: { handledAt: { lt: toDate(handledBefore) } } });
      await db.accessLink.deleteMany({ where: { expiresAt: { lt: toDate(linksEndedBefore) } } });
      await db.exitCode.deleteMany({ where: { expiresAt: { lt: toDate(codesEndedBefore) } } });
      await db.callBudget.deleteMany({ where: { resetAt: { lt: toDate(callHoursEndedBefore) } } });
      await db.suppressedAddress.deleteMany({ where: { suppressedAt: { lt: toDate(recordsBefore) } } });
      await db.suppressedAddress.deleteMany({ where: { endsAt: { lt: toDate(softFailuresBefore) } } });
      await db.softBounce.deleteMany({ where: { bouncedAt: { lt: toDate(softFailuresBefore) } } });
      await db.outboundEvent.deleteMany({ where: { settledAt: { lt: toDate(eventsBefore) } } });
      await db.deletionRecord.deleteMany({ where: { erasedAt: { lt: toDate(recordsBefore) } } });
      const before = { lt: toDate(closingStateBefore) };
      await db.closingDraft.deleteMany({ where: { savedAt: before } });
      await db.closingDraftAside.deleteMany({ where: { savedAt: before } });
      await db.taskMark.deleteMany({ where: { wantedAt: before } });
      await db.outboundMail.deleteMany({
        where: { shop: OPERATOR, createdAt: { lt: toDate(alertsBefore) } },
      });
      await db.outboundMail.deleteMany({
        where: { purpose: "final", createdAt: { lt: toDate(lastMailsBefore) } },
      });
      await db.oddity.deleteMany({ where: { lastSeenAt: { lt: toDate(alertsBefore) } } });
    },
  };
}
