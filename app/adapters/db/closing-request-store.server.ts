import { randomUUID } from "node:crypto";
import { z } from "zod";
import {
  assertTransition,
  isEnded,
  isUnderWay,
  mostOpen,
  REQUEST_STATES,
  REQUEST_TRIGGERS,
} from "#app/domain/index.ts";
import type { ClosingRequestEvent, ClosingRequestRow, ClosingStore } from "#app/ports/index.ts";
import { type Db, toJson } from "./client.server.ts";
import type { ClosingEvent, Prisma } from "./generated/client.ts";
import { toDate, toInstant } from "./time.server.ts";

const state = z.enum(REQUEST_STATES);
const trigger = z.enum(REQUEST_TRIGGERS);
const openItems = z.array(z.string());
const evidence = z.record(z.string(), z.string());

const include = {
  accounts: { orderBy: { accountSid: "asc" } },
} as const satisfies Prisma.ClosingRequestInclude;
type StoredRequest = Prisma.ClosingRequestGetPayload<{ include: typeof include }>;
const NEWEST_FIRST = [
  { createdAt: "desc" },
  { id: "asc" },
] as const satisfies Prisma.ClosingRequestOrderByWithRelationInput[];

export function createClosingStore(db: Db): ClosingStore {
  const addEvent = (shop: string, requestId: string, event: ClosingRequestEvent) =>
    db.closingEvent.create({
      data: {
        id: randomUUID(),
        shop,
        requestId,
        ...event,
        evidence: toJson(event.evidence),
        at: toDate(event.at),
      },
    });
  const find = async (where: Prisma.ClosingRequestWhereInput) =>
    fromRow(await db.closingRequest.findFirst({ where, include }));
  const all = async (shop: string) => {
    const rows = await db.closingRequest.findMany({ where: { shop }, include, orderBy: NEWEST_FIRST });
    return rows.flatMap((row) => fromRow(row) ?? []);
  };
  return {
    all,
    findOpen: async (shop) => mostOpen(await all(shop)),
    findByReference: (shop, reference) => find({ shop, reference }),
    findById: (shop, id) => find({ shop, id }),
    async open(incoming, event) {
      assertTransition(event);
      const { accounts: _accounts, ...row } = incoming;
      const create = (openKey: string | null) =>
        db.closingRequest.createMany({
          data: [
            {
              ...row,
              openKey,
              openItems: toJson(incoming.openItems),
              createdAt: toDate(incoming.createdAt),
              updatedAt: toDate(incoming.updatedAt),
            },
          ],
          skipDuplicates: true,
        });
      const created = (await create(incoming.shop)).count > 0 || (await create(null)).count > 0;
      if (!created) return false;
      const accounts = accountRows(incoming);
      const claimed = await db.requestAccount.createMany({ data: accounts, skipDuplicates: true });
      if (claimed.count < accounts.length) {
        await db.closingRequest.deleteMany({ where: { shop: incoming.shop, id: incoming.id } });
        return false;
      }
      await addEvent(incoming.shop, incoming.id, event);
      return true;
    },
    async move(shop, id, event) {
      assertTransition(event);
      const known = await find({ shop, id });
      const reopens = event.fromState !== null && !isUnderWay(event.fromState) && isUnderWay(event.toState);
      const keys = known && reopens ? accountRows(known) : [];
      const taken = keys.map(({ openKey }) => openKey);
      if (
        taken.length > 0 &&
        (await db.requestAccount.count({ where: { shop, openKey: { in: taken } } })) > 0
      )
        return false;
      const { count } = await db.closingRequest.updateMany({
        where: { shop, id, state: event.fromState ?? "" },
        data: {
          state: event.toState,
          updatedAt: toDate(event.at),
          ...(isEnded(event.toState) ? { openKey: null } : {}),
        },
      });
      if (count === 0) return false;
      for (const { accountSid, openKey } of keys)
        await db.requestAccount.updateMany({ where: { shop, requestId: id, accountSid }, data: { openKey } });
      if (!isUnderWay(event.toState))
        await db.requestAccount.updateMany({ where: { shop, requestId: id }, data: { openKey: null } });
      await addEvent(shop, id, event);
      return true;
    },
    async events(shop, id) {
      const rows = await db.closingEvent.findMany({ where: { shop, requestId: id }, orderBy: { at: "asc" } });
      return rows.map(toEvent);
    },
  };
}

/** In one order, so that two requests for the same accounts wait for each other and never both. */
const accountRows = ({ shop, id, accounts }: Pick<ClosingRequestRow, "shop" | "id" | "accounts">) =>
  (accounts.length > 0 ? [...new Set(accounts)].sort() : [""]).map((accountSid) => ({
    shop,
    requestId: id,
    accountSid,
    openKey: `${shop}|${accountSid}`,
  }));

function fromRow(row: StoredRequest | null): ClosingRequestRow | null {
  if (!row) return null;
  const { openKey: _openKey, accounts, ...rest } = row;
  return {
    ...rest,
    accounts: accounts.map(({ accountSid }) => accountSid).filter((sid) => sid !== ""),
    state: state.parse(row.state),
    openItems: openItems.parse(row.openItems),
    createdAt: toInstant(row.createdAt),
    updatedAt: toInstant(row.updatedAt),
  };
}

const toEvent = (row: ClosingEvent): ClosingRequestEvent => ({
  trigger: trigger.parse(row.trigger),
  fromState: state.nullable().parse(row.fromState),
  toState: state.parse(row.toState),
  actor: row.actor,
  evidence: evidence.parse(row.evidence),
  at: toInstant(row.at),
});
