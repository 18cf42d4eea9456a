import type { ChargeSnapshot } from "#app/domain/index.ts";
import type { DraftAside, DraftRecord, Stores, TaskWatchRecord } from "#app/ports/index.ts";

type Row<T> = T & { shop: string };

export type WatchState = {
  drafts: DraftRecord[];
  draftAsides: Row<DraftAside>[];
  taskMarks: Row<TaskWatchRecord>[];
  toldCharges: { shop: string; charge: ChargeSnapshot }[];
};

export const emptyWatch = (): WatchState => ({
  drafts: [],
  draftAsides: [],
  taskMarks: [],
  toldCharges: [],
});

const bare = <T extends { shop: string }>({ shop: _shop, ...rest }: T): Omit<T, "shop"> => rest;
const newestFirst = <T>(rows: T[], at: (row: T) => { epochMilliseconds: number }): T[] =>
  [...rows].sort((a, b) => at(b).epochMilliseconds - at(a).epochMilliseconds);

/** Drafts and the task watch, on plain lists like the other stores. */
export function createWatchStores(
  state: () => WatchState,
): Pick<Stores, "drafts" | "taskWatches" | "toldCharges"> {
  const ofShop = <T extends { shop: string }>(rows: T[], shop: string): T[] =>
    rows.filter((row) => row.shop === shop);
  return {
    drafts: {
      find: async (shop) => state().drafts.find((row) => row.shop === shop) ?? null,
      save: async (record, seen) => {
        const known = state().drafts.find(({ shop }) => shop === record.shop);
        if ((known?.version ?? 0) !== seen) return false;
        state().drafts = [...state().drafts.filter((row) => row !== known), record];
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
        ofShop(state().taskMarks, shop)
          .map(bare)
          .sort((a, b) => a.task.localeCompare(b.task)),
      move: async (shop, seen, next) => {
        const known = ofShop(state().taskMarks, shop).find(({ task }) => task === next.task) ?? null;
        if (!isSeen(known, seen)) return false;
        state().taskMarks = [...state().taskMarks.filter((row) => row !== known), { shop, ...next }];
        return true;
      },
      want: async (shop, wantedAt) => {
        state().taskMarks = state().taskMarks.map((row) => (row.shop === shop ? { ...row, wantedAt } : row));
      },
      removeAll: async (shop) => {
        state().taskMarks = state().taskMarks.filter((row) => row.shop !== shop);
      },
    },
    toldCharges: {
      find: async (shop) => state().toldCharges.find((row) => row.shop === shop)?.charge ?? null,
      change: async (shop, seen, charge) => {
        const known = state().toldCharges.find((row) => row.shop === shop);
        if (JSON.stringify(known?.charge ?? null) !== JSON.stringify(seen)) return false;
        state().toldCharges = [...state().toldCharges.filter((row) => row !== known), { shop, charge }];
        return true;
      },
    },
  };
}

const isSeen = (known: TaskWatchRecord | null, seen: TaskWatchRecord | null): boolean =>
  known === null || seen === null
    ? known === seen
    : known.changedAt.equals(seen.changedAt) &&
      known.status === seen.status &&
      known.reopened === seen.reopened;
