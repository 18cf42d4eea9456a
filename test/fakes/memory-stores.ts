import type {
  ClosingRequestEvent,
  ClosingRequestRow,
  ConnectionRow,
  ExitCodeRow,
  ShopRow,
  SnapshotRow,
  StatedFactRow,
  Stores,
  TicketRow,
} from "#app/ports/index.ts";
import {
  type AfterUninstallState,
  createAfterUninstallStores,
  emptyAfterUninstall,
} from "./memory-after-uninstall.ts";
import { type AlarmState, createAlarmStores, emptyAlarm } from "./memory-alarm.ts";
import { type AlertState, createMemoryAlerts, emptyAlerts } from "./memory-alerts.ts";
import { createMemoryClosingStore } from "./memory-closing-requests.ts";
import { createMemoryErasure } from "./memory-erasure.ts";
import { createMemoryExitCodes } from "./memory-exit-codes.ts";
import { createMemoryExportStores, emptyExportState, type MemoryExportState } from "./memory-exports.ts";
import { createMailAndLinkStores, emptyMailsAndLinks, type MailAndLinkState, patch } from "./memory-mails.ts";
import { createMemoryDesk, type DeskState, emptyDesk } from "./memory-operator-desk.ts";
import { saveSighting } from "./memory-sightings.ts";
import {
  createMemoryStatusStores,
  emptyStatusState,
  type MemoryStatusState,
} from "./memory-status-stores.ts";
import { createStoreHistory, emptyStoreHistory, type StoreHistoryState } from "./memory-store-history.ts";
import { createMemorySyncStores, emptySyncState, type MemorySyncState } from "./memory-sync-stores.ts";
import { createWatchStores, emptyWatch, type WatchState } from "./memory-watch.ts";

type Row<T> = T & { shop: string };
export type MemoryState = AfterUninstallState &
  MemoryStatusState &
  MemorySyncState &
  MemoryExportState &
  WatchState &
  StoreHistoryState &
  DeskState &
  AlertState &
  AlarmState &
  MailAndLinkState & {
    shops: ShopRow[];
    connections: ConnectionRow[];
    facts: Row<StatedFactRow>[];
    snapshots: Row<SnapshotRow>[];
    closingRequests: ClosingRequestRow[];
    events: Row<ClosingRequestEvent & { requestId: string }>[];
    tickets: TicketRow[];
    exitCodes: ExitCodeRow[];
  };

export const emptyState = (): MemoryState => ({
  ...emptyMailsAndLinks(),
  shops: [],
  connections: [],
  facts: [],
  snapshots: [],
  closingRequests: [],
  events: [],
  tickets: [],
  exitCodes: [],
  ...emptySyncState(),
  ...emptyExportState(),
  ...emptyAfterUninstall(),
  ...emptyWatch(),
  ...emptyStatusState(),
  ...emptyAlarm(),
  ...emptyAlerts(),
  ...emptyStoreHistory(),
  ...emptyDesk(),
});

