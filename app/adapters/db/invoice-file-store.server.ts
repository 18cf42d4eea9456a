import type { InvoiceFileStore } from "#app/ports/index.ts";
import { fromBase64, toBase64 } from "./base64.server.ts";
import type { Db } from "./client.server.ts";
import { toDate, toInstant } from "./time.server.ts";

export function createInvoiceFileStore(db: Db): InvoiceFileStore {
  return {
    async list({ shop, accountSid }, after = "") {
      // Byte by byte, as JavaScript compares ids; the database's language may order them otherwise.
      const rows = await db.$queryRaw<{ invoiceId: string; sha256: string; fetchedAt: Date }[]>`
        SELECT "invoiceId", "sha256", "fetchedAt" FROM "InvoiceFile"
        WHERE "shop" = ${shop} AND "accountSid" = ${accountSid} AND "invoiceId" > ${after} COLLATE "C"
        ORDER BY "invoiceId" COLLATE "C"`;
      return rows.map((row) => ({ ...row, fetchedAt: toInstant(row.fetchedAt) }));
    },
    async read({ shop, accountSid }, invoiceId) {
      const row = await db.invoiceFile.findUnique({
        where: { shop_accountSid_invoiceId: { shop, accountSid, invoiceId } },
        select: { content: true },
      });
      return row && fromBase64(row.content);
    },
    async save({ shop, accountSid }, { invoiceId, sha256, bytes, fetchedAt }) {
      const data = { sha256, content: toBase64(bytes), fetchedAt: toDate(fetchedAt) };
      await db.invoiceFile.upsert({
        where: { shop_accountSid_invoiceId: { shop, accountSid, invoiceId } },
        create: { shop, accountSid, invoiceId, ...data },
        update: data,
      });
    },
    async removeFetchedBefore(limit) {
      await db.invoiceFile.deleteMany({ where: { fetchedAt: { lt: toDate(limit) } } });
    },
    async removeAll(shop) {
      await db.invoiceFile.deleteMany({ where: { shop } });
    },
  };
}
