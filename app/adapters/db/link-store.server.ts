import { z } from "zod";
import type { LinkStore } from "#app/ports/index.ts";
import type { Db } from "./client.server.ts";
import { toDate, toDateOrNull, toInstant, toInstantOrNull } from "./time.server.ts";

const purpose = z.enum(["finish", "stop-mail"]);

export function createLinkStore(db: Db): LinkStore {
  return {
    async add(incoming) {
      await db.accessLink.create({
        data: {
          ...incoming,
          createdAt: toDate(incoming.createdAt),
          expiresAt: toDate(incoming.expiresAt),
          revokedAt: toDateOrNull(incoming.revokedAt),
        },
      });
    },
    async find(idHash) {
      const row = await db.accessLink.findFirst({ where: { idHash } });
      return (
        row && {
          ...row,
          purpose: purpose.parse(row.purpose),
          createdAt: toInstant(row.createdAt),
          expiresAt: toInstant(row.expiresAt),
          revokedAt: toInstantOrNull(row.revokedAt),
        }
      );
    },
    async revokeAll(shop, at) {
      await db.accessLink.updateMany({ where: { shop, revokedAt: null }, data: { revokedAt: toDate(at) } });
    },
  };
}
