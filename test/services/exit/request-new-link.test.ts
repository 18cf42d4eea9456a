import { describe, expect, it } from "vitest";
import type { ShopRow } from "#app/ports/index.ts";
import { requestNewLink, sendNewLink } from "#app/services/exit/request-new-link.server.ts";
import { aMail, at } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";
import { aLeftStore } from "#test/services/uninstall/a-left-store.ts";

const newLinks = (change: Partial<ShopRow> = {}) =>
  aLeftStore({ shop: change }).then((store) => ({
    ...store,
    ask: () => sendNewLink({ shop: store.shop }, store.deps),
  }));

describe("the wish for a new link", () => {
  it("is taken for any store's name, known or not, and looked at later", async () => {
    const deps = createFakeDeps();
    await requestNewLink({ shop: "never-seen.myshopify.com" }, deps);
    expect(deps.db.jobs).toEqual([{ name: "send-new-link", data: { shop: "never-seen.myshopify.com" } }]);
  });

  it("is no job for what is no store's name", async () => {
    const deps = createFakeDeps();
    await requestNewLink({ shop: "evil.example" }, deps);
    expect(deps.db.jobs).toEqual([]);
  });
});

describe("the mail with a new link", () => {
  it("goes to the address on file in the store's language, once an hour", async () => {
    const { deps, shop, ask, mails } = await newLinks({ locale: "de" });
    expect(await ask()).toBe("written");
    deps.clock.set("2026-06-21T09:59:59Z");
    expect(await ask()).toBe("written-before");
    expect(mails()).toMatchObject([
      {
        purpose: "new-link",
        recipient: "owner@acme-outdoor.example",
        locale: "de",
        content: {},
        dedupeKey: `new-link:${shop}:495009`,
        state: "pending",
      },
    ]);
    deps.clock.set("2026-06-21T10:00:00Z");
    expect(await ask()).toBe("written");
    expect(mails()).toHaveLength(2);
  });

  it("is written five times in 24 hours at most", async () => {
    const { deps, shop, ask, mails } = await newLinks();
    const sentAt = (createdAt: string, purpose: "new-link" | "exit-code" = "new-link") =>
      deps.db.mails.add(aMail({ shop, purpose, createdAt: at(createdAt) }));
    for (const hour of ["04", "05", "06", "07"]) await sentAt(`2026-06-21T${hour}:00:00Z`);
    // One of the day before and one of another kind do not count.
    await sentAt("2026-06-20T08:59:59Z");
    await sentAt("2026-06-21T08:00:00Z", "exit-code");
    expect(await ask()).toBe("written");
    deps.clock.set("2026-06-21T11:00:00Z");
    expect(await ask()).toBe("enough");
    expect(mails().filter(({ purpose }) => purpose === "new-link")).toHaveLength(6);
  });

  it("goes to a store that stopped with the app in it", async () => {
    const { ask } = await newLinks({ uninstalledAt: null, storeStop: "frozen" });
    expect(await ask()).toBe("written");
  });

  it.each([
    ["in the admin again", { uninstalledAt: null }],
    ["without an address", { contactEmail: null }],
  ])("goes to nobody %s", async (_who, change) => {
    const { ask, mails } = await newLinks(change);
    expect(await ask()).toBe("nobody");
    expect(mails()).toEqual([]);
  });

  it("goes to no store that was never seen", async () => {
    const deps = createFakeDeps();
    expect(await sendNewLink({ shop: "never-seen.myshopify.com" }, deps)).toBe("nobody");
    expect(deps.db.rows().mails).toEqual([]);
  });
});
