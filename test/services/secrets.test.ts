import { createHmac, hkdfSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { saveMailEvents } from "#app/services/outbox/save-mail-events.server.ts";
import { suppressionOf } from "#app/services/outbox/suppression.server.ts";
import { currentPseudonym, pseudonym } from "#app/services/pseudonym.ts";
import { deriveSecrets } from "#app/services/secrets.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const [FIRST, SECOND, THIRD] = [
  "the-first-root-secret-of-32-characters",
  "the-second-root-secret-of-32-characters",
  "the-third-root-secret-of-32-characters",
];
const ADDRESS = "Owner@acme-outdoor.example";
const SHOP = "acme.myshopify.com";

/** One database through the rotations of its operator. */
function aDatabase() {
  const deps = createFakeDeps();
  const under = (root: string, ...previous: string[]) => {
    const settings = { ...deps.settings, secrets: deriveSecrets(root, previous) };
    const here = { ...deps, settings };
    return {
      settings,
      bounce: () => saveMailEvents({ events: [{ type: "bounce", permanent: true, address: ADDRESS }] }, here),
      suppression: () => suppressionOf(ADDRESS, here),
      async deletions() {
        const store = deps.db.deletions;
        return (await store.ofShop(await currentPseudonym("shop", SHOP, { settings, store }))).length;
      },
    };
  };
  const erase = (settings: Parameters<typeof pseudonym>[2]) =>
    deps.db.deletions.add({
      id: "1",
      shopMac: pseudonym("shop", SHOP, settings),
      cause: "shop-redact",
      erased: {},
      erasedAt: deps.clock.now(),
    });
  return { deps, under, erase };
}

describe("the keys of one root secret", () => {
  it("are another one for each purpose and for each root", () => {
    const all = [FIRST, SECOND].flatMap((root) =>
      Object.values(deriveSecrets(root, [])).map(([current]) => current),
    );
    expect(new Set(all).size).toBe(10);
    for (const key of all) expect(key).toMatch(/^[0-9a-f]{64}$/);
  });

  it("are HKDF-SHA256 of it, the purpose being the info, so that they come out the same at every start", () => {
    const expected = Buffer.from(hkdfSync("sha256", FIRST, "", "settled/links/1", 32)).toString("hex");
    expect(deriveSecrets(FIRST, []).links[0]).toBe(expected);
  });
});

describe("what is known by a keyed hash", () => {
  it("is forgotten by no rotation when it is used between two of them", async () => {
    const { under, erase } = aDatabase();
    const first = under(FIRST);
    await first.bounce();
    await erase(first.settings);
    const second = under(SECOND, FIRST);
    expect([await second.suppression(), await second.deletions()]).toEqual(["bounce", 1]);
    const third = under(THIRD, SECOND);
    expect([await third.suppression(), await third.deletions()]).toEqual(["bounce", 1]);
  });

  it("is forgotten by no rotation when nobody asked for it between two of them, while both roots are kept", async () => {
    const { under, erase } = aDatabase();
    const first = under(FIRST);
    await first.bounce();
    await erase(first.settings);
    const third = under(THIRD, SECOND, FIRST);
    expect([await third.suppression(), await third.deletions()]).toEqual(["bounce", 1]);
    const later = under(THIRD);
    expect([await later.suppression(), await later.deletions()]).toEqual(["bounce", 1]);
  });

  it("stays known although it was written before each purpose had its key", async () => {
    const { deps, under } = aDatabase();
    const before = createHmac("sha256", FIRST).update("address:owner@acme-outdoor.example").digest("hex");
    await deps.db.suppressions.save(before, {
      suppression: { reason: "complaint", suppressedAt: deps.clock.now(), endsAt: null },
      softSince: null,
    });
    expect(await under(FIRST).suppression()).toBe("complaint");
    expect(await deps.db.suppressions.find(before)).toEqual({ suppression: null, softSince: null });
    expect(await under(SECOND, FIRST).suppression()).toBe("complaint");
  });

  it("is not known under a root it was never written with", async () => {
    const { under, erase } = aDatabase();
    await under(FIRST).bounce();
    await erase(under(FIRST).settings);
    const stranger = under(SECOND);
    expect([await stranger.suppression(), await stranger.deletions()]).toEqual([null, 0]);
  });

  it("is added once, also when its bounce comes again after a rotation", async () => {
    const { under } = aDatabase();
    await under(FIRST).bounce();
    await under(SECOND, FIRST).bounce();
    await under(THIRD, SECOND).bounce();
    expect(await under(SECOND).suppression()).toBeNull();
    expect(await under(THIRD).suppression()).toBe("bounce");
  });
});
