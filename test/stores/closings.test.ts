import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#app/ports/index.ts";
import {
  aClosing,
  aClosingEvent,
  aConnection,
  aLink,
  aMail,
  aShop,
  at,
  aWebhook,
  newShopDomain,
} from "#test/factories/rows.ts";
import { DATABASES, type Running } from "./databases.ts";

describe.each(DATABASES)("closing requests, transactions and erasure on %s", (_name, start) => {
  let running: Running;
  let db: Database;
  beforeAll(async () => {
    running = await start();
    db = running.db;
  });
  afterAll(() => running.stop());

  describe("closing requests", () => {
    it("is one under way for each account, several for a store, and free again once the account is closed (D21)", async () => {
      const first = aClosing({ accounts: ["IRone0001", "IRtwo0002"], createdAt: at("2026-06-20T09:00:00Z") });
      const { shop } = first;
      expect(await db.closingRequests.open(first, aClosingEvent())).toBe(true);
      const both = aClosing({ shop, accounts: ["IRtwo0002", "IRthree03"] });
      expect(await db.closingRequests.open(both, aClosingEvent())).toBe(false);
      const other = aClosing({ shop, accounts: ["IRthree03"] });
      expect(await db.closingRequests.open(other, aClosingEvent())).toBe(true);
      expect((await db.closingRequests.all(shop)).map(({ id }) => id)).toEqual([other.id, first.id]);
      const evidence = { proof: "Closed.", ticketNumber: "1" };
      const move = { actor: "staff-1", evidence, at: at("2026-06-22T09:00:00Z") };
      for (const step of [
        { trigger: "told-handed-over", fromState: "ready", toState: "handed-over" },
        { trigger: "told-closed", fromState: "handed-over", toState: "closed" },
      ] as const)
        expect(await db.closingRequests.move(shop, first.id, { ...move, ...step })).toBe(true);
      const again = aClosing({ shop, accounts: ["IRone0001"], createdAt: at("2026-06-23T09:00:00Z") });
      expect(await db.closingRequests.open(again, aClosingEvent())).toBe(true);
      expect((await db.closingRequests.findById(shop, first.id))?.accounts).toEqual([
        "IRone0001",
        "IRtwo0002",
      ]);
    });

    it("opens a request with its audit row and finds it in three ways", async () => {
      const request = aClosing({ reason: "Too dear", openItems: ["pay-actions"] });
      expect(await db.closingRequests.open(request, aClosingEvent())).toBe(true);
      expect(await db.closingRequests.findOpen(request.shop)).toEqual(request);
      expect(await db.closingRequests.findById(request.shop, request.id)).toEqual(request);
      expect(await db.closingRequests.findByReference(request.shop, request.reference)).toEqual(request);
      expect(await db.closingRequests.events(request.shop, request.id)).toEqual([aClosingEvent()]);
    });

    it("refuses a second open request and writes no row for it", async () => {
      const first = aClosing();
      const second = aClosing({ shop: first.shop });
      await db.closingRequests.open(first, aClosingEvent());
      expect(await db.closingRequests.open(second, aClosingEvent())).toBe(false);
      expect(await db.closingRequests.findById(first.shop, second.id)).toBeNull();
      expect(await db.closingRequests.events(first.shop, second.id)).toEqual([]);
    });

    it("opens one request when 20 are handed over at once", async () => {
      const shop = newShopDomain();
      const requests = Array.from({ length: 20 }, () => aClosing({ shop }));
      const opened = await Promise.all(
        requests.map((request) => db.transact((work) => work.closingRequests.open(request, aClosingEvent()))),
      );
      expect(opened.filter(Boolean)).toHaveLength(1);
      const events = await Promise.all(requests.map(({ id }) => db.closingRequests.events(shop, id)));
      expect(events.flat()).toHaveLength(1);
    });

    it("moves the state together with its audit row, oldest first", async () => {
      const request = aClosing();
      await db.closingRequests.open(request, aClosingEvent());
      const sent = aClosingEvent({
        trigger: "channel-accepted",
        fromState: "ready",
        toState: "sent",
        evidence: { messageId: "<1@settled.example>" },
        at: at("2026-06-21T09:01:00Z"),
      });
      expect(await db.closingRequests.move(request.shop, request.id, sent)).toBe(true);
      expect(await db.closingRequests.findById(request.shop, request.id)).toEqual({
        ...request,
        state: "sent",
        updatedAt: sent.at,
      });
      expect(await db.closingRequests.events(request.shop, request.id)).toEqual([aClosingEvent(), sent]);
    });

    it("lets one of two moves from the same state through, with one audit row", async () => {
      const request = aClosing();
      await db.closingRequests.open(request, aClosingEvent());
      const withdrawn = aClosingEvent({
        trigger: "withdrawn-unsent",
        fromState: "ready",
        toState: "withdrawn",
      });
      const sent = aClosingEvent({
        trigger: "channel-accepted",
        fromState: "ready",
        toState: "sent",
        evidence: { messageId: "<1@settled.example>" },
      });
      const moved = await Promise.all(
        [withdrawn, sent].map((event) =>
          db.transact((work) => work.closingRequests.move(request.shop, request.id, event)),
        ),
      );
      expect(moved.filter(Boolean)).toHaveLength(1);
      expect(await db.closingRequests.events(request.shop, request.id)).toHaveLength(2);
    });

    it("refuses a move the table does not have, and writes nothing", async () => {
      const request = aClosing();
      await db.closingRequests.open(request, aClosingEvent());
      const closed = aClosingEvent({
        trigger: "told-closed",
        fromState: "ready",
        toState: "closed",
        evidence: { proof: "Closed." },
      });
      await expect(db.closingRequests.move(request.shop, request.id, closed)).rejects.toThrow("No move");
      expect((await db.closingRequests.findOpen(request.shop))?.state).toBe("ready");
      expect(await db.closingRequests.events(request.shop, request.id)).toHaveLength(1);
    });

    it("makes room for another request once one was withdrawn", async () => {
      const first = aClosing();
      await db.closingRequests.open(first, aClosingEvent());
      await db.closingRequests.move(
        first.shop,
        first.id,
        aClosingEvent({ trigger: "withdrawn-unsent", fromState: "ready", toState: "withdrawn" }),
      );
      expect(await db.closingRequests.findOpen(first.shop)).toBeNull();
      const second = aClosing({ shop: first.shop });
      expect(await db.closingRequests.open(second, aClosingEvent())).toBe(true);
      expect((await db.closingRequests.findOpen(first.shop))?.id).toBe(second.id);
    });

    it("shows a shop nothing of another shop's request", async () => {
      const request = aClosing();
      await db.closingRequests.open(request, aClosingEvent());
      const other = newShopDomain();
      expect(await db.closingRequests.findOpen(other)).toBeNull();
      expect(await db.closingRequests.findById(other, request.id)).toBeNull();
      expect(await db.closingRequests.findByReference(other, request.reference)).toBeNull();
      expect(await db.closingRequests.events(other, request.id)).toEqual([]);
    });
  });

  describe("transactions", () => {
    it("commit rows and job together", async () => {
      const shop = aShop();
      const job = { name: "deliver-mail", data: { shop: shop.shop, mailId: "1" } } as const;
      const result = await db.transact(async (work) => {
        await work.shops.save(shop);
        await work.enqueue(job);
        return "done";
      });
      expect(result).toBe("done");
      expect(await db.shops.find(shop.shop)).toEqual(shop);
      expect(await running.jobsOf(shop.shop)).toEqual([job]);
    });

    it("roll rows and job back together", async () => {
      const shop = aShop();
      const broken = db.transact(async (work) => {
        await work.shops.save(shop);
        await work.enqueue({ name: "deliver-mail", data: { shop: shop.shop, mailId: "1" } });
        throw new Error("the third step failed");
      });
      await expect(broken).rejects.toThrow("the third step failed");
      expect(await db.shops.find(shop.shop)).toBeNull();
      expect(await running.jobsOf(shop.shop)).toEqual([]);
    });

    it("see their own writes before they are committed", async () => {
      const shop = aShop();
      const seen = await db.transact(async (work) => {
        await work.shops.save(shop);
        return work.shops.find(shop.shop);
      });
      expect(seen).toEqual(shop);
    });
  });

  it("erases every row of one shop and none of another", async () => {
    const mine = await fill(db);
    const theirs = await fill(db);
    await db.transact((work) => work.erasure.eraseShop(mine.shop));
    expect(await read(db, mine)).toEqual([null, null, [], [], null, [], null, null, null]);
    expect(await read(db, theirs)).not.toContainEqual(null);
  });
});

