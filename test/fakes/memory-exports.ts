import { Temporal } from "temporal-polyfill";
import type { AccountKey, ExportPart, ExportRow, InvoiceFile, Stores } from "#app/ports/index.ts";

export type MemoryExportState = {
  exports: ExportRow[];
  exportParts: (ExportPart & { shop: string; exportId: string; step: number })[];
  invoiceFiles: (AccountKey & InvoiceFile & { bytes: Uint8Array })[];
};

export const emptyExportState = (): MemoryExportState => ({ exports: [], exportParts: [], invoiceFiles: [] });

/** Exports and invoice files on plain lists. */
export function createMemoryExportStores(
  state: () => MemoryExportState,
): Pick<Stores, "exports" | "invoiceFiles"> {
  const drop = (gone: (row: ExportRow) => boolean) => {
    const ids = new Set(
      state()
        .exports.filter(gone)
        .map(({ id }) => id),
    );
    state().exports = state().exports.filter(({ id }) => !ids.has(id));
    state().exportParts = state().exportParts.filter(({ exportId }) => !ids.has(exportId));
  };
  const isOf = (key: AccountKey) => (row: AccountKey) =>
    row.shop === key.shop && row.accountSid === key.accountSid;
  return {
    exports: {
      start: async (incoming) => {
        drop(({ shop, state: how }) => shop === incoming.shop && how === "done");
        if (state().exports.some(({ shop }) => shop === incoming.shop)) return false;
        state().exports = [...state().exports, incoming];
        return true;
      },
      latest: async (shop) => state().exports.findLast((row) => row.shop === shop) ?? null,
      find: async (shop, id) => state().exports.find((row) => row.shop === shop && row.id === id) ?? null,
      advance: async ({ shop, id, step }, next, part) => {
        const known = state().exports.find((row) => row.shop === shop && row.id === id);
        if (known?.step !== step || known.state !== "running") return false;
        state().exports = state().exports.map((row) =>
          row === known ? { ...row, ...next, step: step + 1 } : row,
        );
        if (part) state().exportParts = [...state().exportParts, { shop, exportId: id, step, ...part }];
        return true;
      },
      async *parts(shop, id) {
        const mine = state().exportParts.filter((row) => row.shop === shop && row.exportId === id);
        for (const { name, bytes } of mine.sort((a, b) => a.step - b.step)) yield { name, bytes };
      },
      unfinished: async () =>
        state()
          .exports.filter((row) => row.state === "running")
          .map(({ shop, id, plan }) => ({ shop, id, waitUntil: plan.waitUntil })),
      removeExpired: async (now) => drop(({ expiresAt }) => Temporal.Instant.compare(expiresAt, now) <= 0),
      removeAll: async (shop) => drop((row) => row.shop === shop),
    },
    invoiceFiles: {
      list: async (key, after = "") =>
        state()
          .invoiceFiles.filter((row) => isOf(key)(row) && row.invoiceId > after)
          .map(({ invoiceId, sha256, fetchedAt }) => ({ invoiceId, sha256, fetchedAt }))
          .sort((a, b) => (a.invoiceId < b.invoiceId ? -1 : 1)),
      read: async (key, id) =>
        state().invoiceFiles.find((row) => isOf(key)(row) && row.invoiceId === id)?.bytes ?? null,
      save: async (key, file) => {
        state().invoiceFiles = [
          ...state().invoiceFiles.filter((row) => !isOf(key)(row) || row.invoiceId !== file.invoiceId),
          { shop: key.shop, accountSid: key.accountSid, ...file },
        ];
      },
      removeFetchedBefore: async (limit) => {
        state().invoiceFiles = state().invoiceFiles.filter(
          ({ fetchedAt }) => Temporal.Instant.compare(fetchedAt, limit) >= 0,
        );
      },
      removeAll: async (shop) => {
        state().invoiceFiles = state().invoiceFiles.filter((row) => row.shop !== shop);
      },
    },
  };
}
