import type { ChargeSnapshot } from "#app/domain/index.ts";
import type { DraftAside, DraftRow, Stores, TaskWatchRow } from "#app/ports/index.ts";

type Row<T> = T & { shop: string };

export type WatchState = {
  drafts: DraftRow[];
  draftAsides: Row<DraftAside>[];
  taskWatches: Row<TaskWatchRow>[];
  chargeSnapshots: { shop: string; charge: ChargeSnapshot }[];
};

export const emptyWatch = (): WatchState => ({
  drafts: [],
  draftAsides: [],
  taskWatches: [],
  chargeSnapshots: [],
});

const bare = <T extends { shop: string }>({ shop: _shop, ...rest }: T): Omit<T, "shop"> => rest;
const newestFirst = <T>(rows: T[], at: (row: T) => { epochMilliseconds: number }): T[] =>
  [...rows].sort((a, b) => at(b).epochMilliseconds - at(a).epochMilliseconds);

/** Drafts and the task watch, on plain lists like the other stores. */
export function createWatchStores(
  state: () => WatchState,
): Pick<Stores, "drafts" | "taskWatches" | "chargeSnapshots"> {
  const ofShop = <T extends { shop: string }>(rows: T[], shop: string): T[] =>
    rows.filter((row) => row.shop === shop);
  return {
    drafts: {
      find: async (shop) => state().drafts.find((row) => row.shop === shop) ?? null,
      save: async (incoming, seen) => {
        const known = state().drafts.find(({ shop }) => shop === incoming.shop);
        if ((known?.version ?? 0) !== seen) return false;
        state().drafts = [...state().drafts.filter((row) => row !== known), incoming];
        return true;
      },
      remove: async (shop) => {
        state().drafts = state().drafts.filter((row) => row.shop !== shop);
      },
      asides: async (shop) =>
        newestFirst(ofShop(state().draftAsides, shop), ({ savedAt }) => savedAt).map(bare),
      setAside: async (shop, aside) => {
        if (ofShop(state().draftAsides, shop).some(({ id }) => id === aside.id)) return;
        state().draftAsides = [...state().draftAsides, { shop, ...aside }];
      },
      dropAside: async (shop, id) => {
        state().draftAsides = state().draftAsides.filter((row) => row.shop !== shop || row.id !== id);
      },
      decide: async (shop, id, decidedAt) => {
        state().draftAsides = state().draftAsides.map((row) =>
          row.shop === shop && row.id === id ? { ...row, decidedAt } : row,
        );
      },
    },
    taskWatches: {
      all: async (shop) =>
        ofShop(state().taskWatches, shop)
          .map(bare)
          .sort((a, b) => a.task.localeCompare(b.task)),
      move: async (shop, seen, next) => {
        const known = ofShop(state().taskWatches, shop).find(({ task }) => task === next.task) ?? null;
        if (!isSeen(known, seen)) return false;
        state().taskWatches = [...state().taskWatches.filter((row) => row !== known), { shop, ...next }];
        return true;
      },
      want: async (shop, wantedAt) => {
        state().taskWatches = state().taskWatches.map((row) =>
          row.shop === shop ? { ...row, wantedAt } : row,
        );
      },
      removeAll: async (shop) => {
        state().taskWatches = state().taskWatches.filter((row) => row.shop !== shop);
      },
    },
    chargeSnapshots: {
      find: async (shop) => state().chargeSnapshots.find((row) => row.shop === shop)?.charge ?? null,
      change: async (shop, seen, charge) => {
        const known = state().chargeSnapshots.find((row) => row.shop === shop);
        if (JSON.stringify(known?.charge ?? null) !== JSON.stringify(seen)) return false;
        state().chargeSnapshots = [
          ...state().chargeSnapshots.filter((row) => row !== known),
          { shop, charge },
        ];
        return true;
      },
    },
  };
}

const isSeen = (known: TaskWatchRow | null, seen: TaskWatchRow | null): boolean =>
  known === null || seen === null
    ? known === seen
    : known.changedAt.equals(seen.changedAt) &&
      known.status === seen.status &&
      known.reopened === seen.reopened;
