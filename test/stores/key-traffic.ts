import { Session } from "@shopify/shopify-api";
import type { OpenDatabase } from "#app/adapters/db/database-kind.server.ts";
import { createSessionStorage } from "#app/adapters/db/session-storage.server.ts";
import { createDatabase } from "#app/adapters/db/stores.server.ts";
import { createSeal } from "#app/adapters/seal/aes-seal.server.ts";
import type { Seal } from "#app/ports/index.ts";
import { aConnection, newShopDomain } from "#test/factories/rows.ts";

/** One store's token and session as the app reads and writes them; their values count up, so that a lost one shows. */
export type Store = { shop: string; begun: number; written: number };
export type Traffic = { reads: number; writes: number; wrong: string[] };

/** The seals of both places, with the same keys. */
export type Seals = { connection: Seal; session: Seal };
export const sealsOf = (keys: string[]): Seals => ({
  connection: createSeal(keys, "connection"),
  session: createSeal(keys, "session"),
});

export function createKeyTraffic(opened: OpenDatabase, seals: Seals) {
  const { prisma } = opened;
  const db = createDatabase(opened, async () => undefined);
  const sessions = createSessionStorage(prisma, seals.session);
  const sessionId = (shop: string) => `offline_${shop}`;

  const write = async (store: Store, by: Seals = seals) => {
    const { shop } = store;
    store.begun += 1;
    const value = `${store.begun} of ${shop}`;
    await db.connections.save({ ...aConnection({ shop }), sealedToken: by.connection.seal(shop, value) });
    const session = new Session({
      id: sessionId(shop),
      shop,
      state: "",
      isOnline: false,
      accessToken: value,
    });
    await (by === seals ? sessions : createSessionStorage(prisma, by.session)).storeSession(session);
    store.written = store.begun;
  };

  /** Both values with this seal's keys, as their numbers. Throws when a key is missing or the value is another's. */
  const read = async ({ shop }: Store, by: Seals = seals): Promise<number[]> => {
    const token = by.connection.open(shop, (await db.connections.find(shop))?.sealedToken ?? "");
    const session = await createSessionStorage(prisma, by.session).loadSession(sessionId(shop));
    return [token, session?.accessToken ?? ""].map((value) => {
      const [number = "", , owner] = value.split(" ");
      if (owner !== shop) throw new Error(`"${value}" is no value of ${shop}.`);
      return Number(number);
    });
  };

  return {
    read,
    write,
    /** Stores whose values are sealed with an older key. */
    stores: async (count: number, older: Seals): Promise<Store[]> => {
      const made = Array.from({ length: count }, () => ({ shop: newShopDomain(), begun: 0, written: 0 }));
      for (const store of made) await write(store, older);
      return made;
    },
    /** Reads and writes without a pause for as long as the work takes. */
    during: async (stores: Store[], work: Promise<unknown>): Promise<Traffic> => {
      const seen: Traffic = { reads: 0, writes: 0, wrong: [] };
      let done = false;
      const until = (step: (store: Store) => Promise<void>, first: number) => async () => {
        for (let at = first; !done; at += 7) await step(stores[at % stores.length] as Store);
      };
      const reader = until(async (store) => {
        const before = store.written;
        const found = await read(store).catch((error: unknown) => [String(error)]);
        const isWrong = found.some((each) => !(Number(each) >= before && Number(each) <= store.begun));
        if (isWrong) seen.wrong.push(`${found} instead of ${before} to ${store.begun}`);
        seen.reads += 1;
      }, 0);
      const writer = until(async (store) => {
        await write(store);
        seen.writes += 1;
      }, 3);
      const ends = work.finally(() => {
        done = true;
      });
      await Promise.all([ends, reader(), reader(), writer()]);
      return seen;
    },
  };
}
