import { z } from "zod";
import { SUPPRESSION_REASONS } from "#app/domain/index.ts";
import {
  CHOICE_NAMES,
  type ChoiceStore,
  type DeletionStore,
  type ErasureDueStore,
  type SuppressionStore,
} from "#app/ports/index.ts";
import { type Db, toJson } from "./client.server.ts";
import { toDate, toInstant } from "./time.server.ts";

const choiceName = z.enum(CHOICE_NAMES);
const reason = z.enum(SUPPRESSION_REASONS);
const cause = z.enum(["shop-redact", "merchant-asked", "nothing-left-to-do"]);
const counts = z.record(z.string(), z.number());

export const createChoiceStore = (db: Db): ChoiceStore => ({
  async all(shop) {
    const rows = await db.choice.findMany({ where: { shop }, orderBy: { name: "asc" } });
    return rows.map(({ name, granted, decidedAt, decidedBy }) => ({
      name: choiceName.parse(name),
      granted,
      decidedAt: toInstant(decidedAt),
      decidedBy,
    }));
  },
  async save(shop, choices) {
    for (const { name, decidedAt, ...rest } of choices) {
      const data = { ...rest, decidedAt: toDate(decidedAt) };
      await db.choice.upsert({
        where: { shop_name: { shop, name } },
        create: { shop, name, ...data },
        update: data,
      });
    }
  },
});

export const createSuppressionStore = (db: Db): SuppressionStore => ({
  async find(addressMac) {
    const where = { addressMac };
    const [row, soft] = [
      await db.suppressedAddress.findUnique({ where }),
      await db.softBounce.findUnique({ where }),
    ];
    return {
      suppression: row && {
        reason: reason.parse(row.reason),
        suppressedAt: toInstant(row.suppressedAt),
        endsAt: row.endsAt && toInstant(row.endsAt),
      },
      softSince: soft && toInstant(soft.bouncedAt),
    };
  },
  async save(addressMac, { suppression, softSince }) {
    const where = { addressMac };
    if (suppression) {
      const data = {
        reason: suppression.reason,
        suppressedAt: toDate(suppression.suppressedAt),
        endsAt: suppression.endsAt && toDate(suppression.endsAt),
      };
      await db.suppressedAddress.upsert({ where, create: { addressMac, ...data }, update: data });
    } else await db.suppressedAddress.deleteMany({ where });
    if (softSince) {
      const data = { bouncedAt: toDate(softSince) };
      await db.softBounce.upsert({ where, create: { addressMac, ...data }, update: data });
    } else await db.softBounce.deleteMany({ where });
  },
  async rekey(from, to) {
    const where = { addressMac: { in: from } };
    if (from.length === 0) return;
    const moved = <Row>(row: Row) => ({ ...row, addressMac: to });
    const rows = await db.suppressedAddress.findMany({ where, orderBy: { suppressedAt: "asc" } });
    if (rows.length > 0) {
      await db.suppressedAddress.createMany({ data: rows.map(moved), skipDuplicates: true });
      await db.suppressedAddress.deleteMany({ where });
    }
    const soft = await db.softBounce.findMany({ where, orderBy: { bouncedAt: "asc" } });
    if (soft.length === 0) return;
    await db.softBounce.createMany({ data: soft.map(moved), skipDuplicates: true });
    await db.softBounce.deleteMany({ where });
  },
});

export const createErasureDueStore = (db: Db): ErasureDueStore => ({
  async find(shop) {
    const row = await db.erasureDue.findUnique({ where: { shop } });
    return row && { shop, cause: cause.parse(row.cause), askedAt: toInstant(row.askedAt) };
  },
  async add(incoming) {
    const data = [{ ...incoming, askedAt: toDate(incoming.askedAt) }];
    await db.erasureDue.createMany({ data, skipDuplicates: true });
  },
  async remove(shop) {
    await db.erasureDue.deleteMany({ where: { shop } });
  },
});

export const createDeletionStore = (db: Db): DeletionStore => ({
  async add(incoming) {
    const data = { ...incoming, erased: toJson(incoming.erased), erasedAt: toDate(incoming.erasedAt) };
    await db.deletionRecord.create({ data });
  },
  async ofShop(shopMac) {
    const rows = await db.deletionRecord.findMany({ where: { shopMac }, orderBy: { erasedAt: "asc" } });
    return rows.map((row) => ({
      ...row,
      cause: cause.parse(row.cause),
      erased: counts.parse(row.erased),
      erasedAt: toInstant(row.erasedAt),
    }));
  },
  async rekey(from, to) {
    await db.deletionRecord.updateMany({ where: { shopMac: { in: from } }, data: { shopMac: to } });
  },
});
