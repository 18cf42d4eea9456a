import type { Database, Stores } from "#app/ports/index.ts";

/** What several parts of one page ask for, by store. All of a store's writes are its own methods. */
const READS = {
  shops: ["find"],
  connections: ["find"],
  statedFacts: ["all"],
  snapshots: ["all"],
  closingRequests: ["all", "findById", "events"],
} as const satisfies { [S in keyof Stores]?: readonly (keyof Stores[S])[] };

type Read = keyof typeof READS;
type Method = (...args: unknown[]) => Promise<unknown>;

/** The stores of one page, and the end of what was kept, for when something was written past them. */
export type ReadOnce = { db: Database; forget(): void };

/**
 * Stores for what is loaded for one page at once: its loaders ask the database once for a row that all of them need. A write
 * makes its store be read anew, a transaction or an erasure all of them. Nothing that goes on after the page may use them.
 */
export function readOnce(db: Database): ReadOnce {
  const kept = new Map<Read, Map<string, Promise<unknown>>>();
  const forget = () => kept.clear();
  const remember = (store: Read, method: string, args: unknown[], read: () => Promise<unknown>) => {
    const reads = kept.get(store) ?? new Map<string, Promise<unknown>>();
    kept.set(store, reads);
    const key = JSON.stringify([method, args]);
    const known = reads.get(key);
    if (known) return known;
    const asked = read();
    reads.set(key, asked);
    // What failed once may succeed the next time.
    asked.catch(() => reads.delete(key));
    return asked;
  };
  const watched = <S extends Read>(store: S): Stores[S] => {
    const reads: readonly string[] = READS[store];
    const methods = Object.entries<Method>(db[store] as never).map(([name, run]): [string, Method] => [
      name,
      reads.includes(name)
        ? (...args) => remember(store, name, args, () => run(...args))
        : (...args) => run(...args).finally(() => kept.delete(store)),
    ]);
    return Object.fromEntries(methods) as unknown as Stores[S];
  };
  return {
    forget,
    db: {
      ...db,
      shops: watched("shops"),
      connections: watched("connections"),
      statedFacts: watched("statedFacts"),
      snapshots: watched("snapshots"),
      closingRequests: watched("closingRequests"),
      erasure: {
        ...db.erasure,
        eraseShop: (shop) => db.erasure.eraseShop(shop).finally(forget),
      },
      transact: (run) => db.transact(run).finally(forget),
    },
  };
}
