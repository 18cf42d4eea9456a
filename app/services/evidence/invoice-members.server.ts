import type { AccountKey, ConnectionRow, NotFetched } from "#app/ports/index.ts";
import { invoiceFileName } from "#app/services/exports/invoice-file-name.ts";
import type { Deps } from "../deps.ts";
import { fetchInvoice } from "../exports/fetch-invoice.server.ts";
import { knownLists } from "../exports/known-lists.server.ts";
import { type PackMember, pretty, textMember } from "./pack-member.ts";

/** PDFs fetched while somebody waits for the pack; an export fetches any number in the background. */
const FETCHED_AT_ONCE = 20;

type Why = NotFetched | { outcome: "not-asked" };
type InvoiceDeps = Pick<Deps, "db" | "clock" | "impact" | "seal">;

/** The invoice PDFs there are, and a list that says of each invoice where its PDF lies or why there is none. */
export async function invoiceMembers(
  connection: ConnectionRow | null,
  deps: InvoiceDeps,
): Promise<PackMember[]> {
  if (!connection) return [];
  const key: AccountKey = { shop: connection.shop, accountSid: connection.accountSid };
  const { invoices } = await knownLists(key, deps);
  if (invoices === null) return [];
  const missing = await fetchMissing(
    connection,
    invoices.map(({ id }) => id),
    deps,
  );
  const files = await deps.db.invoiceFiles.list(key);
  const kept = new Map(files.map((file) => [file.invoiceId, file]));
  const list = invoices.map(({ id }) => {
    const file = kept.get(id);
    return file
      ? { id, file: invoiceFileName(id), fetchedAt: file.fetchedAt.toString() }
      : { id, file: null, why: missing.get(id) ?? { outcome: "not-asked" } };
  });
  return [
    textMember("invoices/index.json", pretty(list)),
    ...files.map(({ invoiceId }) => ({
      name: invoiceFileName(invoiceId),
      stored: true,
      read: () => readFile(key, invoiceId, deps),
    })),
  ];
}

async function* readFile(key: AccountKey, invoiceId: string, deps: InvoiceDeps): AsyncGenerator<Uint8Array> {
  const bytes = await deps.db.invoiceFiles.read(key, invoiceId);
  // It was there a moment ago: a pack whose manifest names what it lacks must not leave.
  if (!bytes) throw new Error("An invoice's PDF went while the pack was made.");
  yield bytes;
}

/** Asks for what is not kept yet, and stops at the first answer that would be the same for all others. */
async function fetchMissing(
  connection: ConnectionRow,
  invoiceIds: string[],
  deps: InvoiceDeps,
): Promise<Map<string, Why>> {
  const kept = new Set((await deps.db.invoiceFiles.list(connection)).map(({ invoiceId }) => invoiceId));
  const missing = new Map<string, Why>();
  for (const invoiceId of invoiceIds.filter((id) => !kept.has(id)).slice(0, FETCHED_AT_ONCE)) {
    const got = await fetchInvoice({ connection, invoiceId }, deps);
    if (got.outcome === "kept") continue;
    missing.set(invoiceId, got);
    if (got.outcome !== "unexpected-answer") return new Map(invoiceIds.map((id) => [id, got]));
  }
  return missing;
}
