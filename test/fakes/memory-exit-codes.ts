import { Temporal } from "temporal-polyfill";
import type { ExitCodeRow, ExitCodeStore } from "#app/ports/index.ts";

/** The codes on a plain list. */
export function createMemoryExitCodes(state: () => { exitCodes: ExitCodeRow[] }): ExitCodeStore {
  const of = (shop: string, visit: string) => (row: ExitCodeRow) => row.shop === shop && row.visit === visit;
  return {
    save: async (incoming) => {
      const others = state().exitCodes.filter(({ visit }) => visit !== incoming.visit);
      state().exitCodes = [...others, incoming];
    },
    find: async (shop, visit) => state().exitCodes.find(of(shop, visit)) ?? null,
    countTry: async (shop, visit, now, limit) => {
      const row = state().exitCodes.find(of(shop, visit));
      if (!row || row.tries >= limit || Temporal.Instant.compare(row.expiresAt, now) <= 0) return null;
      const counted = { ...row, tries: row.tries + 1 };
      state().exitCodes = state().exitCodes.map((each) => (each === row ? counted : each));
      return counted;
    },
    prove: async (shop, visit, provedUntil) => {
      const isIt = of(shop, visit);
      state().exitCodes = state().exitCodes.map((row) => (isIt(row) ? { ...row, provedUntil } : row));
    },
    remove: async (shop, visit) => {
      state().exitCodes = state().exitCodes.filter((row) => !of(shop, visit)(row));
    },
  };
}
