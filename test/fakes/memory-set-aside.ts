import type { AccountKey, ImpactResource, SetAside, SetAsideStore } from "#app/ports/index.ts";
import type { MemorySyncState } from "./memory-sync-stores.ts";

const of = (key: AccountKey) => (row: AccountKey) =>
  row.shop === key.shop && row.accountSid === key.accountSid;
const isSame = (a: SetAside, b: SetAside) => (a.id ?? a.row) === (b.id ?? b.row);

/** Set-aside rows on a plain list. */
export function createMemorySetAside(state: () => MemorySyncState): SetAsideStore {
  const add = (key: AccountKey, resource: ImpactResource, rows: readonly SetAside[], run: number) => {
    const known = (row: MemorySyncState["setAside"][number]) =>
      of(key)(row) && row.resource === resource && rows.some((each) => isSame(each, row));
    state().setAside = [
      ...state().setAside.filter((row) => !known(row)),
      ...rows.map((row) => ({ ...key, ...row, resource, run })),
    ];
  };
  return {
    replace: async (key, resource, rows) => {
      state().setAside = state().setAside.filter((row) => !(of(key)(row) && row.resource === resource));
      add(key, resource, rows, 0);
    },
    add: async (key, resource, rows, run) => add(key, resource, rows, run),
    settle: async (key, run, sawEverything) => {
      const ids = new Set(
        state()
          .actions.filter(of(key))
          .map(({ id }) => id),
      );
      const isPaged = ({ resource }: { resource: ImpactResource }) =>
        resource === "Actions" || resource === "ActionUpdates";
      state().setAside = state().setAside.filter((row) => {
        if (!of(key)(row) || !isPaged(row)) return true;
        const isRead = row.resource === "Actions" && row.id !== null && ids.has(row.id);
        return !isRead && !(sawEverything && row.run < run);
      });
    },
    counts: async (key) => {
      const counts: Partial<Record<ImpactResource, number>> = {};
      for (const { resource } of state().setAside.filter(of(key)))
        counts[resource] = (counts[resource] ?? 0) + 1;
      return counts;
    },
    first: async (key, limit) =>
      state()
        .setAside.filter(of(key))
        .sort((a, b) => (a.resource < b.resource ? -1 : a.resource > b.resource ? 1 : 0))
        .slice(0, limit)
        .map(({ resource, id, field, problem, row }) => ({ resource, id, field, problem, row })),
    removeAll: async (shop) => {
      state().setAside = state().setAside.filter((row) => row.shop !== shop);
    },
  };
}
