import { z } from "zod";
import type { MailRow, MailStore } from "#app/ports/index.ts";
import { type Db, toJson } from "./client.server.ts";
import type { OutboundMail } from "./generated/client.ts";
import { toDate, toDateOrNull, toInstant, toInstantOrNull } from "./time.server.ts";

const purpose = z.enum([
  "operator-alert",
  "uninstall-warning",
  "closing-receipt",
  "new-link",
  "fee-reminder",
  "exit-code",
  "task-reopened",
  "status-change",
  "refund-late",
  "charge-question",
  "follow-up",
  "account-news",
  "final",
]);
const state = z.enum(["pending", "sent", "dropped"]);
const content = z.record(z.string(), z.unknown());

export function createMailStore(db: Db): MailStore {
  return {
    async add(mail) {
      const data = {
        ...mail,
        content: toJson(mail.content),
        createdAt: toDate(mail.createdAt),
        sentAt: toDateOrNull(mail.sentAt),
      };
      const created = await db.outboundMail.createMany({ data: [data], skipDuplicates: true });
      return created.count === 1;
    },
    async findById(shop, id) {
      const row = await db.outboundMail.findFirst({ where: { shop, id } });
      return row && fromRow(row);
    },
    async withMessageIds(messageIds) {
      const rows = await db.outboundMail.findMany({ where: { messageId: { in: messageIds } } });
      return rows.map(fromRow);
    },
    countSince: (shop, purpose, since) =>
      db.outboundMail.count({ where: { shop, purpose, createdAt: { gte: toDate(since) } } }),
    async ofRequest(shop, requestId) {
      const rows = await db.outboundMail.findMany({
        where: { shop, requestId },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      });
      return rows.map(fromRow);
    },
    async markSent(shop, id, at, headers = "") {
      await db.outboundMail.updateMany({
        where: { shop, id },
        data: {
          state: "sent",
          sentAt: toDate(at),
          headers: headers || null,
          attempts: { increment: 1 },
          lastError: null,
        },
      });
    },
    async markDropped(shop, id, reason) {
      await db.outboundMail.updateMany({
        where: { shop, id },
        data: { state: "dropped", lastError: reason },
      });
    },
    async markFailed(shop, id, error) {
      await db.outboundMail.updateMany({
        where: { shop, id },
        data: { attempts: { increment: 1 }, lastError: error },
      });
    },
    async remove(shop, id) {
      await db.outboundMail.deleteMany({ where: { shop, id } });
    },
  };
}

const fromRow = (row: OutboundMail): MailRow => ({
  ...row,
  purpose: purpose.parse(row.purpose),
  state: state.parse(row.state),
  content: content.parse(row.content),
  createdAt: toInstant(row.createdAt),
  sentAt: toInstantOrNull(row.sentAt),
});
