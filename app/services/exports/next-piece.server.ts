import { nearestLocale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import type { ExportList, ExportPart, ExportPlan, ExportRow, ImpactResource } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { closingLists } from "./closing-lists.server.ts";
import { fetchInvoice } from "./fetch-invoice.server.ts";
import { type KnownLists, keyOf } from "./known-lists.server.ts";
import { actionsCsv, contractsCsv, partnersCsv } from "./list-csv.ts";
import { owedCsv, partnersOwed } from "./partners-owed.server.ts";
import { unreadCsv } from "./unread-csv.ts";

/** Actions in one piece: few, because other requests are served between two pieces and not within one. */
export const ACTIONS_PER_PIECE = 500;

/** Rows that could not be read, in the one piece they make; the page and the plan say how many there are. */
const UNREAD_ROWS = 10_000;

/** impact.com counts calls by the hour (domain.md 6.2); where it does not say when it is over, it is by then. */
const LONGEST_HOURS = 1;

type PieceDeps = Pick<Deps, "db" | "clock" | "impact" | "seal">;
export type Piece = { plan: ExportPlan; part: ExportPart | null };

const AFTER = {
  actions: "contracts",
  contracts: "partners",
  partners: "owed",
  owed: "unread",
  unread: "invoices",
} as const;

/** Lists of impact.com's whose rows could add to one of the export: a partner is known by a contract or an action. */
const RESTS_ON: Partial<Record<ExportPlan["at"], readonly ImpactResource[]>> = {
  actions: ["Actions", "ActionUpdates"],
  contracts: ["Contracts"],
  partners: ["Contracts", "Actions"],
  owed: ["Actions", "ActionUpdates"],
  invoices: ["Invoices"],
};

/** What an export writes next, and the plan after it. Asks impact.com for one invoice at most; writes no plan. */
export async function nextPiece(row: ExportRow, lists: KnownLists, deps: PieceDeps): Promise<Piece> {
  const { at } = row.plan;
  const piece = await writePiece(row, lists, deps);
  const resources = RESTS_ON[at];
  const own = piece.plan.counted[at as ExportList];
  if (piece.plan.at === at || !resources || !own) return piece;
  const counts = await deps.db.setAside.counts(keyOf(row));
  const unread = resources.reduce((sum, resource) => sum + (counts[resource] ?? 0), 0);
  if (unread === 0) return piece;
  return { ...piece, plan: { ...piece.plan, counted: { ...piece.plan.counted, [at]: { ...own, unread } } } };
}

async function writePiece(row: ExportRow, lists: KnownLists, deps: PieceDeps): Promise<Piece> {
  const { plan } = row;
  switch (plan.at) {
    case "actions":
      return actionsPiece(row, lists, deps);
    case "contracts":
    case "partners":
      return {
        plan: { ...plan, at: AFTER[plan.at], ...count(plan, plan.at, lists) },
        part: listPart(row, lists),
      };
    case "owed":
      return owedPiece(row, deps);
    case "unread":
      return unreadPiece(row, deps);
    case "invoices":
      return invoicePiece(row, lists, deps);
    case "lists":
    case "end":
      return { plan: { ...plan, at: "end" }, part: await closingLists(row, lists, deps) };
  }
}

const wordsOf = ({ locale }: ExportRow) => translatorFor(nearestLocale(locale));

/** A list that was read is written whole, so that as many rows leave as there are. */
function count(
  plan: ExportPlan,
  list: "contracts" | "partners",
  lists: KnownLists,
): Pick<ExportPlan, "counted"> {
  const rows = list === "contracts" ? lists.contracts?.length : lists.partners?.size;
  return { counted: { ...plan.counted, [list]: { exists: rows ?? null, exported: rows ?? 0 } } };
}

function listPart(row: ExportRow, { contracts, partners }: KnownLists): ExportPart | null {
  const { t } = wordsOf(row);
  if (row.plan.at === "contracts")
    return contracts && { name: "contracts.csv", bytes: contractsCsv(contracts, partners, t) };
  return partners && { name: "partners.csv", bytes: partnersCsv(partners, contracts ?? [], t) };
}

async function actionsPiece(row: ExportRow, lists: KnownLists, deps: PieceDeps): Promise<Piece> {
  const { plan } = row;
  const before = plan.counted.actions?.exported ?? 0;
  const done = (exists: number | null, exported: number): ExportPlan => ({
    ...plan,
    at: AFTER.actions,
    after: "",
    counted: { ...plan.counted, actions: { exists, exported } },
  });
  if (lists.actionsIn === null) return { plan: done(null, 0), part: null };
  const page = await deps.db.actions.page(keyOf(row), plan.after, ACTIONS_PER_PIECE);
  // Counted once: adding up the rows again for every piece would take longer than writing them.
  const all = plan.counted.actions?.exists ?? (await deps.db.actions.counts(keyOf(row))).all;
  const exported = before + page.length;
  const last = page.at(-1);
  const goesOn = last !== undefined && page.length === ACTIONS_PER_PIECE;
  const bytes = actionsCsv(page, lists.actionsIn, plan.after === "", wordsOf(row).t);
  return {
    plan: goesOn
      ? { ...plan, after: last.id, counted: { ...plan.counted, actions: { exists: all, exported } } }
      : done(all, exported),
    part: page.length > 0 || plan.after === "" ? { name: "actions.csv", bytes } : null,
  };
}

async function owedPiece(row: ExportRow, deps: PieceDeps): Promise<Piece> {
  const owed = await partnersOwed(row, deps);
  const rows = owed?.report?.partners.length ?? null;
  const counted = { ...row.plan.counted, owed: { exists: rows, exported: rows ?? 0 } };
  return {
    plan: { ...row.plan, at: AFTER.owed, counted },
    part: owed?.report ? { name: "partners-owed.csv", bytes: owedCsv(owed, wordsOf(row)) } : null,
  };
}

/** Rows that could not be read and are in no other table; nothing where there are none. */
async function unreadPiece(row: ExportRow, deps: PieceDeps): Promise<Piece> {
  const key = keyOf(row);
  const all = Object.values(await deps.db.setAside.counts(key)).reduce((sum, count) => sum + count, 0);
  const plan = { ...row.plan, at: AFTER.unread };
  if (all === 0) return { plan, part: null };
  const rows = await deps.db.setAside.first(key, UNREAD_ROWS);
  const counted = { ...row.plan.counted, unread: { exists: all, exported: rows.length } };
  return {
    plan: { ...plan, counted },
    part: { name: "could-not-be-read.csv", bytes: unreadCsv(rows, wordsOf(row).t) },
  };
}

/**
 * The invoices kept from an earlier export, all at once, and the first one after them, which is fetched now. A full hour
 * at impact.com waits, as many hours as it takes: an export of thousands of invoices needs several, and ends by itself
 * when its seven days are over.
 */
async function invoicePiece(row: ExportRow, { invoices }: KnownLists, deps: PieceDeps): Promise<Piece> {
  const files = await deps.db.invoiceFiles.list(keyOf(row), row.plan.after);
  const kept = new Set(files.map(({ invoiceId }) => invoiceId));
  const left = (invoices ?? []).filter(({ id }) => id > row.plan.after);
  const next = left.find(({ id }) => !kept.has(id));
  const known = next ? left.slice(0, left.indexOf(next)) : left;
  const exported = (row.plan.counted.invoices?.exported ?? 0) + known.length;
  const countedAs = (files: number): ExportPlan["counted"] => ({
    ...row.plan.counted,
    invoices: { exists: invoices?.length ?? null, exported: files },
  });
  const plan = { ...row.plan, after: known.at(-1)?.id ?? row.plan.after, counted: countedAs(exported) };
  if (!next) return { plan: { ...plan, at: "lists", waitUntil: null }, part: null };
  const connection = await deps.db.connections.find(row.shop);
  const got = connection
    ? await fetchInvoice({ connection, invoiceId: next.id }, deps)
    : { outcome: "not-connected" as const };
  if (got.outcome === "rate-limited") {
    const waitUntil = got.retryAt ?? deps.clock.now().add({ hours: LONGEST_HOURS }).toString();
    return { plan: { ...plan, waitUntil }, part: null };
  }
  const went = { ...plan, after: next.id, waitUntil: null };
  if (got.outcome === "kept") return { plan: { ...went, counted: countedAs(exported + 1) }, part: null };
  const missing = [...plan.missing, { invoiceId: next.id, why: got }];
  return { plan: { ...went, missing }, part: null };
}
