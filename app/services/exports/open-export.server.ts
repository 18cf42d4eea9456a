import { Temporal } from "temporal-polyfill";
import type { ExportRow } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { invoiceFileName } from "./invoice-file-name.ts";
import { type ZipPiece, zipStream } from "./zip-stream.ts";

/** A finished export as a zip, made while it is sent; null when there is none any more, or it is another shop's. */
export async function openExport(
  input: { shop: string; exportId: string },
  deps: Pick<Deps, "db" | "clock">,
): Promise<{ fileName: string; zip: AsyncIterable<Uint8Array> } | null> {
  const row = await deps.db.exports.find(input.shop, input.exportId);
  if (row?.state !== "done" || Temporal.Instant.compare(row.expiresAt, deps.clock.now()) <= 0) return null;
  const shop = await deps.db.shops.find(input.shop);
  const day = row.createdAt.toZonedDateTimeISO(shop?.timeZone ?? "UTC").toPlainDate();
  return { fileName: `impact-export-${day}.zip`, zip: zipStream(piecesOf(row, deps)) };
}

async function* piecesOf(row: ExportRow, deps: Pick<Deps, "db">): AsyncGenerator<ZipPiece> {
  yield* deps.db.exports.parts(row.shop, row.id);
  for (const { invoiceId } of await deps.db.invoiceFiles.list(row)) {
    const bytes = await deps.db.invoiceFiles.read(row, invoiceId);
    if (bytes) yield { name: invoiceFileName(invoiceId), bytes, stored: true };
  }
}
