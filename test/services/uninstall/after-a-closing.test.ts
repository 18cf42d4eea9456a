import { describe, expect, it } from "vitest";
import { pseudonym } from "#app/services/pseudonym.ts";
import { deleteMyData, showDeletion } from "#app/services/uninstall/delete-my-data.server.ts";
import { eraseWhenFree } from "#app/services/uninstall/erase-when-free.server.ts";
import { handleShopRedact } from "#app/services/uninstall/handle-shop-redact.server.ts";
import { handleUninstall } from "#app/services/uninstall/handle-uninstall.server.ts";
import { noteStoreNews } from "#app/services/uninstall/note-store-news.server.ts";
import { aClosing, aClosingEvent, at } from "#test/factories/rows.ts";
import { aLeftStore, isNotedClosed, saysClosed } from "./a-left-store.ts";

type Store = Awaited<ReturnType<typeof aLeftStore>>;
const causes = async ({ deps, shop }: Store) =>
  (await deps.db.deletions.ofShop(pseudonym("shop", shop, deps.settings))).map(({ cause }) => cause);
const installed = { shop: { uninstalledAt: null } };
const triggeredAt = at("2026-06-21T08:59:00Z");

describe("the 45 days after a closing", () => {
  it("keep the request, and then no longer: 5 August is the last of them", async () => {
    const store = await aLeftStore();
    const { deps, shop } = store;
    await isNotedClosed(store);
    expect(await handleShopRedact({ shop }, deps)).toBe("erased-except-open-request");
    deps.clock.set("2026-08-05T12:00:00Z");
    expect(await eraseWhenFree({ shop }, deps)).toBe("kept");
    deps.clock.set("2026-08-06T12:00:00Z");
    expect(await eraseWhenFree({ shop }, deps)).toBe("erased");
    expect(await causes(store)).toEqual(["shop-redact", "nothing-left-to-do"]);
  });

  it("keep nothing for a merchant who wants no more e-mails", async () => {
    const store = await aLeftStore({ shop: { mailStoppedAt: at("2026-06-21T08:30:00Z") } });
    await isNotedClosed(store);
    expect(await handleShopRedact({ shop: store.shop }, store.deps)).toBe("erased");
  });

  it("let the warning of an uninstall say that it was closed; after them there is none", async () => {
    const followed = await aLeftStore(installed);
    await isNotedClosed(followed);
    expect(await handleUninstall({ shop: followed.shop, triggeredAt }, followed.deps)).toBe("warned");
    expect(followed.mails()[0]?.content).toMatchObject({
      variant: "closed",
      dataKept: true,
      closing: { reference: "SET-7KQ2-M9XD", at: "2026-06-21T09:00:00Z", isProved: true },
    });

    const late = await aLeftStore(installed);
    await isNotedClosed(late);
    late.deps.clock.set("2026-08-06T12:00:00Z");
    const left = { shop: late.shop, triggeredAt: at("2026-08-06T11:59:00Z") };
    expect(await handleUninstall(left, late.deps)).toBe("known-closed");
    expect(late.mails()).toEqual([]);

    // Somebody's word alone switches off no warning.
    const told = await aLeftStore(installed);
    await isNotedClosed(told, { statement: "They told me by phone." });
    told.deps.clock.set("2026-08-06T12:00:00Z");
    expect(await handleUninstall({ ...left, shop: told.shop }, told.deps)).toBe("warned");
  });
});

describe("a store that stops after its account was closed", () => {
  it("is not warned, by impact.com's word or by its words in a note", async () => {
    const noted = await aLeftStore(installed);
    await isNotedClosed(noted);
    const shown = await aLeftStore(installed);
    await saysClosed(shown);
    for (const { deps, shop, mails } of [noted, shown]) {
      expect(await noteStoreNews({ shop, stop: "paused", at: null }, deps)).toBe("known-closed");
      expect(mails()).toEqual([]);
      expect(await deps.db.shops.find(shop)).toMatchObject({
        storeStop: "paused",
        storeNewsAt: at("2026-06-21T09:00:00Z"),
      });
    }
  });
});

