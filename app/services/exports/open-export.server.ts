import { Temporal } from "temporal-polyfill";
import type { ExportRecord } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { invoiceFileName } from "./invoice-file-name.ts";
import { type ZipPiece, zipStream } from "./zip-stream.ts";

/** A finished export as a zip, made while it is sent; null when there is none any more, or it is another shop's. */
export async function openExport(
  input: { shop: string; exportId: string },
  deps: Pick<Deps, "db" | "clock">,
): Promise<{ fileName: string; zip: AsyncIterable<Uint8Array> } | null> {
  const record = await deps.db.exports.find(input.shop, input.exportId);
  if (record?.state !== "done" || Temporal.Instant.compare(record.expiresAt, deps.clock.now()) <= 0)
    return null;
  const day = record.createdAt.toString().slice(0, 10);
  return { fileName: `impact-export-${day}.zip`, zip: zipStream(piecesOf(record, deps)) };
}

async function* piecesOf(record: ExportRecord, deps: Pick<Deps, "db">): AsyncGenerator<ZipPiece> {
  yield* deps.db.exports.parts(record.shop, record.id);
  for (const { invoiceId } of await deps.db.invoiceFiles.list(record)) {
    const bytes = await deps.db.invoiceFiles.read(record, invoiceId);
    if (bytes) yield { name: invoiceFileName(invoiceId), bytes, stored: true };
  }
}
