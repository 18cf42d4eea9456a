import { Session } from "@shopify/shopify-api";
import { describe, expect, it } from "vitest";
import type { OpenDatabase } from "#app/adapters/db/database-kind.server.ts";
import { createSessionStorage, type SealedSessionStorage } from "#app/adapters/db/session-storage.server.ts";
import { createDatabase } from "#app/adapters/db/stores.server.ts";
import { createSeal } from "#app/adapters/seal/aes-seal.server.ts";
import { newShopDomain } from "#test/factories/rows.ts";
import { atPlace, PLACES } from "./databases.ts";

const KEY = `k1:${Buffer.alloc(32, 7).toString("base64")}`;

/** An offline session as token exchange gives it: it ends, and can be refreshed. */
function aSession(shop: string, accessToken = "shpat_secret_access_token"): Session {
  return new Session({
    id: `offline_${shop}`,
    shop,
    state: "",
    isOnline: false,
    scope: "read_products",
    accessToken,
    expires: new Date("2026-06-21T10:00:00.000Z"),
    refreshToken: "shprt_secret_refresh_token",
    refreshTokenExpires: new Date("2026-09-19T09:00:00.000Z"),
  });
}

describe.each(PLACES)("the session storage on %s", (_name, make) => {
  let opened: OpenDatabase;
  let storage: SealedSessionStorage;
  atPlace(make, (fresh) => {
    opened = fresh;
    storage = createSessionStorage(fresh.prisma, createSeal([KEY], "session"));
  });

  it("gives back an offline session with its refresh token and both ends", async () => {
    const session = aSession(newShopDomain());
    expect(await storage.storeSession(session)).toBe(true);
    const loaded = await storage.loadSession(session.id);
    expect(loaded?.equals(session)).toBe(true);
    expect(loaded?.toObject()).toEqual(session.toObject());
  });

  it("gives back an online session with its user", async () => {
    const shop = newShopDomain();
    const user = {
      id: 7,
      first_name: "Ada",
      last_name: "Lovelace",
      email: "ada@acme-outdoor.example",
      locale: "en",
      email_verified: true,
      account_owner: true,
      collaborator: false,
    };
    const session = new Session({
      id: `${shop}_7`,
      shop,
      state: "s",
      isOnline: true,
      accessToken: "shpua_secret",
      onlineAccessInfo: { expires_in: 60, associated_user_scope: "read_products", associated_user: user },
    });
    await storage.storeSession(session);
    const loaded = await storage.loadSession(session.id);
    expect(loaded?.isOnline).toBe(true);
    expect(loaded?.onlineAccessInfo?.associated_user).toEqual(user);
  });

  it("keeps no token readable in its row", async () => {
    const session = aSession(newShopDomain());
    await storage.storeSession(session);
    const rows = await opened.prisma.$queryRaw`SELECT * FROM "Session" WHERE id = ${session.id}`;
    const raw = JSON.stringify(rows);
    expect(raw).toContain(session.id);
    for (const secret of ["shpat_", "shprt_", "access_token", Buffer.from("shpat_").toString("base64url")])
      expect(raw).not.toContain(secret);
  });

  it("does not open a row that was moved to another shop", async () => {
    const [mine, other] = [aSession(newShopDomain()), aSession(newShopDomain())];
    await storage.storeSession(mine);
    await storage.storeSession(other);
    const row = await opened.prisma.session.findUniqueOrThrow({ where: { id: mine.id } });
    await opened.prisma.session.update({ where: { id: other.id }, data: { sealed: row.sealed } });
    await expect(storage.loadSession(other.id)).rejects.toThrow();
  });

  it("replaces the token when a session is stored again, also from 8 requests at once in each of 25 stores", async () => {
    const shops = Array.from({ length: 25 }, newShopDomain);
    const tokens = Array.from({ length: 8 }, (_, index) => `shpat_${index}`);
    await Promise.all(
      shops.flatMap((shop) => tokens.map((token) => storage.storeSession(aSession(shop, token)))),
    );
    for (const shop of shops) {
      const stored = await storage.findSessionsByShop(shop);
      expect(stored).toHaveLength(1);
      expect(tokens).toContain(stored[0]?.accessToken);
    }
    const [shop = ""] = shops;
    await storage.storeSession(aSession(shop, "shpat_newest"));
    expect((await storage.findSessionsByShop(shop))[0]?.accessToken).toBe("shpat_newest");
  });

  it("knows no session that was never stored, or was deleted", async () => {
    const sessions = [aSession(newShopDomain()), aSession(newShopDomain()), aSession(newShopDomain())];
    for (const session of sessions) await storage.storeSession(session);
    const [one = "", two = "", three = ""] = sessions.map(({ id }) => id);
    expect(await storage.deleteSession(one)).toBe(true);
    expect(await storage.deleteSessions([two, "unknown"])).toBe(true);
    expect(await storage.loadSession(one)).toBeUndefined();
    expect(await storage.loadSession(two)).toBeUndefined();
    expect((await storage.loadSession(three))?.id).toBe(three);
    expect(await storage.loadSession("never")).toBeUndefined();
  });

  it("loses all sessions of one shop at once, and of no other", async () => {
    const [mine, other] = [aSession(newShopDomain()), aSession(newShopDomain())];
    await storage.storeSession(mine);
    await storage.storeSession(other);
    const db = createDatabase(opened, async () => undefined);
    await db.sessions.removeAll(mine.shop);
    expect(await storage.findSessionsByShop(mine.shop)).toEqual([]);
    expect(await storage.findSessionsByShop(other.shop)).toHaveLength(1);
  });
});
