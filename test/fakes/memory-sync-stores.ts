import type { Action, DailyTotals, DayChange } from "#app/domain/index.ts";
import { addedTotals, type Day, groupActions, toDate } from "#app/domain/index.ts";
import type {
  AccountKey,
  ConnectionRow,
  KeptAside,
  SightingRow,
  StoredAction,
  Stores,
  SyncStateRow,
  SyncWindowRow,
} from "#app/ports/index.ts";
import { type CallBudgetState, createMemoryCallBudgets, emptyCallBudgets } from "./memory-call-budgets.ts";
import { createMemorySetAside } from "./memory-set-aside.ts";

type Keyed<T> = T & AccountKey;
export type MemorySyncState = CallBudgetState & {
  sightings: (SightingRow & { shop: string })[];
  actions: Keyed<StoredAction & { seenBy: number }>[];
  /** Kept as the changes themselves, so that a total that was forgotten or counted twice shows. */
  totalChanges: Keyed<{ change: readonly DayChange[] }>[];
  syncs: Keyed<SyncStateRow>[];
  windows: Keyed<SyncWindowRow & { run: number; done: boolean }>[];
  leases: { accountSid: string; owner: string; seconds: number }[];
  partnerNames: Keyed<{ partnerId: string; name: string }>[];
  setAside: Keyed<KeptAside & { run: number }>[];
};

export const emptySyncState = (): MemorySyncState => ({
  ...emptyCallBudgets(),
  sightings: [],
  actions: [],
  totalChanges: [],
  syncs: [],
  windows: [],
  leases: [],
  partnerNames: [],
  setAside: [],
});

const of = (key: AccountKey) => (row: AccountKey) =>
  row.shop === key.shop && row.accountSid === key.accountSid;
const bare = ({
  shop: _shop,
  accountSid: _sid,
  seenBy: _by,
  ...action
}: MemorySyncState["actions"][number]) => action;

