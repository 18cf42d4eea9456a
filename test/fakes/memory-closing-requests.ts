import { Temporal } from "temporal-polyfill";
import { assertTransition, isUnderWay, mostOpen } from "#app/domain/index.ts";
import type { ClosingRequestRow, ClosingStore } from "#app/ports/index.ts";
import type { MemoryState } from "./memory-stores.ts";

/** Closing requests and their history, as the database keeps them: one request under way for each account of a store. */
export function createMemoryClosingStore(state: () => MemoryState): ClosingStore {
  const all = (shop: string) =>
    state()
      .closingRequests.filter((row) => row.shop === shop)
      .toSorted((a, b) => Temporal.Instant.compare(b.createdAt, a.createdAt));
  const isTaken = (wanted: ClosingRequestRow) =>
    all(wanted.shop).some(
      (row) => row.id !== wanted.id && isUnderWay(row.state) && sharesAccount(row, wanted),
    );
  return {
    all: async (shop) => all(shop),
    findOpen: async (shop) => mostOpen(all(shop)),
    findByReference: async (shop, reference) => all(shop).find((row) => row.reference === reference) ?? null,
    findById: async (shop, id) => all(shop).find((row) => row.id === id) ?? null,
    open: async (incoming, event) => {
      assertTransition(event);
      if (isTaken(incoming)) return false;
      state().closingRequests = [...state().closingRequests, incoming];
      state().events = [...state().events, { shop: incoming.shop, requestId: incoming.id, ...event }];
      return true;
    },
    move: async (shop, id, event) => {
      assertTransition(event);
      const known = all(shop).find((row) => row.id === id);
      if (known?.state !== event.fromState) return false;
      if (!isUnderWay(known.state) && isUnderWay(event.toState) && isTaken(known)) return false;
      const moved = { ...known, state: event.toState, updatedAt: event.at };
      state().closingRequests = state().closingRequests.map((row) => (row === known ? moved : row));
      state().events = [...state().events, { shop, requestId: id, ...event }];
      return true;
    },
    events: async (shop, id) =>
      state()
        .events.filter((row) => row.shop === shop && row.requestId === id)
        .map(({ shop: _shop, requestId: _requestId, ...event }) => event),
  };
}

/** Two requests that name none are about the same account as well: nobody could tell them apart. */
const sharesAccount = (a: ClosingRequestRow, b: ClosingRequestRow): boolean =>
  a.accounts.length === 0 ? b.accounts.length === 0 : a.accounts.some((sid) => b.accounts.includes(sid));
