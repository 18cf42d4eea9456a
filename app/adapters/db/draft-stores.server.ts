import { z } from "zod";
import type { DraftAside, DraftStore } from "#app/ports/index.ts";
import { type Db, toJson } from "./client.server.ts";
import { toDate, toDateOrNull, toInstant, toInstantOrNull } from "./time.server.ts";

const text = z.string().nullable();
const content = z.object({
  subject: text,
  body: text,
  reason: text,
  wantedOn: text,
  claimRefund: z.boolean(),
  byHand: z.boolean(),
});

export const createDraftStore = (db: Db): DraftStore => ({
  async find(shop) {
    const row = await db.closingDraft.findUnique({ where: { shop } });
    return row && { ...row, content: content.parse(row.content), savedAt: toInstant(row.savedAt) };
  },
  async save(incoming, seen) {
    const data = { ...incoming, content: toJson(incoming.content), savedAt: toDate(incoming.savedAt) };
    const { count } =
      seen === 0
        ? await db.closingDraft.createMany({ data: [data], skipDuplicates: true })
        : await db.closingDraft.updateMany({ where: { shop: incoming.shop, version: seen }, data });
    return count === 1;
  },
  async remove(shop) {
    await db.closingDraft.deleteMany({ where: { shop } });
  },
  async asides(shop) {
    const rows = await db.closingDraftAside.findMany({ where: { shop }, orderBy: { savedAt: "desc" } });
    return rows.map(
      ({ shop: _shop, ...row }): DraftAside => ({
        ...row,
        content: content.parse(row.content),
        savedAt: toInstant(row.savedAt),
        decidedAt: toInstantOrNull(row.decidedAt),
      }),
    );
  },
  async setAside(shop, aside) {
    const row = {
      ...aside,
      content: toJson(aside.content),
      savedAt: toDate(aside.savedAt),
      decidedAt: toDateOrNull(aside.decidedAt),
    };
    await db.closingDraftAside.createMany({ data: [{ shop, ...row }], skipDuplicates: true });
  },
  async dropAside(shop, id) {
    await db.closingDraftAside.deleteMany({ where: { shop, id } });
  },
  async decide(shop, id, at) {
    await db.closingDraftAside.updateMany({ where: { shop, id }, data: { decidedAt: toDate(at) } });
  },
});