/** The stores on plain lists. Rows are replaced, never changed, so that a shallow copy of the state is a snapshot. */
export function createMemoryStores(state: () => MemoryState): Stores {
  const put = <T>(rows: T[], same: (row: T) => boolean, row: T): T[] => [
    ...rows.filter((each) => !same(each)),
    row,
  ];
  const without = <T extends { shop: string }>(rows: T[], shop: string): T[] =>
    rows.filter((row) => row.shop !== shop);
  const bare = <T extends { shop: string }>({ shop: _shop, ...rest }: T): Omit<T, "shop"> => rest;
  return {
    shops: {
      find: async (shop) => state().shops.find((row) => row.shop === shop) ?? null,
      save: async (incoming) => {
        state().shops = put(state().shops, ({ shop }) => shop === incoming.shop, incoming);
      },
    },
    connections: {
      find: async (shop) => state().connections.find((row) => row.shop === shop) ?? null,
      save: async (incoming) => {
        state().connections = put(state().connections, ({ shop }) => shop === incoming.shop, incoming);
      },
      hold: async ({ shop, accountSid }) =>
        state().connections.some((row) => row.shop === shop && row.accountSid === accountSid),
      destroyToken: async (shop) => {
        state().connections = patch(
          state().connections,
          (row) => row.shop === shop,
          () => ({ sealedToken: null }),
        );
      },
      remove: async (shop) => {
        const { actions, syncs } = createMemorySyncStores(state);
        await actions.removeAll(shop);
        await syncs.removeAll(shop);
        const { exports, invoiceFiles } = createMemoryExportStores(state);
        await exports.removeAll(shop);
        await invoiceFiles.removeAll(shop);
        state().alertMarks = without(state().alertMarks, shop);
        const known = state().connections.find((row) => row.shop === shop);
        state().connections = without(state().connections, shop);
        if (state().connections.some((row) => row.accountSid === known?.accountSid)) return;
        state().callBudgets = state().callBudgets.filter((row) => row.accountSid !== known?.accountSid);
      },
    },
    statedFacts: {
      all: async (shop) =>
        state()
          .facts.filter((row) => row.shop === shop)
          .map(bare)
          .sort((a, b) => a.name.localeCompare(b.name)),
      save: async (shop, facts) => {
        for (const fact of facts)
          state().facts = put(state().facts, (row) => row.shop === shop && row.name === fact.name, {
            shop,
            ...fact,
          });
      },
      removeAll: async (shop) => {
        state().facts = state().facts.filter((row) => row.shop !== shop);
      },
    },
    snapshots: {
      all: async (shop) =>
        state()
          .snapshots.filter((row) => row.shop === shop)
          .map(bare),
      saveRead: async (shop, resource, body, at) => {
        const row = { shop, resource, body, checkedAt: at, triedAt: at, failure: null };
        state().snapshots = put(
          state().snapshots,
          (each) => each.shop === shop && each.resource === resource,
          row,
        );
        saveSighting(state(), { shop, resource, body, firstSeenAt: at, lastSeenAt: at });
      },
      history: async (shop, resource) =>
        state()
          .sightings.filter((row) => row.shop === shop && row.resource === resource)
          .map(bare)
          .reverse(),
      saveFailure: async (shop, resource, failure, at) => {
        const same = (row: Row<SnapshotRow>) => row.shop === shop && row.resource === resource;
        const known = state().snapshots.find(same);
        const row = { shop, resource, body: null, checkedAt: null, ...known, triedAt: at, failure };
        state().snapshots = put(state().snapshots, same, row);
      },
      removeAll: async (shop) => {
        state().snapshots = without(state().snapshots, shop);
        state().sightings = without(state().sightings, shop);
      },
    },
    ...createMemorySyncStores(state),
    ...createMemoryExportStores(state),
    closingRequests: createMemoryClosingStore(state),
    tickets: {
      add: async (ticket) => {
        state().tickets = [...state().tickets, ticket];
      },
      findById: async (shop, id) => state().tickets.find((row) => row.shop === shop && row.id === id) ?? null,
      findByRequest: async (shop, requestId) =>
        state().tickets.find((row) => row.shop === shop && row.requestId === requestId) ?? null,
      change: async (seen, change) => {
        const same = (row: TicketRow) =>
          row.id === seen.id && row.state === seen.state && row.attempts === seen.attempts;
        const found = state().tickets.some(same);
        state().tickets = patch(state().tickets, same, () => change);
        return found;
      },
      unfinished: async () =>
        state()
          .tickets.filter((row) => row.settledAt === null)
          .map(({ shop, id }) => ({ shop, id })),
    },
    ...createMailAndLinkStores(state),
    exitCodes: createMemoryExitCodes(state),
    ...createMemoryStatusStores(state),
    sessions: { removeAll: async () => undefined },
    erasure: createMemoryErasure(state),
    ...createAfterUninstallStores(state),
    ...createWatchStores(state),
    ...createAlarmStores(state),
    alerts: createMemoryAlerts(state),
    ...createStoreHistory(state),
    ...createMemoryDesk(state),
  };
}
