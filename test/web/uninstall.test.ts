import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { ShopRow } from "#app/ports/index.ts";
import { aConnection } from "#test/factories/rows.ts";
import { UNTIL } from "#test/patience.ts";
import { installedShop, startApp, type TestApp } from "./an-app.ts";
import { sendWebhook, type WebhookInput } from "./webhook-request.ts";

describe("the uninstall webhook, from the door to the mail", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ worker: true });
  });
  afterAll(() => app.stop());
  const until = <T>(check: () => T | Promise<T>) => vi.waitFor(check, UNTIL);
  /** Sends a webhook and waits for what its job made of it. */
  const outcomeOf = async (shop: string, input: Partial<WebhookInput> = {}) => {
    const webhookId = randomUUID();
    expect((await sendWebhook(app, { shop, webhookId, ...input })).status).toBe(200);
    return until(async () => {
      const delivery = await app.db.webhooks.find(shop, webhookId);
      expect(delivery?.outcome).toEqual(expect.any(String));
      return delivery?.outcome;
    });
  };
  const addressOf = ({ shop }: ShopRow) => `owner@${shop.split(".")[0]}.example`;
  const aStore = async (overrides: Partial<ShopRow> = {}) => {
    const shop = await installedShop(app, overrides);
    const withAddress = { ...shop, contactEmail: addressOf(shop) };
    await app.db.shops.save(withAddress);
    await app.db.connections.save(aConnection({ shop: shop.shop }));
    app.shopify.setTokenState(shop.shop, "revoked");
    return withAddress;
  };
  const mailsOf = (shop: ShopRow) => app.mailbox.mailsTo(addressOf(shop));
  const sessionsOf = ({ shop }: ShopRow) => app.container.shopify.sessionStorage.findSessionsByShop?.(shop);

  it("warns once, removes the sessions and destroys the impact.com token but keeps which account it was", async () => {
    const shop = await aStore();
    expect(await outcomeOf(shop.shop)).toBe("warned");
    await until(() => expect(mailsOf(shop)).toHaveLength(1));
    expect((await app.db.shops.find(shop.shop))?.uninstalledAt).not.toBeNull();
    expect(await sessionsOf(shop)).toEqual([]);
    expect(await app.db.connections.find(shop.shop)).toMatchObject({
      accountSid: "IRtestSid0000001",
      sealedToken: null,
    });
  });

  it("says in both parts what happened and where to finish, with a one-click stop", async () => {
    const shop = await aStore();
    await outcomeOf(shop.shop);
    const [mail] = await until(() => {
      expect(mailsOf(shop)).toHaveLength(1);
      return mailsOf(shop);
    });
    expect(mail?.subject).toBe("Your impact.com account is still open and can be charged");
    const link = mail?.text?.match(/http:\/\/localhost:3001(\/l\/\S+)/)?.[1] ?? "";
    expect(mail?.html).toContain(link);
    const header = (name: string) => mail?.headers.find(({ key }) => key === name)?.value;
    expect(header("list-unsubscribe")).toMatch(/^<http:\/\/localhost:3001\/stop\/[\w-]+\.[\w-]+>$/);
    expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    expect(mail?.html).not.toMatch(/<img|<script|@import|url\(/);
    const opened = await app.fetch(link);
    expect([opened.status, opened.headers.get("location")]).toEqual([302, "/exit"]);
  });

  it("writes in the merchant's language", async () => {
    const shop = await aStore({ locale: "zh-CN" });
    await outcomeOf(shop.shop);
    const [mail] = await until(() => {
      expect(mailsOf(shop)).toHaveLength(1);
      return mailsOf(shop);
    });
    expect(mail?.subject).toBe("您的 impact.com 账户尚未关闭，仍可能被扣款");
    expect(mail?.html).toContain('<html lang="zh-CN"');
    expect(mail?.text).toContain("Acme Outdoor");
  });

  it("writes one mail for the same event under other webhook ids (W4)", async () => {
    const shop = await aStore();
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => outcomeOf(shop.shop)));
    expect(outcomes.filter((outcome) => outcome === "warned")).toHaveLength(1);
    await until(() => expect(mailsOf(shop)).toHaveLength(1));
    const after = await aStore();
    await outcomeOf(after.shop);
    await until(() => expect(mailsOf(after)).toHaveLength(1));
    expect(mailsOf(shop)).toHaveLength(1);
  });

  it("does nothing and tells nobody while Shopify still takes the token", async () => {
    const shop = await aStore();
    app.shopify.setTokenState(shop.shop, "live");
    expect(await outcomeOf(shop.shop)).toBe("still-installed");
    expect(await sessionsOf(shop)).toHaveLength(1);
    expect((await app.db.connections.find(shop.shop))?.sealedToken).not.toBeNull();
    expect((await app.db.shops.find(shop.shop))?.uninstalledAt).toBeNull();
  });

  it("refreshes an expired token before it asks, and keeps the new one", async () => {
    const shop = await installedShop(app, {}, { tokenEnds: new Date(Date.now() - 60_000) });
    app.shopify.setTokenState(shop.shop, "live");
    expect(await outcomeOf(shop.shop)).toBe("still-installed");
    expect(app.shopify.callsOf(shop.shop)).toEqual(["token", "graphql"]);
    const [session] = (await sessionsOf(shop)) ?? [];
    expect(session).toMatchObject({ accessToken: "shpat_fresh", refreshToken: "shprt_fresh" });
  });

  it("takes a refused refresh as the proof that the app is gone", async () => {
    const shop = await installedShop(app, {}, { tokenEnds: new Date(Date.now() - 60_000) });
    app.shopify.setTokenState(shop.shop, "revoked");
    expect(await outcomeOf(shop.shop)).toBe("warned");
    expect(app.shopify.callsOf(shop.shop)).toEqual(["token"]);
  });

  it.each(["down", "confused"] as const)(
    "asks again later while Shopify is %s, and tells nobody in between",
    async (tokenState) => {
      const shop = await aStore();
      app.shopify.setTokenState(shop.shop, tokenState);
      const webhookId = randomUUID();
      await sendWebhook(app, { shop: shop.shop, webhookId });
      const job = () => app.container.boss.findJobs("handle-webhook", { data: { webhookId } });
      await until(async () => expect(await job()).toMatchObject([{ state: "retry" }]));
      expect((await app.db.webhooks.find(shop.shop, webhookId))?.handledAt).toBeNull();
      expect((await app.db.shops.find(shop.shop))?.uninstalledAt).toBeNull();
      expect(mailsOf(shop)).toEqual([]);
      app.shopify.setTokenState(shop.shop, "revoked");
      await until(async () => {
        await app.container.boss
          .getDb()
          .executeSql("UPDATE pgboss.job SET start_after = now() WHERE state = 'retry'", []);
        expect((await app.db.webhooks.find(shop.shop, webhookId))?.outcome).toBe("warned");
      });
    },
  );

  it("ignores an uninstall from before the merchant was last seen (W7)", async () => {
    const shop = await aStore();
    const triggeredAt = shop.lastSeenAt.subtract({ minutes: 10 }).toString();
    expect(await outcomeOf(shop.shop, { triggeredAt })).toBe("reinstalled-since");
    expect((await app.db.shops.find(shop.shop))?.uninstalledAt).toBeNull();
    expect(app.shopify.callsOf(shop.shop)).toEqual([]);
  });

  it("does not take a page that was still open when the app went for a reinstall", async () => {
    const shop = await aStore();
    const triggeredAt = shop.lastSeenAt.subtract({ seconds: 30 }).toString();
    expect(await outcomeOf(shop.shop, { triggeredAt })).toBe("warned");
  });

  it("erases the store when Shopify orders it, and nothing of a store that came back", async () => {
    const gone = await aStore();
    await outcomeOf(gone.shop);
    const webhookId = randomUUID();
    await sendWebhook(app, { shop: gone.shop, topic: "shop/redact", webhookId });
    await until(async () => expect(await app.db.shops.find(gone.shop)).toBeNull());
    expect(await app.db.webhooks.find(gone.shop, webhookId)).toBeNull();
    const back = await aStore();
    expect(await outcomeOf(back.shop, { topic: "shop/redact" })).toBe("installed-again");
    expect(await app.db.shops.find(back.shop)).not.toBeNull();
  });

  it("says that it holds nothing about customers", async () => {
    const shop = await aStore();
    expect(await outcomeOf(shop.shop, { topic: "customers/data_request" })).toBe("nothing-held");
    expect(await outcomeOf(shop.shop, { topic: "customers/redact" })).toBe("nothing-held");
    expect(await outcomeOf(shop.shop, { topic: "app/scopes_update" })).toBe("noted");
  });
});
