import { Temporal } from "temporal-polyfill";
import type {
  ClosingRequestEvent,
  ClosingRequestRow,
  ConnectionRow,
  ExitCodeRow,
  LinkRow,
  MailRow,
  ShopRow,
  SnapshotRow,
  StatedFactRow,
  Stores,
  TicketRow,
  WebhookRow,
} from "#app/ports/index.ts";
import {
  type AfterUninstallState,
  createAfterUninstallStores,
  emptyAfterUninstall,
} from "./memory-after-uninstall.ts";
import { type AlarmState, createAlarmStores, emptyAlarm } from "./memory-alarm.ts";
import { createMemoryClosingStore } from "./memory-closing-requests.ts";
import { createMemoryErasure } from "./memory-erasure.ts";
import { createMemoryExitCodes } from "./memory-exit-codes.ts";
import { createMemoryExportStores, emptyExportState, type MemoryExportState } from "./memory-exports.ts";
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
  AlarmState & {
    shops: ShopRow[];
    connections: ConnectionRow[];
    facts: Row<StatedFactRow>[];
    snapshots: Row<SnapshotRow>[];
    closingRequests: ClosingRequestRow[];
    events: Row<ClosingRequestEvent & { requestId: string }>[];
    tickets: TicketRow[];
    mails: MailRow[];
    webhooks: WebhookRow[];
    links: LinkRow[];
    exitCodes: ExitCodeRow[];
  };

export const emptyState = (): MemoryState => ({
  shops: [],
  connections: [],
  facts: [],
  snapshots: [],
  closingRequests: [],
  events: [],
  tickets: [],
  mails: [],
  webhooks: [],
  links: [],
  exitCodes: [],
  ...emptySyncState(),
  ...emptyExportState(),
  ...emptyAfterUninstall(),
  ...emptyWatch(),
  ...emptyStatusState(),
  ...emptyAlarm(),
  ...emptyStoreHistory(),
});

/** The stores on plain lists. Rows are replaced, never changed, so that a shallow copy of the state is a snapshot. */
export function createMemoryStores(state: () => MemoryState): Stores {
  const put = <T>(rows: T[], same: (row: T) => boolean, row: T): T[] => [
    ...rows.filter((each) => !same(each)),
    row,
  ];
  const patch = <T>(rows: T[], same: (row: T) => boolean, change: (row: T) => Partial<T>): T[] =>
    rows.map((row) => (same(row) ? { ...row, ...change(row) } : row));
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
    ...createMailAndLinkStores(state, patch),
    exitCodes: createMemoryExitCodes(state),
    ...createMemoryStatusStores(state),
    sessions: { removeAll: async () => undefined },
    erasure: createMemoryErasure(state),
    ...createAfterUninstallStores(state),
    ...createWatchStores(state),
    ...createAlarmStores(state),
    ...createStoreHistory(state),
  };
}

type Patch = <T>(rows: T[], same: (row: T) => boolean, change: (row: T) => Partial<T>) => T[];

function createMailAndLinkStores(
  state: () => MemoryState,
  patch: Patch,
): Pick<Stores, "mails" | "webhooks" | "links"> {
  const patchMail = (shop: string, id: string, change: (mail: MailRow) => Partial<MailRow>) => {
    state().mails = patch(state().mails, (row) => row.shop === shop && row.id === id, change);
  };
  return {
    mails: {
      add: async (mail) => {
        if (state().mails.some(({ dedupeKey }) => dedupeKey === mail.dedupeKey)) return false;
        state().mails = [...state().mails, mail];
        return true;
      },
      findById: async (shop, id) => state().mails.find((row) => row.shop === shop && row.id === id) ?? null,
      countSince: async (shop, purpose, since) =>
        state().mails.filter(
          (row) =>
            row.shop === shop &&
            row.purpose === purpose &&
            Temporal.Instant.compare(row.createdAt, since) >= 0,
        ).length,
      withMessageIds: async (ids) => state().mails.filter(({ messageId }) => ids.includes(messageId)),
      ofRequest: async (shop, requestId) =>
        state().mails.filter((row) => row.shop === shop && row.requestId === requestId),
      markSent: async (shop, id, at, headers = "") =>
        patchMail(shop, id, ({ attempts }) => ({
          state: "sent",
          headers: headers || null,
          sentAt: at,
          attempts: attempts + 1,
          lastError: null,
        })),
      markDropped: async (shop, id, reason) =>
        patchMail(shop, id, () => ({ state: "dropped", lastError: reason })),
      markFailed: async (shop, id, error) =>
        patchMail(shop, id, ({ attempts }) => ({ attempts: attempts + 1, lastError: error })),
      remove: async (shop, id) => {
        state().mails = state().mails.filter((row) => row.shop !== shop || row.id !== id);
      },
    },
    webhooks: {
      add: async (incoming) => {
        if (state().webhooks.some(({ webhookId }) => webhookId === incoming.webhookId)) return false;
        state().webhooks = [...state().webhooks, incoming];
        return true;
      },
      find: async (shop, webhookId) =>
        state().webhooks.find((row) => row.shop === shop && row.webhookId === webhookId) ?? null,
      markHandled: async (shop, webhookId, outcome, at) => {
        state().webhooks = patch(
          state().webhooks,
          (row) => row.shop === shop && row.webhookId === webhookId,
          () => ({ outcome, handledAt: at }),
        );
      },
      remove: async (shop, webhookId) => {
        state().webhooks = state().webhooks.filter((row) => row.shop !== shop || row.webhookId !== webhookId);
      },
    },
    links: {
      add: async (incoming) => {
        state().links = [...state().links, incoming];
      },
      find: async (idHash) => state().links.find((row) => row.idHash === idHash) ?? null,
      revokeAll: async (shop, at) => {
        state().links = patch(
          state().links,
          (row) => row.shop === shop && row.revokedAt === null,
          () => ({ revokedAt: at }),
        );
      },
    },
  };
}
