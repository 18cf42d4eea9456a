import { Temporal } from "temporal-polyfill";
import type { Counted, ExportList, ExportRow } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { keyOf, knownLists } from "./known-lists.server.ts";
import { ACTIONS_PER_PIECE } from "./next-piece.server.ts";

/** Missing invoices named on the page; the file lists them all. */
const NAMED = 20;

/** What there is to export and how far the last export has come. Null for a shop never seen. */
export async function showExport(input: { shop: string }, deps: Pick<Deps, "db" | "clock">) {
  const shop = await deps.db.shops.find(input.shop);
  if (!shop) return null;
  const connection = await deps.db.connections.find(input.shop);
  const exists = connection && (await whatExists(connection, deps));
  const latest = await deps.db.exports.latest(input.shop);
  const alive = latest && Temporal.Instant.compare(latest.expiresAt, deps.clock.now()) > 0 ? latest : null;
  return {
    timeZone: shop.timeZone,
    kind: connection?.kind ?? "brand",
    exists,
    canFetch: connection?.sealedToken != null,
    made: alive && {
      id: alive.id,
      state: alive.state,
      percent: percentDone(alive, exists),
      counted: alive.plan.counted,
      missing: alive.plan.missing.slice(0, NAMED),
      unnamed: Math.max(0, alive.plan.missing.length - NAMED),
      waitUntil: alive.plan.waitUntil,
      createdAt: alive.createdAt.toString(),
      expiresAt: alive.expiresAt.toString(),
    },
  };
}

export type ExportView = NonNullable<Awaited<ReturnType<typeof showExport>>>;
type Existing = Record<Exclude<ExportList, "owed" | "unread">, number | null>;

async function whatExists(
  key: { shop: string; accountSid: string },
  deps: Pick<Deps, "db">,
): Promise<Existing> {
  const { contracts, partners, invoices, actionsIn } = await knownLists(key, deps);
  const actions = actionsIn === null ? null : (await deps.db.actions.counts(keyOf(key))).all;
  return {
    actions,
    contracts: contracts?.length ?? null,
    partners: partners?.size ?? null,
    invoices: invoices?.length ?? null,
  };
}

/** Pieces done of pieces there are: pages of actions, one each for the lists, and one for every invoice. */
function percentDone({ state, plan }: ExportRow, exists: Existing | null): number {
  if (state === "done") return 100;
  const pages = (rows: number) => Math.ceil(rows / ACTIONS_PER_PIECE);
  const lists: ExportList[] = ["contracts", "partners", "owed"];
  const of = (list: ExportList): Counted => plan.counted[list] ?? { exists: 0, exported: 0 };
  const invoices = exists?.invoices ?? 0;
  const all = pages(exists?.actions ?? 0) + lists.length + invoices + 1;
  const done =
    pages(of("actions").exported) +
    lists.filter((list) => plan.counted[list]).length +
    of("invoices").exported +
    plan.missing.length;
  return Math.min(99, Math.floor((100 * done) / all));
}