/** Actions, readings and leases on plain lists. A lease here lasts until it is released. */
export function createMemorySyncStores(
  state: () => MemorySyncState & { connections: ConnectionRow[] },
): Pick<Stores, "actions" | "setAside" | "syncs" | "leases" | "callBudgets"> {
  const rows = (key: AccountKey) => state().actions.filter(of(key));
  const counted = (key: AccountKey, on: Day) => {
    const changes = state()
      .totalChanges.filter(of(key))
      .flatMap(({ change }) => change)
      .filter(({ day }) => day <= on);
    const sum = (column: "actions" | "reversals") => changes.reduce((all, row) => all + row[column], 0);
    return { tracked: sum("actions"), reversed: sum("reversals") };
  };
  // Without a clock of its own: only a lease that was taken for no time at all has run out.
  const hold = (accountSid: string, owner: string, seconds: number) => {
    const others = state().leases.filter((lease) => lease.accountSid !== accountSid);
    const held = state().leases.find((lease) => lease.accountSid === accountSid);
    if (held && held.owner !== owner && held.seconds > 0) return false;
    state().leases = [...others, { accountSid, owner, seconds }];
    return true;
  };
  return {
    actions: {
      byId: async (key, ids) =>
        rows(key)
          .filter(({ id }) => ids.includes(id))
          .map(bare),
      put: async (key, actions, run) => {
        const ids = new Set(actions.map(({ id }) => id));
        state().actions = [
          ...state().actions.filter((row) => !(of(key)(row) && ids.has(row.id))),
          ...actions.map((action) => ({ ...key, ...action, seenBy: run })),
        ];
      },
      page: async (key, after, limit) =>
        rows(key)
          .map(bare)
          .filter(({ id }) => id > after)
          .sort((a, b) => (a.id < b.id ? -1 : 1))
          .slice(0, limit),
      all: async (key) =>
        rows(key)
          .map(bare)
          .map(({ programId: _programId, ...action }) => action)
          .sort((a, b) => (a.id < b.id ? -1 : 1)),
      currentActions: async (key, on, named) => {
        const all = rows(key)
          .map(bare)
          .map(({ programId: _programId, ...action }) => action)
          .sort((a, b) => (a.id < b.id ? -1 : 1));
        const isReversed = ({ state, reversedOn }: Action) =>
          state === "REVERSED" && (reversedOn === null || reversedOn <= on);
        const isOpen = (action: Action) =>
          action.trackedOn <= on &&
          !isReversed(action) &&
          (action.clearedOn === null || action.clearedOn > on);
        return {
          ...counted(key, on),
          open: groupActions(all.filter(isOpen), named),
          later: all.filter(
            ({ state, trackedOn, reversedOn }) =>
              trackedOn > on || (state === "REVERSED" && reversedOn !== null && reversedOn > on),
          ),
        };
      },
      openPage: async (key, on, { kind, search, offset, limit }) => {
        const wanted = search.trim().toLowerCase();
        const found = rows(key)
          .map(bare)
          .map(({ programId: _programId, ...action }) => action)
          .filter(
            ({ state, trackedOn, clearedOn }) =>
              state !== "REVERSED" && trackedOn <= on && (clearedOn ?? on + 1) > on,
          )
          .filter(({ state, locksOn }) => {
            const isLocked = state === "APPROVED" || (locksOn !== null && locksOn <= on);
            return isLocked === (kind === "to-pay");
          })
          .filter(({ id, partner, program }) =>
            [id, partner, program].some((text) => text.toLowerCase().includes(wanted)),
          )
          .sort((a, b) => (b.locksOn ?? Infinity) - (a.locksOn ?? Infinity) || (a.id < b.id ? -1 : 1));
        return { rows: found.slice(offset, offset + limit), count: found.length };
      },
      counts: async (key) => ({
        all: counted(key, Infinity).tracked,
        pending: rows(key).filter((row) => row.state === "PENDING").length,
      }),
      pendingSpan: async (key) => {
        const pending = rows(key).filter((row) => row.state === "PENDING");
        const locks = pending.map(({ locksOn }) => locksOn).filter((day): day is Day => day !== null);
        return pending.length === 0
          ? null
          : {
              firstTracked: toDate(Math.min(...pending.map(({ trackedOn }) => trackedOn))),
              lastLock: locks.length === 0 ? null : toDate(Math.max(...locks)),
            };
      },
      unseenSince: async (key, run, limit) =>
        rows(key)
          .filter(({ seenBy }) => seenBy < run)
          .map(bare)
          .slice(0, limit),
      remove: async (key, ids) => {
        state().actions = state().actions.filter((row) => !(of(key)(row) && ids.includes(row.id)));
      },
      partnerNames: async (key) =>
        new Map(
          state()
            .partnerNames.filter(of(key))
            .map(({ partnerId, name }) => [partnerId, name]),
        ),
      putPartnerNames: async (key, names) => {
        state().partnerNames = [
          ...state().partnerNames.filter((row) => !(of(key)(row) && names.has(row.partnerId))),
          ...[...names].map(([partnerId, name]) => ({ ...key, partnerId, name })),
        ];
      },
      totals: async (key) =>
        addedUp(
          state()
            .totalChanges.filter(of(key))
            .map(({ change }) => change.map(({ actions: _a, reversals: _r, ...totals }) => totals)),
        ),
      addToTotals: async (key, change) => {
        state().totalChanges = [...state().totalChanges, { ...key, change }];
      },
      removeAll: async (shop) => {
        state().actions = state().actions.filter((row) => row.shop !== shop);
        state().totalChanges = state().totalChanges.filter((row) => row.shop !== shop);
        state().partnerNames = state().partnerNames.filter((row) => row.shop !== shop);
      },
    },
    setAside: createMemorySetAside(state),
    syncs: {
      find: async (key) => {
        const row = state().syncs.find(of(key));
        if (!row) return null;
        const { shop: _shop, accountSid: _sid, ...rest } = row;
        return rest;
      },
      save: async (key, incoming, slices) => {
        state().syncs = [...state().syncs.filter((row) => !of(key)(row)), { ...key, ...incoming }];
        if (!slices) return;
        state().windows = [
          ...state().windows.filter((row) => !of(key)(row)),
          ...slices.map((slice, position) => ({
            ...key,
            ...slice,
            position,
            run: incoming.run,
            done: false,
          })),
        ];
      },
      progress: async (key, run) => {
        const planned = state().windows.filter((row) => of(key)(row) && row.run === run);
        return { planned: planned.length, done: planned.filter(({ done }) => done).length };
      },
      openWindows: async (key, run) =>
        state()
          .windows.filter((each) => of(key)(each) && each.run === run && !each.done)
          .map(({ list, programId, window, position }) => ({ list, programId, window, position })),
      markDone: async (key, run, positions) => {
        state().windows = state().windows.map((row) =>
          of(key)(row) && row.run === run && positions.includes(row.position) ? { ...row, done: true } : row,
        );
      },
      removeAll: async (shop) => {
        state().syncs = state().syncs.filter((row) => row.shop !== shop);
        state().windows = state().windows.filter((row) => row.shop !== shop);
      },
    },
    ...createMemoryCallBudgets(state),
    leases: {
      hold: async (accountSid, owner, seconds) => hold(accountSid, owner, seconds),
      holdForRun: async (key, { run, startedAt }, owner, seconds) => {
        const isConnected = state().connections.some((row) => of(key)(row) && row.sealedToken !== null);
        const known = state().syncs.find(of(key));
        const isItsRun = known?.run === run && known.startedAt.equals(startedAt);
        return isConnected && isItsRun && hold(key.accountSid, owner, seconds);
      },
      release: async (accountSid, owner) => {
        state().leases = state().leases.filter(
          (lease) => lease.accountSid !== accountSid || lease.owner !== owner,
        );
      },
    },
  };
}

function addedUp(changes: DailyTotals[]): DailyTotals {
  return addedTotals(changes.map((totals) => [totals, 1]));
}
