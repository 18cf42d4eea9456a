import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stuckSince } from "#app/domain/index.ts";
import { type Database, OPERATOR } from "#app/ports/index.ts";
import { aConnection, aMail, aShop, at, aWebhook, pruneLimits } from "#test/factories/rows.ts";
import { DATABASES, type Running } from "./databases.ts";

const now = at("2026-06-21T12:00:00Z");
const long = at("2026-06-21T06:00:00Z");
const longer = at("2026-06-21T05:00:00Z");
const justNow = at("2026-06-21T11:59:00Z");

describe.each(DATABASES)("on %s", (_name, start) => {
  let running: Running;
  let db: Database;
  beforeAll(async () => {
    running = await start();
    db = running.db;
  });
  afterAll(() => running.stop());

  describe("what is stuck", () => {
    const waiting = async (kind: string) =>
      (await db.stuck.waiting(stuckSince(now))).find((each) => each.kind === kind);

    it("is nothing in an empty database", async () => {
      const counts = await db.stuck.waiting(stuckSince(now));
      expect(counts.map(({ count, oldest }) => [count, oldest])).toEqual(Array(5).fill([0, null]));
    });

    it("are the webhooks nobody handled, with the time of the oldest", async () => {
      for (const receivedAt of [long, longer, justNow]) await db.webhooks.add(aWebhook({ receivedAt }));
      await db.webhooks.add(aWebhook({ receivedAt: longer, handledAt: long, outcome: "warned" }));
      expect(await waiting("webhooks")).toEqual({ kind: "webhooks", count: 2, oldest: longer });
    });

    it("are the mails that are neither sent nor dropped", async () => {
      for (const createdAt of [long, justNow]) await db.mails.add(aMail({ createdAt }));
      for (const state of ["sent", "dropped"] as const)
        await db.mails.add(aMail({ createdAt: longer, state }));
      expect(await waiting("mails")).toEqual({ kind: "mails", count: 1, oldest: long });
    });

    it("are the keys of stores that left without a wish to keep watching", async () => {
      const stores = [
        { uninstalledAt: long, granted: false },
        { uninstalledAt: longer, granted: true },
        { uninstalledAt: null, granted: false },
        { uninstalledAt: justNow, granted: false },
      ];
      for (const { uninstalledAt, granted } of stores) {
        const { shop } = aShop();
        await db.shops.save(aShop({ shop, uninstalledAt }));
        await db.connections.save(aConnection({ shop }));
        const decided = { decidedAt: long, decidedBy: "staff-1" };
        await db.choices.save(shop, [{ name: "keep-watching", granted, ...decided }]);
        await db.shopIndex.markTended(shop, now);
      }
      expect(await waiting("tokens")).toEqual({ kind: "tokens", count: 1, oldest: long });
    });

    it("are the stores that left and were not looked after since, and a saved store keeps that mark", async () => {
      const shop = aShop({ uninstalledAt: longer });
      await db.shops.save(shop);
      expect(await waiting("left-stores")).toEqual({ kind: "left-stores", count: 1, oldest: longer });
      await db.shopIndex.markTended(shop.shop, long);
      expect(await waiting("left-stores")).toMatchObject({ count: 1, oldest: long });
      await db.shopIndex.markTended(shop.shop, justNow);
      await db.shops.save({ ...shop, name: "Renamed" });
      expect(await waiting("left-stores")).toMatchObject({ count: 0 });
      expect(await db.shops.find(shop.shop)).toEqual({ ...shop, name: "Renamed" });
    });
  });

  describe("what is answered differently", () => {
    const status = { resource: "Contracts", field: "Contracts[].Status", value: "TERMINATED" } as const;
    const missing = { resource: "HelpDesk", field: "Zendesk: ticket.status", value: null } as const;

    it("is counted by value until the operator was told, goes when it is old, and so do the mails of it", async () => {
      await db.schemaDrifts.note(status, longer);
      await db.schemaDrifts.note(missing, long);
      await db.schemaDrifts.note(status, now);
      const unnotified = await db.schemaDrifts.unnotified(20);
      expect(unnotified).toEqual([
        { ...status, firstSeenAt: longer, lastSeenAt: now, answers: 2 },
        { ...missing, firstSeenAt: long, lastSeenAt: long, answers: 1 },
      ]);
      expect(await db.schemaDrifts.unnotified(1)).toEqual(unnotified.slice(0, 1));
      expect(await db.schemaDrifts.seenSince(justNow)).toBe(1);
      await db.schemaDrifts.markNotified([status], now);
      await db.schemaDrifts.note(status, now);
      expect(await db.schemaDrifts.unnotified(20)).toEqual(unnotified.slice(1));
      const alert = aMail({ shop: OPERATOR, purpose: "operator-alert", createdAt: longer });
      const letter = aMail({ createdAt: longer });
      for (const mail of [alert, letter]) await db.mails.add(mail);
      await db.erasure.prune(pruneLimits({ alertsBefore: justNow }));
      expect(await db.schemaDrifts.seenSince(longer)).toBe(1);
      expect(await db.mails.findById(OPERATOR, alert.id)).toBeNull();
      expect(await db.mails.findById(letter.shop, letter.id)).not.toBeNull();
    });
  });
});
