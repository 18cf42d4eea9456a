import { Temporal } from "temporal-polyfill";
import type { LinkRow, MailRow, Stores, WebhookRow } from "#app/ports/index.ts";

export type MailAndLinkState = { mails: MailRow[]; webhooks: WebhookRow[]; links: LinkRow[] };
export const emptyMailsAndLinks = (): MailAndLinkState => ({ mails: [], webhooks: [], links: [] });

/** The rows with a change to those that are meant. */
export const patch = <T>(rows: T[], same: (row: T) => boolean, change: (row: T) => Partial<T>): T[] =>
  rows.map((row) => (same(row) ? { ...row, ...change(row) } : row));

/** Mails, webhooks and links on plain lists. */
export function createMailAndLinkStores(
  state: () => MailAndLinkState,
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
      pending: async (shop) => state().mails.filter((row) => row.shop === shop && row.state === "pending"),
      revive: async (shop, id) =>
        patchMail(shop, id, () => ({ state: "pending", sentAt: null, lastError: null })),
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
