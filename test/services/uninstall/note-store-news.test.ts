import { describe, expect, it } from "vitest";
import { issueLink } from "#app/services/exit/issue-link.server.ts";
import { openLink } from "#app/services/exit/open-link.server.ts";
import { hourlySweep } from "#app/services/operations/sweeps.server.ts";
import { handleUninstall } from "#app/services/uninstall/handle-uninstall.server.ts";
import { noteStoreNews } from "#app/services/uninstall/note-store-news.server.ts";
import { stopOfPlan } from "#app/services/uninstall/store-stop.ts";
import { handleWebhook } from "#app/services/webhooks/handle-webhook.server.ts";
import { at, aWebhook } from "#test/factories/rows.ts";
import { aLeftStore, textOf } from "./a-left-store.ts";

const aStore = (shop: Parameters<typeof aLeftStore>[0] = {}) =>
  aLeftStore({ ...shop, shop: { uninstalledAt: null, ...shop.shop } });
const PAUSED = at("2026-06-21T08:00:00Z");
const later = (minutes: number) => PAUSED.add({ minutes });

describe("a store that stops with the app in it (D9)", () => {
  it.each([
    [
      "paused",
      "Your store Acme Outdoor is paused. That did not close your impact.com account ending in 0001.",
    ],
    [
      "frozen",
      "Shopify froze your store Acme Outdoor. That did not close your impact.com account ending in 0001.",
    ],
    [
      "closed",
      "Your store Acme Outdoor is closed. That did not close your impact.com account ending in 0001.",
    ],
  ] as const)("%s: is warned of what goes on, with the figures of an uninstall", async (stop, sentence) => {
    const { deps, shop, mails, deliver } = await aStore();
    expect(await noteStoreNews({ shop, stop, at: PAUSED }, deps)).toBe("warned");
    expect(mails()[0]?.content).toMatchObject({ stop, dataKept: true });
    await deliver();
    expect(deps.mailer.sent).toHaveLength(1);
    expect(deps.mailer.sent[0]?.subject).toBe("Your impact.com account is still open and can be charged");
    expect(textOf(deps)).toContain(sentence);
    expect(textOf(deps)).toContain("$30.00");
    expect(textOf(deps)).toContain("Wed, Jul 1, 2026");
    expect(textOf(deps)).not.toContain("uninstalled Settled");
  });

  it("says it in Chinese too", async () => {
    const { deps, shop, deliver } = await aStore({ shop: { locale: "zh-CN" } });
    await noteStoreNews({ shop, stop: "paused", at: PAUSED }, deps);
    await deliver();
    expect(textOf(deps)).toContain(
      "您的商店 Acme Outdoor 已暂停。此举没有关闭您尾号为 0001 的 impact.com 账户。",
    );
  });

  it("is warned once each time, however often and by whomever it is told, and again after it was open", async () => {
    const { deps, shop, mails } = await aStore();
    expect(await noteStoreNews({ shop, stop: "paused", at: PAUSED }, deps)).toBe("warned");
    expect(await noteStoreNews({ shop, stop: "paused", at: PAUSED }, deps)).toBe("old-news");
    expect(await noteStoreNews({ shop, stop: "closed", at: later(5) }, deps)).toBe("stopped-before");
    expect(mails()).toHaveLength(1);
    expect(await noteStoreNews({ shop, stop: null, at: later(10) }, deps)).toBe("open");
    expect(await noteStoreNews({ shop, stop: "paused", at: later(7) }, deps)).toBe("old-news");
    expect(await noteStoreNews({ shop, stop: "paused", at: later(20) }, deps)).toBe("warned");
    expect(mails()).toHaveLength(2);
  });

  it("gets no mail when it is open again before that leaves, or asked for none, or knows the account closed", async () => {
    const { deps, shop, deliver } = await aStore();
    await noteStoreNews({ shop, stop: "paused", at: PAUSED }, deps);
    await noteStoreNews({ shop, stop: null, at: later(1) }, deps);
    await deliver();
    expect(deps.mailer.sent).toEqual([]);
    const quiet = await aStore({ shop: { mailStoppedAt: PAUSED } });
    expect(await noteStoreNews({ shop: quiet.shop, stop: "paused", at: PAUSED }, quiet.deps)).toBe(
      "mail-stopped",
    );
    const nameless = await aStore({ shop: { contactEmail: null } });
    expect(await noteStoreNews({ shop: nameless.shop, stop: "paused", at: PAUSED }, nameless.deps)).toBe(
      "no-address",
    );
  });

  it("hears nothing of a store nobody knows, or of one that removed the app: that has its own warning", async () => {
    const { deps, shop, mails } = await aLeftStore();
    expect(await noteStoreNews({ shop, stop: "closed", at: PAUSED }, deps)).toBe("uninstalled");
    expect(await noteStoreNews({ shop: "no.myshopify.com", stop: "closed", at: PAUSED }, deps)).toBe(
      "unknown-shop",
    );
    expect(mails()).toEqual([]);
  });

  it("gets one mail more when it removes the app as well, and not both at once", async () => {
    const { deps, shop, deliver } = await aStore();
    await noteStoreNews({ shop, stop: "paused", at: PAUSED }, deps);
    expect(await handleUninstall({ shop, triggeredAt: later(59) }, deps)).toBe("warned");
    await deliver();
    expect(deps.mailer.sent).toHaveLength(1);
    expect(textOf(deps)).toContain("You uninstalled Settled from Acme Outdoor.");
  });

  it("opens the link of its mail, which a store that is open does not", async () => {
    const { deps, shop } = await aStore();
    const token = (await issueLink({ shop, purpose: "finish" }, deps)).split("/").at(-1) ?? "";
    expect(await openLink({ token, purpose: "finish" }, deps)).toEqual({ outcome: "installed-again" });
    await noteStoreNews({ shop, stop: "closed", at: PAUSED }, deps);
    expect((await openLink({ token, purpose: "finish" }, deps)).outcome).toBe("open");
  });

  it("is no uninstall when Shopify lets nobody into a closed store, and no fault of ours", async () => {
    const { deps, shop } = await aStore();
    deps.access.answer = "unknown";
    const look = { shop, triggeredAt: null, mustBeRefused: true };
    await expect(handleUninstall(look, deps)).rejects.toThrow("could not confirm");
    await noteStoreNews({ shop, stop: "closed", at: PAUSED }, deps);
    expect(await handleUninstall(look, deps)).toBe("not-confirmed");
  });
});