/** One row of each kind. */
async function fill(db: Database) {
  const { shop } = aShop();
  const rows = {
    shop,
    closing: aClosing({ shop }),
    mail: aMail({ shop }),
    webhook: aWebhook({ shop }),
    link: aLink({ shop }),
  };
  await db.shops.save(aShop({ shop }));
  await db.connections.save(aConnection({ shop }));
  await db.statedFacts.save(shop, [
    { name: "a", value: 1, statedAt: at("2026-06-21T09:00:00Z"), statedBy: "x" },
  ]);
  await db.snapshots.saveRead(shop, "Actions", [], at("2026-06-21T09:00:00Z"));
  await db.closingRequests.open(rows.closing, aClosingEvent());
  await db.mails.add(rows.mail);
  await db.webhooks.add(rows.webhook);
  await db.links.add(rows.link);
  return rows;
}

const read = (db: Database, { shop, closing, mail, webhook, link }: Awaited<ReturnType<typeof fill>>) =>
  Promise.all([
    db.shops.find(shop),
    db.connections.find(shop),
    db.statedFacts.all(shop),
    db.snapshots.all(shop),
    db.closingRequests.findOpen(shop),
    db.closingRequests.events(shop, closing.id),
    db.mails.findById(shop, mail.id),
    db.webhooks.find(shop, webhook.webhookId),
    db.links.find(link.idHash),
  ]);
