import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#app/ports/index.ts";
import { aConnection, aMail, aShop, at, aWebhook, newShopDomain } from "#test/factories/rows.ts";
import { DATABASES, type Running } from "./databases.ts";

const later = at("2026-06-22T10:00:00.123Z");

describe.each(DATABASES)("the stores on %s", (_name, start) => {
  let running: Running;
  let db: Database;
  beforeAll(async () => {
    running = await start();
    db = running.db;
  });
  afterAll(() => running.stop());

  describe("shops", () => {
    it("gives back what was saved, to the millisecond", async () => {
      const shop = aShop({
        name: "户外 “Acme” <b>",
        uninstalledAt: later,
        mailStoppedAt: later,
        contactEmail: null,
      });
      await db.shops.save(shop);
      expect(await db.shops.find(shop.shop)).toEqual(shop);
    });

    it("replaces a shop that is saved again and leaves the others", async () => {
      const [one, other] = [aShop(), aShop()];
      await db.shops.save(one);
      await db.shops.save(other);
      await db.shops.save({ ...one, locale: "zh-CN" });
      expect((await db.shops.find(one.shop))?.locale).toBe("zh-CN");
      expect(await db.shops.find(other.shop)).toEqual(other);
    });

    it("finds nothing for a shop it never saw", async () => {
      expect(await db.shops.find(newShopDomain())).toBeNull();
    });
  });

  describe("connections", () => {
    it("know whether an account is the shop's", async () => {
      const mine = aConnection();
      await db.connections.save(mine);
      const { shop, accountSid } = mine;
      const held = (key: { shop: string; accountSid: string }) =>
        db.transact((work) => work.connections.hold(key));
      expect(await held({ shop, accountSid })).toBe(true);
      expect(await held({ shop, accountSid: "IRanother" })).toBe(false);
      expect(await held({ shop: newShopDomain(), accountSid })).toBe(false);
    });

    it("keeps which account it was after its token was destroyed", async () => {
      const [mine, other] = [aConnection({ kind: "partner" }), aConnection()];
      await db.connections.save(mine);
      await db.connections.save(other);
      await db.connections.destroyToken(mine.shop);
      expect(await db.connections.find(mine.shop)).toEqual({ ...mine, sealedToken: null });
      expect(await db.connections.find(other.shop)).toEqual(other);
    });

    it("removes only the shop's own connection", async () => {
      const [mine, other] = [aConnection(), aConnection()];
      await db.connections.save(mine);
      await db.connections.save(other);
      await db.connections.remove(mine.shop);
      expect(await db.connections.find(mine.shop)).toBeNull();
      expect(await db.connections.find(other.shop)).toEqual(other);
    });
  });

  describe("stated facts", () => {
    const fact = (name: string, value: unknown) => ({ name, value, statedAt: later, statedBy: "staff-1" });

    it("keeps values of every JSON kind", async () => {
      const shop = newShopDomain();
      const facts = [
        fact("a", "2026-05-12"),
        fact("b", false),
        fact("c", { amount: "0.10", asOf: "2026-05-12" }),
      ];
      await db.statedFacts.save(shop, facts);
      expect(await db.statedFacts.all(shop)).toEqual(facts);
    });

    it("keeps a fact that is told to be unknown", async () => {
      const shop = newShopDomain();
      await db.statedFacts.save(shop, [fact("trialEndsOn", "2026-06-01")]);
      await db.statedFacts.save(shop, [fact("trialEndsOn", null)]);
      expect(await db.statedFacts.all(shop)).toEqual([fact("trialEndsOn", null)]);
    });

    it("forgets all that one shop told, and nothing of another's", async () => {
      const [shop, other] = [newShopDomain(), newShopDomain()];
      await db.statedFacts.save(shop, [fact("a", 1), fact("b", 2)]);
      await db.statedFacts.save(other, [fact("a", 9)]);
      await db.statedFacts.removeAll(shop);
      expect(await db.statedFacts.all(shop)).toEqual([]);
      expect(await db.statedFacts.all(other)).toEqual([fact("a", 9)]);
    });

    it("replaces one fact, leaves the rest, and shows a shop only its own", async () => {
      const [shop, other] = [newShopDomain(), newShopDomain()];
      await db.statedFacts.save(shop, [fact("a", 1), fact("b", 2)]);
      await db.statedFacts.save(other, [fact("a", 9)]);
      await db.statedFacts.save(shop, [fact("b", 3)]);
      expect(await db.statedFacts.all(shop)).toEqual([fact("a", 1), fact("b", 3)]);
      expect(await db.statedFacts.all(other)).toEqual([fact("a", 9)]);
    });
  });

  describe("snapshots", () => {
    const first = at("2026-06-21T09:00:00Z");

    it("keeps the last known body and its age when a later check fails", async () => {
      const shop = newShopDomain();
      const failure = { outcome: "forbidden", resource: "Contracts" } as const;
      await db.snapshots.saveRead(shop, "Contracts", [{ id: "1" }], first);
      await db.snapshots.saveFailure(shop, "Contracts", failure, later);
      expect(await db.snapshots.all(shop)).toEqual([
        { resource: "Contracts", body: [{ id: "1" }], checkedAt: first, triedAt: later, failure },
      ]);
    });

    it("has no body and no age when the first check fails", async () => {
      const shop = newShopDomain();
      const failure = { outcome: "rate-limited", retryAt: null } as const;
      await db.snapshots.saveFailure(shop, "Actions", failure, later);
      expect(await db.snapshots.all(shop)).toEqual([
        { resource: "Actions", body: null, checkedAt: null, triedAt: later, failure },
      ]);
    });

    it("forgets the failure once a check succeeds", async () => {
      const shop = newShopDomain();
      await db.snapshots.saveFailure(shop, "Invoices", { outcome: "unauthorized" }, first);
      await db.snapshots.saveRead(shop, "Invoices", [], later);
      expect(await db.snapshots.all(shop)).toEqual([
        { resource: "Invoices", body: [], checkedAt: later, triedAt: later, failure: null },
      ]);
    });

    it("shows and removes only the shop's own", async () => {
      const [shop, other] = [newShopDomain(), newShopDomain()];
      await db.snapshots.saveRead(shop, "Catalogs", ["mine"], first);
      await db.snapshots.saveRead(other, "Catalogs", ["theirs"], first);
      await db.snapshots.removeAll(shop);
      expect(await db.snapshots.all(shop)).toEqual([]);
      expect(await db.snapshots.all(other)).toMatchObject([{ body: ["theirs"] }]);
    });
  });

  describe("mails", () => {
    it("writes a mail once per occasion, also when 20 arrive at once", async () => {
      const shop = newShopDomain();
      const mails = Array.from({ length: 20 }, () => aMail({ shop, dedupeKey: `warning:${shop}:1` }));
      const added = await Promise.all(mails.map((mail) => db.mails.add(mail)));
      expect(added.filter(Boolean)).toHaveLength(1);
      const found = await Promise.all(mails.map(({ id }) => db.mails.findById(shop, id)));
      expect(found.filter((mail) => mail !== null)).toHaveLength(1);
    });

    it("gives back what was added, only to its shop", async () => {
      const mail = aMail();
      await db.mails.add(mail);
      expect(await db.mails.findById(mail.shop, mail.id)).toEqual(mail);
      expect(await db.mails.findById(newShopDomain(), mail.id)).toBeNull();
    });

    it("counts failed tries while the mail stays pending, and clears the error once it was sent", async () => {
      const mail = aMail();
      await db.mails.add(mail);
      await db.mails.markFailed(mail.shop, mail.id, "451 try later");
      await db.mails.markFailed(mail.shop, mail.id, "451 try later");
      expect(await db.mails.findById(mail.shop, mail.id)).toEqual({
        ...mail,
        attempts: 2,
        lastError: "451 try later",
      });
      await db.mails.markSent(mail.shop, mail.id, later);
      const sent = { ...mail, state: "sent", attempts: 3, lastError: null, sentAt: later };
      expect(await db.mails.findById(mail.shop, mail.id)).toEqual(sent);
    });

    it("changes nothing for another shop that names the mail", async () => {
      const mail = aMail();
      await db.mails.add(mail);
      const other = newShopDomain();
      await db.mails.markSent(other, mail.id, later);
      await db.mails.markDropped(other, mail.id, "no");
      await db.mails.markFailed(other, mail.id, "no");
      expect(await db.mails.findById(mail.shop, mail.id)).toEqual(mail);
    });

    it("finds mails by the Message-ID that a bounce brings back, and no others", async () => {
      const [mail, other] = [aMail(), aMail()];
      for (const each of [mail, other]) await db.mails.add(each);
      expect(await db.mails.withMessageIds([mail.messageId, "<made-up@a.example>"])).toEqual([mail]);
    });

    it("says why a mail was dropped", async () => {
      const mail = aMail();
      await db.mails.add(mail);
      await db.mails.markDropped(mail.shop, mail.id, "installed again");
      expect(await db.mails.findById(mail.shop, mail.id)).toMatchObject({
        state: "dropped",
        lastError: "installed again",
      });
    });
  });

  describe("webhooks", () => {
    it("keeps a delivery once, with one job, also when 50 copies arrive at once", async () => {
      const webhook = aWebhook({ body: { current: ["read_orders"] }, eventId: null });
      const kept = await Promise.all(Array.from({ length: 50 }, () => db.keepWebhook(webhook)));
      expect(kept.filter(Boolean)).toHaveLength(1);
      const { shop, webhookId } = webhook;
      expect(await db.webhooks.find(shop, webhookId)).toEqual(webhook);
      expect(await running.jobsOf(shop)).toEqual([{ name: "handle-webhook", data: { shop, webhookId } }]);
    });

    it("gives back what was added, only to its shop, and remembers how it ended", async () => {
      const webhook = aWebhook({ body: { current: ["read_orders"] }, triggeredAt: null, eventId: null });
      await db.webhooks.add(webhook);
      expect(await db.webhooks.find(webhook.shop, webhook.webhookId)).toEqual(webhook);
      expect(await db.webhooks.find(newShopDomain(), webhook.webhookId)).toBeNull();
      await db.webhooks.markHandled(newShopDomain(), webhook.webhookId, "not mine", later);
      await db.webhooks.markHandled(webhook.shop, webhook.webhookId, "warned", later);
      const handled = { ...webhook, outcome: "warned", handledAt: later };
      expect(await db.webhooks.find(webhook.shop, webhook.webhookId)).toEqual(handled);
      await db.webhooks.remove(newShopDomain(), webhook.webhookId);
      expect(await db.webhooks.find(webhook.shop, webhook.webhookId)).toEqual(handled);
      await db.webhooks.remove(webhook.shop, webhook.webhookId);
      expect(await db.webhooks.find(webhook.shop, webhook.webhookId)).toBeNull();
    });
  });
});
