import { formatExact, isCardCurrency, isoDay } from "#app/domain/index.ts";
import type { Translator } from "#app/messages/translator.ts";
import type { ContractItem, InvoiceFile, InvoiceItem, NotFetched, StoredAction } from "#app/ports/index.ts";
import { type Cell, csvLines, plain } from "./csv.ts";
import type { KnownLists } from "./known-lists.server.ts";

type T = Translator["t"];

/** One page of actions; the first page brings the head. Amounts are plain decimals, days ISO dates. */
export function actionsCsv(actions: StoredAction[], currency: string, first: boolean, t: T): Uint8Array {
  const money = (minor: number, finer = 0) =>
    isCardCurrency(currency) ? plain(formatExact(minor, finer, currency)) : "";
  const day = (value: number | null) => (value === null ? null : plain(isoDay(value)));
  const rows = actions.map((action): Cell[] => [
    action.id,
    action.program,
    action.programId,
    action.partner,
    action.state,
    money(action.amount, action.finer?.amount),
    money(action.payout, action.finer?.payout),
    currency,
    day(action.trackedOn),
    day(action.locksOn),
    day(action.reversedOn),
    day(action.clearedOn),
  ]);
  return csvLines(rows, first ? actionsHead(t) : null);
}

const actionsHead = (t: T): string[] => [
  t("export.csv.id"),
  t("export.csv.program"),
  t("export.csv.programId"),
  t("export.csv.partner"),
  t("export.csv.state"),
  t("export.csv.revenue"),
  t("export.csv.commission"),
  t("export.csv.currency"),
  t("export.csv.trackedOn"),
  t("export.csv.locksOn"),
  t("export.csv.reversedOn"),
  t("export.csv.clearedOn"),
];

export function contractsCsv(contracts: ContractItem[], names: KnownLists["partners"], t: T): Uint8Array {
  const head = [
    t("export.csv.id"),
    t("export.csv.partnerId"),
    t("export.csv.partner"),
    t("export.csv.state"),
    t("export.csv.endsOn"),
    t("export.csv.programId"),
  ];
  return csvLines(
    contracts.map(({ id, program, partner, status, endsOn }) => [
      id,
      partner,
      names?.get(partner) ?? "",
      status,
      plain(endsOn),
      program ?? "",
    ]),
    head,
  );
}

export function partnersCsv(partners: Map<string, string>, contracts: ContractItem[], t: T): Uint8Array {
  const count = new Map<string, number>();
  for (const { partner } of contracts) count.set(partner, (count.get(partner) ?? 0) + 1);
  const head = [t("export.csv.partnerId"), t("export.csv.partner"), t("export.csv.contracts")];
  const rows = [...partners].map(([id, name]): Cell[] => [id, name, count.get(id) ?? 0]);
  return csvLines(rows, head);
}

type Invoices = {
  invoices: InvoiceItem[];
  currency: string;
  files: InvoiceFile[];
  missing: { invoiceId: string; why: NotFetched }[];
};

/** Every invoice with where its PDF lies, or in words why there is none. */
export function invoicesCsv(
  { invoices, currency, files, missing }: Invoices,
  nameOf: (invoiceId: string) => string,
  words: (why: NotFetched) => string,
  t: T,
): Uint8Array {
  const kept = new Set(files.map(({ invoiceId }) => invoiceId));
  const reasons = new Map(missing.map(({ invoiceId, why }) => [invoiceId, words(why)]));
  const head = [
    t("export.csv.id"),
    t("export.csv.dueOn"),
    t("export.csv.total"),
    t("export.csv.currency"),
    t("export.csv.state"),
    t("export.csv.paidOn"),
    t("export.csv.file"),
  ];
  return csvLines(
    invoices.map(({ id, dueOn, total, status, paidOn }) => [
      id,
      plain(dueOn),
      plain(total),
      currency,
      status,
      plain(paidOn),
      kept.has(id) ? nameOf(id) : (reasons.get(id) ?? ""),
    ]),
    head,
  );
}
