import type { OpenDatabase } from "#app/adapters/db/database-kind.server.ts";

/** Tables that name no shop (erase-everywhere.test.ts holds them to that). */
const OF_NOBODY = [
  "SuppressedAddress",
  "SoftBounce",
  "DeletionRecord",
  "AccountLease",
  "CallBudget",
  "RateLimit",
  "Oddity",
];

/** What may look without a shop. Anything else that forgets it fails whichever test runs it. */
const ACROSS_SHOPS = [
  // Found by what only its holder knows, and believed for that.
  "AccessLink.findFirst by idHash",
  "OutboundMail.findMany by messageId",
  // Whether an account is anybody's at all: no row of theirs is read.
  "Connection.count by accountSid",
  // The operator has only the reference; which store it is of is then asked with its own name.
  "ClosingRequest.findMany by reference",
  // Work of every shop that is due; each is then done with its own.
  "Export.findMany by state",
  "OutboundTicket.findMany by state",
  "RequestCheck.findMany by kind, nextAt, requestId, request",
  // What is old enough goes, whoever's it is (docs/retention.md).
  "AccessLink.deleteMany by expiresAt",
  "ClosingDraft.deleteMany by savedAt",
  "ClosingDraftAside.deleteMany by savedAt",
  "ExitCode.deleteMany by expiresAt",
  "Export.deleteMany by expiresAt",
  "InvoiceFile.deleteMany by fetchedAt",
  "OperatorDeed.deleteMany by at",
  "OutboundEvent.deleteMany by settledAt",
  "OutboundMail.deleteMany by purpose, createdAt",
  "TaskMark.deleteMany by wantedAt",
  "WebhookDelivery.deleteMany by handledAt",
];

type Query = { model: string; operation: string; args: unknown };
type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;

/** Directly, or within a key of several columns such as `shop_name`. */
const namesShop = (where: unknown): boolean =>
  isFields(where) &&
  (where.shop !== undefined ||
    Object.values(where).some((part) => isFields(part) && part.shop !== undefined));

/** Null when the query says whose rows it means; otherwise what it looks like, for the list above. */
function withoutShop({ model, operation, args }: Query): string | null {
  if (OF_NOBODY.includes(model)) return null;
  const { where, data, create } = (args ?? {}) as { where?: Fields; data?: unknown; create?: unknown };
  const written = operation.startsWith("create") ? [data].flat() : [create].flat().filter(Boolean);
  const isWhole = operation.startsWith("create") || namesShop(where);
  if (isWhole && written.every(namesShop)) return null;
  return `${model}.${operation} by ${Object.keys(where ?? {}).join(", ")}`;
}

/** The same database; a query of a merchant's table that names no shop throws (I5). */
export function guardTenants(opened: OpenDatabase): Pick<OpenDatabase, "prisma" | "kind" | "query"> {
  const guarded = opened.prisma.$extends({
    query: {
      $allModels: {
        $allOperations({ model, operation, args, query }) {
          const found = withoutShop({ model, operation, args });
          if (found !== null && !ACROSS_SHOPS.includes(found)) throw new Error(`No shop is named: ${found}`);
          return query(args);
        },
      },
    },
  });
  return { kind: opened.kind, query: opened.query, prisma: guarded as unknown as OpenDatabase["prisma"] };
}
