import { expect, it } from "vitest";
import { notifyOfLinkUse } from "#app/services/history/notify-of-link-use.server.ts";
import { showMailStop, stopMail } from "#app/services/history/stop-mail.server.ts";
import { learnName } from "#app/services/history/who.server.ts";
import { aShop } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

async function aStore(overrides: Parameters<typeof aShop>[0] = {}) {
  const deps = createFakeDeps();
  const row = aShop(overrides);
  await deps.db.shops.save(row);
  const { shop } = row;
  const mails = () =>
    deps.db
      .rows()
      .mails.map(({ purpose, recipient, locale, content }) => ({ purpose, recipient, locale, content }));
  return { deps, shop, mails, events: () => deps.db.storeEvents.latest(shop, 10) };
}

it("shows what came by a link in the history each time, and in one mail a day", async () => {
  const { deps, shop, mails, events } = await aStore();
  await notifyOfLinkUse({ shop, what: "facts" }, deps);
  deps.clock.set("2026-06-21T09:00:01Z");
  await notifyOfLinkUse({ shop, what: "note" }, deps);
  expect((await events()).map(({ kind, actor, detail }) => [kind, actor, detail])).toEqual([
    ["told-by-link", "signed-link", { what: "note" }],
    ["told-by-link", "signed-link", { what: "facts" }],
  ]);
  expect(mails()).toEqual([
    {
      purpose: "account-news",
      recipient: "owner@acme-outdoor.example",
      locale: "en",
      content: {
        kind: "told-by-link",
        actor: "signed-link",
        detail: { what: "facts" },
        at: "2026-06-21T09:00:00Z",
      },
    },
  ]);
  deps.clock.set("2026-06-21T23:59:00Z");
  await notifyOfLinkUse({ shop, what: "answers" }, deps);
  expect(mails()).toHaveLength(1);
  deps.clock.set("2026-06-22T00:00:00Z");
  await notifyOfLinkUse({ shop, what: "answers" }, deps);
  expect(mails()).toHaveLength(2);
});

it("writes no mail to who stopped them or has no address, and nothing of a store nobody knows", async () => {
  const stopped = await aStore();
  await stopMail({ shop: stopped.shop, actor: "staff-1" }, stopped.deps);
  const before = stopped.mails().length;
  await notifyOfLinkUse({ shop: stopped.shop, what: "note" }, stopped.deps);
  expect([stopped.mails().length, (await stopped.events()).length]).toEqual([before, 2]);
  const silent = await aStore({ contactEmail: null });
  await notifyOfLinkUse({ shop: silent.shop, what: "note" }, silent.deps);
  expect([silent.mails(), (await silent.events()).length]).toEqual([[], 1]);
  await notifyOfLinkUse({ shop: "nobody.myshopify.com", what: "note" }, silent.deps);
  expect(await silent.deps.db.storeEvents.latest("nobody.myshopify.com", 10)).toEqual([]);
});

it("says of a store whether its e-mails are stopped, and nothing of one nobody knows", async () => {
  const { deps, shop } = await aStore({ name: "Acme", locale: "zh-CN" });
  const shown = { shop, shopName: "Acme", locale: "zh-CN" };
  expect(await showMailStop({ shop }, deps)).toEqual({ ...shown, stopped: false });
  await stopMail({ shop, actor: "staff-1" }, deps);
  expect(await showMailStop({ shop }, deps)).toEqual({ ...shown, stopped: true });
  expect(await showMailStop({ shop: "nobody.myshopify.com" }, deps)).toBeNull();
});

it("asks Shopify for a name again after thirty days, and for each person by themselves", async () => {
  const { deps, shop } = await aStore();
  const asked: unknown[] = [];
  const nameOf = async (input: { shop: string; sessionToken: string }) => {
    asked.push(input);
    return "Ada";
  };
  const learn = (actor: string) =>
    learnName({ shop, actor, sessionToken: "t" }, { ...deps, staff: { nameOf } });
  await learn("43");
  await learn("44");
  expect(asked).toEqual([
    { shop, sessionToken: "t" },
    { shop, sessionToken: "t" },
  ]);
  deps.clock.set("2026-07-21T08:59:59Z");
  await learn("43");
  expect(asked).toHaveLength(2);
  deps.clock.set("2026-07-21T09:00:00Z");
  await learn("43");
  expect(asked).toHaveLength(3);
});
