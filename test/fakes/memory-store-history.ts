import { Temporal } from "temporal-polyfill";
import type { StoreEvent, Stores } from "#app/ports/index.ts";

type StaffName = { shop: string; actor: string; name: string; seenAt: Temporal.Instant };
export type StoreHistoryState = { storeEvents: (StoreEvent & { shop: string })[]; staffNames: StaffName[] };

export const emptyStoreHistory = (): StoreHistoryState => ({ storeEvents: [], staffNames: [] });

/** What was done and by whom, on plain lists. */
export function createStoreHistory(
  state: () => StoreHistoryState,
): Pick<Stores, "storeEvents" | "staffNames"> {
  return {
    storeEvents: {
      add: async (shop, event) => {
        state().storeEvents = [...state().storeEvents, { shop, ...event }];
      },
      latest: async (shop, limit) =>
        state()
          .storeEvents.filter((row) => row.shop === shop)
          .map(({ shop: _shop, ...event }) => event)
          .toSorted((a, b) => Temporal.Instant.compare(b.at, a.at))
          .slice(0, limit),
    },
    staffNames: {
      save: async (shop, staff) => {
        const others = state().staffNames.filter((row) => row.shop !== shop || row.actor !== staff.actor);
        state().staffNames = [...others, { shop, ...staff }];
      },
      all: async (shop) =>
        state()
          .staffNames.filter((row) => row.shop === shop)
          .map(({ shop: _shop, ...staff }) => staff),
    },
  };
}
