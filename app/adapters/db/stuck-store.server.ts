import type { StuckStore, Waiting, WaitingKind } from "#app/ports/index.ts";
import type { Db } from "./client.server.ts";
import { toDate, toInstantOrNull } from "./time.server.ts";

type Counted = { count: bigint; oldest: Date | null };

/** Counts over all shops, each on an index, because they are looked at every few minutes. */
export function createStuckStore(db: Db): StuckStore {
  const counted = (kind: WaitingKind, rows: Counted[]): Waiting => ({
    kind,
    count: Number(rows[0]?.count ?? 0),
    oldest: toInstantOrNull(rows[0]?.oldest ?? null),
  });
  return {
    async waiting(since) {
      const webhooks = await db.$queryRaw<Counted[]>`
        SELECT count(*) AS "count", min("receivedAt") AS "oldest" FROM "WebhookDelivery"
        WHERE "handledAt" IS NULL AND "receivedAt" < ${toDate(since.webhooks)}::timestamp`;
      const mails = await db.$queryRaw<Counted[]>`
        SELECT count(*) AS "count", min("createdAt") AS "oldest" FROM "OutboundMail"
        WHERE "state" = 'pending' AND "createdAt" < ${toDate(since.mails)}::timestamp`;
      const tickets = await db.$queryRaw<Counted[]>`
        SELECT count(*) AS "count", min("createdAt") AS "oldest" FROM "OutboundTicket"
        WHERE "state" IN ('pending', 'sending', 'unknown') AND "createdAt" < ${toDate(since.tickets)}::timestamp`;
      const tokens = await db.$queryRaw<Counted[]>`
        SELECT count(*) AS "count", min(s."uninstalledAt") AS "oldest"
        FROM "Shop" s JOIN "Connection" c ON c."shop" = s."shop"
        WHERE s."uninstalledAt" < ${toDate(since.tokens)}::timestamp AND c."sealedToken" IS NOT NULL
        AND NOT EXISTS (SELECT FROM "Choice" k
          WHERE k."shop" = s."shop" AND k."name" = 'keep-watching' AND k."granted")`;
      const left = toDate(since["left-stores"]);
      const leftStores = await db.$queryRaw<Counted[]>`
        SELECT count(*) AS "count", min(greatest("uninstalledAt", "tendedAt")) AS "oldest" FROM "Shop"
        WHERE "uninstalledAt" < ${left}::timestamp AND ("tendedAt" IS NULL OR "tendedAt" < ${left}::timestamp)`;
      return [
        counted("webhooks", webhooks),
        counted("mails", mails),
        counted("tickets", tickets),
        counted("tokens", tokens),
        counted("left-stores", leftStores),
      ];
    },
  };
}