describe("who tells of it", () => {
  it.each([
    ["paused", "paused"],
    ["dormant", "paused"],
    ["frozen", "frozen"],
    ["fraudulent", "frozen"],
    ["cancelled", "closed"],
    ["basic", null],
    ["constructor", null],
    [null, null],
  ] as const)("the plan %s means %s", (plan, stop) => {
    expect(stopOfPlan(plan)).toBe(stop);
  });

  it("the webhook of the store's plan", async () => {
    const { deps, shop, mails } = await aStore();
    const stated = async (plan: string, triggeredAt = PAUSED) => {
      const webhook = aWebhook({ shop, topic: "shop/update", body: { plan }, triggeredAt });
      await deps.db.webhooks.add(webhook);
      return handleWebhook({ shop, webhookId: webhook.webhookId }, deps);
    };
    expect(await stated("basic")).toBe("open");
    expect(await stated("paused", later(1))).toBe("warned");
    expect(mails()).toMatchObject([{ purpose: "store-stopped" }]);
    expect(await deps.db.shops.find(shop)).toMatchObject({ storeStop: "paused" });
  });

  it("the partner account, newest last, where the webhook was lost; the hour after it tells nothing new", async () => {
    const { deps, shop, mails } = await aStore();
    const event = (kind: "deactivated" | "reactivated", minutes: number) => ({
      shop,
      kind,
      occurredAt: later(minutes),
    });
    let events = [event("deactivated", 1)];
    const feed = { ...deps, uninstallFeed: { since: async () => events } };
    expect(await hourlySweep(feed)).toMatchObject({ reported: 1 });
    expect(await hourlySweep(feed)).toMatchObject({ reported: 0 });
    expect(mails()).toHaveLength(1);
    events = [event("reactivated", 2), event("deactivated", 1)];
    expect(await hourlySweep(feed)).toMatchObject({ reported: 1 });
    expect(await deps.db.shops.find(shop)).toMatchObject({ storeStop: null });
    expect(mails()).toHaveLength(1);
  });
});
