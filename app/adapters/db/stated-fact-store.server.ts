import type { StatedFactStore } from "#app/ports/index.ts";
import { type Db, toJson } from "./client.server.ts";
import { toDate, toInstant } from "./time.server.ts";

export function createStatedFactStore(db: Db): StatedFactStore {
  return {
    async all(shop) {
      const rows = await db.statedFact.findMany({ where: { shop }, orderBy: { name: "asc" } });
      return rows.map(({ name, value, statedAt, statedBy }) => ({
        name,
        value,
        statedAt: toInstant(statedAt),
        statedBy,
      }));
    },
    async save(shop, facts) {
      for (const { name, value, statedAt, statedBy } of facts) {
        const data = { value: toJson(value), statedAt: toDate(statedAt), statedBy };
        await db.statedFact.upsert({
          where: { shop_name: { shop, name } },
          create: { shop, name, ...data },
          update: data,
        });
      }
    },
    async removeAll(shop) {
      await db.statedFact.deleteMany({ where: { shop } });
    },
  };
}