describe("an account that impact.com calls closed", () => {
  it("keeps neither reminders nor watching", async () => {
    const choices = ["remind-before-fees" as const, "keep-watching" as const];
    const ordered = await aLeftStore({ choices });
    await saysClosed(ordered);
    expect(await handleShopRedact({ shop: ordered.shop }, ordered.deps)).toBe("erased");

    const waiting = await aLeftStore({ choices });
    expect(await eraseWhenFree({ shop: waiting.shop }, waiting.deps)).toBe("kept");
    await saysClosed(waiting);
    expect(await eraseWhenFree({ shop: waiting.shop }, waiting.deps)).toBe("not-yet");
  });

  it("is not watched without a token, whatever was ticked", async () => {
    const store = await aLeftStore({ choices: ["keep-watching"] });
    await store.deps.db.transact((work) => work.connections.destroyToken(store.shop));
    expect(await handleShopRedact({ shop: store.shop }, store.deps)).toBe("erased");
  });

  it("does not take a token alone for a wish to be watched", async () => {
    const store = await aLeftStore({ choices: ["keep-watching"] });
    const rows = (await store.deps.db.choices.all(store.shop)).map((row) => ({ ...row, granted: false }));
    await store.deps.db.choices.save(store.shop, rows);
    expect(await handleShopRedact({ shop: store.shop }, store.deps)).toBe("erased");
  });
});

describe("what is erased of a store", () => {
  it("is nothing where nobody knows the store, or it did not leave", async () => {
    const { deps, shop } = await aLeftStore(installed);
    expect(await eraseWhenFree({ shop }, deps)).toBe("not-left");
    const nobody = { shop: "never.myshopify.com" };
    expect(await eraseWhenFree(nobody, deps)).toBe("not-left");
    expect(await handleShopRedact(nobody, deps)).toBe("unknown-shop");
  });

  it("is recorded with its cause, also where the merchant's wish had to wait for a request", async () => {
    const store = await aLeftStore({ choices: ["remind-before-fees"] });
    const { deps, shop } = store;
    await deps.db.closingRequests.open(aClosing({ shop }), aClosingEvent());
    expect(await deleteMyData({ shop, openRequest: "keep-until-it-ends" }, deps)).toBe("due");
    expect(await deps.db.erasuresDue.find(shop)).toEqual({
      shop,
      cause: "merchant-asked",
      askedAt: at("2026-06-21T09:00:00Z"),
    });
    expect(await deps.db.choices.all(shop)).toEqual([
      {
        name: "remind-before-fees",
        granted: false,
        decidedAt: at("2026-06-21T09:00:00Z"),
        decidedBy: "signed-link",
      },
    ]);
    const [request] = await deps.db.closingRequests.all(shop);
    await deps.db.closingRequests.move(
      shop,
      request?.id ?? "",
      aClosingEvent({ trigger: "withdrawn-unsent", fromState: "ready", toState: "withdrawn" }),
    );
    expect(await eraseWhenFree({ shop }, deps)).toBe("erased");
    expect(await causes(store)).toEqual(["merchant-asked"]);
  });

  it("is also what a closed store left, out of which nobody can remove an app; of a paused one somebody can", async () => {
    const closed = await aLeftStore({ shop: { uninstalledAt: null, storeStop: "closed" } });
    expect(await deleteMyData({ shop: closed.shop, openRequest: null }, closed.deps)).toBe("erased");
    const paused = await aLeftStore({ shop: { uninstalledAt: null, storeStop: "paused" } });
    expect(await deleteMyData({ shop: paused.shop, openRequest: null }, paused.deps)).toBe("still-installed");
  });
});

describe("the page with the delete button", () => {
  it("names the store, and the request that is still open", async () => {
    const { deps, shop } = await aLeftStore();
    expect(await showDeletion({ shop }, deps)).toEqual({ shopName: "Acme Outdoor", reference: null });
    await deps.db.closingRequests.open(aClosing({ shop, reference: "SET-7KQ2-M9XD" }), aClosingEvent());
    expect(await showDeletion({ shop }, deps)).toEqual({
      shopName: "Acme Outdoor",
      reference: "SET-7KQ2-M9XD",
    });
  });

  it("names a store that was deleted by its domain", async () => {
    const { deps } = await aLeftStore();
    expect(await showDeletion({ shop: "gone.myshopify.com" }, deps)).toEqual({
      shopName: "gone.myshopify.com",
      reference: null,
    });
  });
});
