import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#app/ports/index.ts";
import {
  aConnection,
  aLink,
  aMail,
  aShop,
  at,
  aWebhook,
  newShopDomain,
  pruneLimits,
} from "#test/factories/rows.ts";
import { DATABASES, type Running } from "./databases.ts";

const now = at("2026-06-22T10:00:00.123Z");
const choice = (name: "keep-watching" | "remind-before-fees", granted: boolean) => ({
  name,
  granted,
  decidedAt: now,
  decidedBy: "staff-1",
});

describe.each(DATABASES)("the stores for the time after an uninstall on %s", (_name, start) => {
  let running: Running;
  let db: Database;
  beforeAll(async () => {
    running = await start();
    db = running.db;
  });
  afterAll(() => running.stop());

  it("keep each choice with its last decision, for its own shop", async () => {
    const [shop, other] = [newShopDomain(), newShopDomain()];
    await db.choices.save(shop, [choice("remind-before-fees", true), choice("keep-watching", true)]);
    await db.choices.save(shop, [choice("remind-before-fees", false)]);
    expect(await db.choices.all(shop)).toEqual([
      choice("keep-watching", true),
      choice("remind-before-fees", false),
    ]);
    expect(await db.choices.all(other)).toEqual([]);
  });

  it("keep what is known against an address, until something else is", async () => {
    const mac = newShopDomain();
    const nothing = { suppression: null, softSince: null };
    expect(await db.suppressions.find(mac)).toEqual(nothing);
    const endsAt = at("2026-07-21T09:00:00Z");
    const rests = { suppression: { reason: "bounce" as const, suppressedAt: now, endsAt }, softSince: null };
    for (const trouble of [{ suppression: null, softSince: now }, rests, nothing, rests, nothing]) {
      await db.suppressions.save(mac, trouble);
      expect(await db.suppressions.find(mac)).toEqual(trouble);
    }
    expect(await db.suppressions.find(newShopDomain())).toEqual(nothing);
  });

  it("forget a rest that ended and a failure that came alone, in their time", async () => {
    const [over, alone, lasting] = [newShopDomain(), newShopDomain(), newShopDomain()];
    const bounce = { reason: "bounce" as const, suppressedAt: now };
    await db.suppressions.save(over, { suppression: { ...bounce, endsAt: now }, softSince: null });
    await db.suppressions.save(alone, { suppression: null, softSince: now });
    await db.suppressions.save(lasting, { suppression: { ...bounce, endsAt: null }, softSince: null });
    await db.erasure.prune(pruneLimits({ softFailuresBefore: now.add({ seconds: 1 }) }));
    for (const mac of [over, alone])
      expect(await db.suppressions.find(mac)).toEqual({ suppression: null, softSince: null });
    expect((await db.suppressions.find(lasting)).suppression).toEqual({ ...bounce, endsAt: null });
  });

  it("keep an address known under its new hash once its old one was changed, with the first reason", async () => {
    const [oldest, old, current, other] = [
      newShopDomain(),
      newShopDomain(),
      newShopDomain(),
      newShopDomain(),
    ];
    const lasting = { suppressedAt: now, endsAt: null };
    const gone = { suppression: { reason: "bounce", ...lasting }, softSince: now } as const;
    const complained = { suppression: { reason: "complaint", ...lasting }, softSince: null } as const;
    const nothing = { suppression: null, softSince: null };
    await db.suppressions.save(oldest, gone);
    await db.suppressions.save(other, complained);
    for (const _twice of [1, 2]) {
      await db.suppressions.rekey([old, oldest], current);
      expect(await db.suppressions.find(current)).toEqual(gone);
      expect(await db.suppressions.find(oldest)).toEqual(nothing);
    }
    expect(await db.suppressions.find(other)).toEqual(complained);
  });

  it("keep the first order to erase, until it is taken back", async () => {
    const row = { shop: newShopDomain(), cause: "shop-redact", askedAt: now } as const;
    await db.erasuresDue.add(row);
    await db.erasuresDue.add({ ...row, cause: "merchant-asked" });
    expect(await db.erasuresDue.find(row.shop)).toEqual(row);
    await db.erasuresDue.remove(row.shop);
    expect(await db.erasuresDue.find(row.shop)).toBeNull();
  });

  it("list installed and left shops in pages, each shop once", async () => {
    const installed = Array.from({ length: 5 }, () => aShop());
    const left = [aShop({ uninstalledAt: now }), aShop({ uninstalledAt: now })];
    for (const shop of [...installed, ...left]) await db.shops.save(shop);
    const walk = async (read: (after: string, limit: number) => Promise<string[]>) => {
      const found: string[] = [];
      for (let page = await read("", 2); page.length > 0; page = await read(page.at(-1) ?? "", 2)) {
        expect(page.length).toBeLessThanOrEqual(2);
        found.push(...page);
      }
      return found;
    };
    const stays = await walk(db.shopIndex.installed);
    const gone = await walk(db.shopIndex.left);
    expect(new Set(stays).size).toBe(stays.length);
    for (const { shop } of installed) expect(stays).toContain(shop);
    for (const { shop } of left) expect(gone).toContain(shop);
    for (const { shop } of left) expect(stays).not.toContain(shop);
  });

  it("say whether another installed shop uses the account, and nothing else of it", async () => {
    const [mine, other, gone] = [aShop(), aShop(), aShop({ uninstalledAt: now })];
    const accountSid = `IR${mine.shop.slice(5, 17)}`;
    for (const shop of [mine, other, gone]) await db.shops.save(shop);
    await db.connections.save(aConnection({ shop: mine.shop, accountSid }));
    await db.connections.save(aConnection({ shop: gone.shop, accountSid }));
    expect(await db.shopIndex.accountUsedElsewhere(mine.shop)).toBe(false);
    await db.connections.save(aConnection({ shop: other.shop, accountSid }));
    expect(await db.shopIndex.accountUsedElsewhere(mine.shop)).toBe(true);
    await db.connections.destroyToken(other.shop);
    expect(await db.shopIndex.accountUsedElsewhere(mine.shop)).toBe(false);
    expect(await db.shopIndex.accountUsedElsewhere(newShopDomain())).toBe(false);
  });

  it("count the mails of one purpose and shop since a moment", async () => {
    const { shop } = aMail();
    for (const createdAt of ["2026-06-20T09:00:00Z", "2026-06-21T09:00:00Z", "2026-06-22T09:00:00Z"])
      await db.mails.add(aMail({ shop, purpose: "new-link", createdAt: at(createdAt) }));
    await db.mails.add(aMail({ shop, purpose: "exit-code", createdAt: at("2026-06-22T09:00:00Z") }));
    expect(await db.mails.countSince(shop, "new-link", at("2026-06-21T09:00:00Z"))).toBe(2);
    expect(await db.mails.countSince(newShopDomain(), "new-link", at("2026-06-21T09:00:00Z"))).toBe(0);
  });

  it("erase one shop whole, count it, and keep a record that does not know its name", async () => {
    const [shop, other] = [aShop(), aShop()];
    for (const each of [shop, other]) {
      await db.shops.save(each);
      await db.choices.save(each.shop, [choice("keep-watching", true)]);
      await db.mails.add(aMail({ shop: each.shop }));
      await db.links.add(aLink({ shop: each.shop }));
    }
    const erased = await db.erasure.eraseShop(shop.shop);
    expect(erased).toMatchObject({ shops: 1, choices: 1, mails: 1, links: 1, connections: 0, webhooks: 0 });
    expect(await db.choices.all(shop.shop)).toEqual([]);
    expect(await db.choices.all(other.shop)).toHaveLength(1);
    const row = {
      id: newShopDomain(),
      shopMac: newShopDomain(),
      cause: "shop-redact",
      erased,
      erasedAt: now,
    } as const;
    await db.deletions.add(row);
    expect(await db.deletions.ofShop(row.shopMac)).toEqual([row]);
    const shopMac = newShopDomain();
    await db.deletions.rekey([newShopDomain(), row.shopMac], shopMac);
    expect(await db.deletions.ofShop(shopMac)).toEqual([{ ...row, shopMac }]);
    expect(await db.deletions.ofShop(row.shopMac)).toEqual([]);
  });

  it("prune handled webhooks and ended links, and nothing that is still of use", async () => {
    const old = aWebhook({ handledAt: at("2026-01-01T00:00:00Z") });
    const waiting = aWebhook({ receivedAt: at("2026-01-01T00:00:00Z") });
    const [ended, open] = [aLink({ expiresAt: at("2026-01-31T00:00:00Z") }), aLink()];
    for (const webhook of [old, waiting]) await db.webhooks.add(webhook);
    for (const link of [ended, open]) await db.links.add(link);
    const limit = at("2026-06-01T00:00:00Z");
    const writtenBefore = { createdAt: at("2026-05-31T00:00:00Z") };
    const [lastMail, otherMail] = [aMail({ purpose: "final", ...writtenBefore }), aMail(writtenBefore)];
    for (const mail of [lastMail, otherMail]) await db.mails.add(mail);
    const hourOver = { limit: 1_000, remaining: 0, resetAt: at("2026-05-31T00:00:00Z") };
    const account = newShopDomain();
    await db.callBudgets.save(account, "other", hourOver);
    await db.callBudgets.save(account, "catalogs", { ...hourOver, resetAt: limit });
    await db.erasure.prune({
      handledBefore: limit,
      linksEndedBefore: limit,
      codesEndedBefore: limit,
      callHoursEndedBefore: limit,
      recordsBefore: limit,
      softFailuresBefore: limit,
      closingStateBefore: limit,
      eventsBefore: limit,
      alertsBefore: limit,
      lastMailsBefore: limit,
    });
    expect(await db.callBudgets.find(account, "other")).toBeNull();
    expect(await db.callBudgets.find(account, "catalogs")).not.toBeNull();
    expect(await db.webhooks.find(old.shop, old.webhookId)).toBeNull();
    expect(await db.mails.findById(lastMail.shop, lastMail.id)).toBeNull();
    expect(await db.mails.findById(otherMail.shop, otherMail.id)).not.toBeNull();
    expect(await db.webhooks.find(waiting.shop, waiting.webhookId)).not.toBeNull();
    expect(await db.links.find(ended.idHash)).toBeNull();
    expect(await db.links.find(open.idHash)).not.toBeNull();
  });

  it("remove a last mail once it was sent, and nobody else's", async () => {
    const mail = aMail({ purpose: "final" });
    await db.mails.add(mail);
    await db.mails.remove(newShopDomain(), mail.id);
    expect(await db.mails.findById(mail.shop, mail.id)).not.toBeNull();
    await db.mails.remove(mail.shop, mail.id);
    expect(await db.mails.findById(mail.shop, mail.id)).toBeNull();
  });

  describe("links", () => {
    it("gives back a link by the hash of its id", async () => {
      const link = aLink({ purpose: "stop-mail" });
      await db.links.add(link);
      expect(await db.links.find(link.idHash)).toEqual(link);
      expect(await db.links.find("unknown")).toBeNull();
    });

    it("revokes all links of one shop and keeps the first moment of it", async () => {
      const link = aLink();
      const other = aLink();
      await db.links.add(link);
      await db.links.add(other);
      await db.links.revokeAll(link.shop, now);
      await db.links.revokeAll(link.shop, at("2026-06-30T00:00:00Z"));
      expect((await db.links.find(link.idHash))?.revokedAt).toEqual(now);
      expect((await db.links.find(other.idHash))?.revokedAt).toBeNull();
    });
  });
});
