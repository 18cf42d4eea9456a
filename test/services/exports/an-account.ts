import { strFromU8, unzipSync } from "fflate";
import { totalsChange } from "#app/domain/index.ts";
import type { InvoiceItem, StoredAction } from "#app/ports/index.ts";
import { makeExport } from "#app/services/exports/make-export.server.ts";
import { ACTIONS_PER_PIECE } from "#app/services/exports/next-piece.server.ts";
import { openExport } from "#app/services/exports/open-export.server.ts";
import { showExport } from "#app/services/exports/show-export.server.ts";
import { startExport } from "#app/services/exports/start-export.server.ts";
import { aConnection, aShop } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

export const { shop } = aShop();
export const KEY = { shop, accountSid: aConnection().accountSid };
export const ACTIONS = 2 * ACTIONS_PER_PIECE + 345;
export const anAction = (index: number): StoredAction => ({
  id: `a-${String(index).padStart(6, "0")}`,
  programId: "1000",
  program: "Acme",
  partner: index === 0 ? '=cmd|"/c calc"' : "博客",
  state: "PENDING",
  amount: 100_000,
  payout: 7_500,
  trackedOn: 20_600,
  locksOn: 20_645,
  reversedOn: null,
  clearedOn: null,
});
export const anInvoice = (id: string): InvoiceItem => ({
  id,
  dueOn: "2026-07-16",
  total: "75.00",
  status: "PENDING",
  paidOn: null,
});

/** A connected account with actions of three pieces, two contracts, three partners and three invoices. */
export async function anAccount({ read = true } = {}) {
  const deps = createFakeDeps();
  const now = deps.clock.now();
  await deps.db.shops.save(aShop({ shop }));
  await deps.db.connections.save(aConnection({ shop, sealedToken: deps.seal.seal(shop, "token") }));
  const asked: string[] = [];
  const fetchPdf = deps.impact.readInvoicePdf;
  deps.impact.readInvoicePdf = (who, id) => {
    asked.push(id);
    return fetchPdf(who, id);
  };
  const start = async () => {
    const outcome = await startExport({ shop, locale: "zh-CN" }, deps);
    const exportId = (await deps.db.exports.latest(shop))?.id ?? "";
    return {
      outcome,
      exportId,
      make: (signal?: AbortSignal) => makeExport({ shop, exportId }, deps, signal),
    };
  };
  const show = async () => (await showExport({ shop }, deps))?.made;
  const filesOf = async (exportId: string) => {
    const opened = await openExport({ shop, exportId }, deps);
    const all: Uint8Array[] = [];
    for await (const chunk of opened?.zip ?? []) all.push(chunk);
    const files = unzipSync(Buffer.concat(all));
    return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
  };
  if (!read) return { deps, asked, start, show, filesOf };
  const actions = Array.from({ length: ACTIONS }, (_, index) => anAction(index));
  await deps.db.actions.put(KEY, actions, 1);
  await deps.db.actions.addToTotals(KEY, totalsChange([], actions));
  await deps.db.actions.putPartnerNames(
    KEY,
    new Map([
      ["1", "博客"],
      ["2", "=cmd"],
    ]),
  );
  const run = { run: 1, kind: "first" as const, startedAt: now, finishedAt: now };
  await deps.db.syncs.save(KEY, { ...run, currency: "USD", completedAt: now, fullAt: now });
  const contract = (id: string, partner: string) => ({ id, partner, status: "ACTIVE", endsOn: null });
  await deps.db.snapshots.saveRead(shop, "Contracts", [contract("c1", "1"), contract("c2", "3")], now);
  await deps.db.snapshots.saveRead(shop, "Invoices", ["i3", "i1", "i2"].map(anInvoice), now);
  return { deps, asked, start, show, filesOf };
}

export const linesOf = (text = "") => text.trim().split("\r\n");
