import { Session } from "@shopify/shopify-api";
import { z } from "zod";
import type { Seal, SessionIndex } from "#app/ports/index.ts";
import type { Db } from "./client.server.ts";

const entries = z.array(z.tuple([z.string(), z.union([z.string(), z.number(), z.boolean()])]));

/** The five methods @shopify/shopify-app-remix asks for. Sessions hold live tokens, so a row is sealed as a whole. */
export interface SealedSessionStorage {
  storeSession(session: Session): Promise<boolean>;
  loadSession(id: string): Promise<Session | undefined>;
  deleteSession(id: string): Promise<boolean>;
  deleteSessions(ids: string[]): Promise<boolean>;
  findSessionsByShop(shop: string): Promise<Session[]>;
}

/** Of a name, a domain and a number: what is longer is no id, and is not looked through. */
const MAX_ID = 200;

/** Shopify's library makes an id of "offline_" and the shop, or of the shop and the number of a member of staff. */
const shopOf = (id: string): string =>
  /[a-z0-9][a-z0-9-]*\.myshopify\.com/.exec(id.slice(0, MAX_ID))?.[0] ?? "";

/** Own storage: the published Prisma one needs the generated `@prisma/client`, which this stack leaves ungenerated. */
export function createSessionStorage(db: Db, seal: Seal): SealedSessionStorage {
  const open = (row: { shop: string; sealed: string }) =>
    Session.fromPropertyArray(entries.parse(JSON.parse(seal.open(row.shop, row.sealed))), true);
  return {
    async storeSession(session) {
      const { id, shop } = session;
      const data = {
        shop,
        expiresAt: session.expires ?? null,
        sealed: seal.seal(shop, JSON.stringify(session.toPropertyArray(true))),
      };
      // Two unique keys: an upsert names one as its arbiter, and of two at once the other key refuses the second.
      const made = await db.session.createMany({ data: [{ id, ...data }], skipDuplicates: true });
      if (made.count === 0) await db.session.updateMany({ where: { shop, id }, data });
      return true;
    },
    async loadSession(id) {
      const row = await db.session.findFirst({ where: { shop: shopOf(id), id } });
      return row ? open(row) : undefined;
    },
    async deleteSession(id) {
      await db.session.deleteMany({ where: { shop: shopOf(id), id } });
      return true;
    },
    async deleteSessions(ids) {
      for (const id of ids) await db.session.deleteMany({ where: { shop: shopOf(id), id } });
      return true;
    },
    async findSessionsByShop(shop) {
      const rows = await db.session.findMany({ where: { shop } });
      return rows.map(open);
    },
  };
}

export function createSessionIndex(db: Db): SessionIndex {
  return {
    async removeAll(shop) {
      await db.session.deleteMany({ where: { shop } });
    },
  };
}
