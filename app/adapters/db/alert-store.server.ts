import { z } from "zod";
import { ALERTS } from "#app/domain/index.ts";
import type { AlertStore } from "#app/ports/index.ts";
import { type Db, toJson } from "./client.server.ts";
import { Prisma } from "./generated/client.ts";
import { toDate, toDateOrNull, toInstant, toInstantOrNull } from "./time.server.ts";

const alert = z.enum(ALERTS);
const limits = z.object({
  currency: z.string(),
  monthlyFee: z.string().nullable(),
  weeklyCommissions: z.string().nullable(),
  overdue: z.boolean(),
  movedDays: z.number().int().nullable(),
});
const sum = { amount: z.string(), currency: z.string() };
const news = z.discriminatedUnion("alert", [
  z.object({
    alert: z.literal("monthly-fee"),
    ...sum,
    bound: z.enum(["about", "atLeast", "atLeastAbout"]),
    on: z.string(),
    limit: z.string(),
  }),
  z.object({ alert: z.literal("weekly-commissions"), ...sum, from: z.string(), limit: z.string() }),
  z.object({ alert: z.literal("overdue"), ...sum, invoices: z.number().int(), since: z.string() }),
  z.object({
    alert: z.literal("earliest-closing"),
    before: z.string(),
    after: z.string(),
    days: z.number().int(),
  }),
]);

export const createAlertStore = (db: Db): AlertStore => ({
  async setting(shop) {
    const row = await db.alertSetting.findUnique({ where: { shop } });
    if (!row) return null;
    const { byMail: granted, mailDecidedAt, mailDecidedBy } = row;
    return {
      limits: limits.parse(row.limits),
      setAt: toInstant(row.setAt),
      setBy: row.setBy,
      mail:
        mailDecidedAt === null || mailDecidedBy === null
          ? null
          : { granted, decidedAt: toInstant(mailDecidedAt), decidedBy: mailDecidedBy },
    };
  },
  async saveSetting(shop, setting) {
    const { mail } = setting;
    const data = {
      limits: toJson(setting.limits),
      setAt: toDate(setting.setAt),
      setBy: setting.setBy,
      byMail: mail?.granted === true,
      mailDecidedAt: toDateOrNull(mail?.decidedAt ?? null),
      mailDecidedBy: mail?.decidedBy ?? null,
    };
    await db.alertSetting.upsert({ where: { shop }, create: { shop, ...data }, update: data });
  },
  async marks(shop) {
    const rows = await db.alertMark.findMany({ where: { shop }, orderBy: { alert: "asc" } });
    return rows.map(({ shop: _shop, ...row }) => ({
      ...row,
      alert: alert.parse(row.alert),
      news: row.news === null ? null : news.parse(row.news),
      changedAt: toInstant(row.changedAt),
      seenAt: toInstantOrNull(row.seenAt),
    }));
  },
  async move(shop, seen, next) {
    const data = {
      ...next,
      news: next.news === null ? Prisma.DbNull : toJson(next.news),
      changedAt: toDate(next.changedAt),
      seenAt: toDateOrNull(next.seenAt),
    };
    if (seen === null)
      return (await db.alertMark.createMany({ data: [{ shop, ...data }], skipDuplicates: true })).count === 1;
    const { alert, accountSid, limit, state, changedAt } = seen;
    const where = { shop, alert, accountSid, limit, state, changedAt: toDate(changedAt) };
    return (await db.alertMark.updateMany({ where, data })).count === 1;
  },
  async forget(shop, alerts) {
    await db.alertMark.deleteMany({ where: { shop, alert: { in: [...alerts] } } });
  },
  async see(shop, alert, changedAt, at) {
    const where = { shop, alert, changedAt: toDate(changedAt) };
    await db.alertMark.updateMany({ where, data: { seenAt: toDate(at) } });
  },
});
