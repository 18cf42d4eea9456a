import { type Currency, isCardCurrency } from "../money/currency.ts";
import { formatMinor } from "../money/decimal.ts";
import { minorOf } from "../money/minor-of.ts";
import type { StatementDayJson, StatementReport } from "./statement-report.ts";

/** The amounts of a row of the ledger, of a month or of all; null where one of them is not known. */
export type LedgerSums = {
  newlyOwed: string | null;
  commissions: string | null;
  fee: string | null;
  locking: string | null;
  card: string | null;
  deduction: string | null;
};

/** A month of the past. `rows` are its days, newest first, where it is opened; its sums stand without them. */
export type LedgerMonth = LedgerSums & {
  month: string;
  from: string;
  to: string;
  days: number;
  closing: string | null;
  rows: StatementDayJson[] | null;
};

/** Expected days in a row on which nothing but locking happens, as one. */
export type LedgerFold = Omit<LedgerMonth, "month">;

/**
 * The statement as a ledger is read: newest first, what is expected apart from what happened, months of the past as one
 * line each. Only the opened ones carry their days, so that a long account stays light.
 */
export type LedgerReport = {
  asOf: string;
  currency: string;
  from: string | null;
  to: string;
  /** Whether the funding account can be shown; without it only what is known without a balance is. */
  hasBalance: boolean;
  expected: (({ kind: "day" } & StatementDayJson) | ({ kind: "fold" } & LedgerFold))[];
  expectedSums: LedgerSums;
  months: LedgerMonth[];
  pastSums: LedgerSums & { cardDays: number };
  /** The balance at the end of the day it is seen from. */
  balance: string | null;
  opening: (StatementReport["opening"] & { stillToCollect?: string | null }) | null;
};

type Options = {
  asOf: string;
  to: string;
  /** Months to open, and days of folds to open, as ISO texts. */
  open: ReadonlySet<string>;
};

export function ledgerReport(statement: StatementReport, { asOf, to, open }: Options): LedgerReport {
  const currency = knownCurrency(statement.currency);
  const past = statement.days.filter(({ projected }) => !projected);
  const ahead = statement.days.filter(({ projected }) => projected);
  const months = groupsOf(past, ({ date }) => date.slice(0, 7));
  const first = statement.days[0];
  return {
    asOf,
    currency,
    from: past[0]?.date ?? null,
    to,
    hasBalance: statement.days.some(({ closing }) => closing !== null),
    expected: expectedRows(ahead, currency, open),
    expectedSums: sumsOf(ahead, currency),
    months: months.map(([month, days]) => ({ month, ...groupOf(days, currency, open.has(month)) })).reverse(),
    pastSums: {
      ...sumsOf(past, currency),
      cardDays: past.filter(({ cardCharge }) => isSome(cardCharge)).length,
    },
    balance: past.at(-1)?.closing ?? null,
    opening: statement.opening && { ...statement.opening, stillToCollect: first?.stillToCollect ?? null },
  };
}

const isSome = (amount: string | null): boolean => amount !== null && /[1-9]/.test(amount);

/** Of fewer days than this a fold would save nothing. */
const LEAST_FOLD = 3;

function expectedRows(
  days: readonly StatementDayJson[],
  currency: Currency,
  open: ReadonlySet<string>,
): LedgerReport["expected"] {
  const rows: LedgerReport["expected"] = [];
  const runs = groupsOf(days, (day, index) => (isPlain(day) ? runStart(days, index) : `day ${day.date}`));
  for (const [, run] of runs) {
    const [first] = run;
    if (run.length < LEAST_FOLD) rows.push(...run.map((day) => ({ kind: "day" as const, ...day })));
    else rows.push({ kind: "fold", ...groupOf(run, currency, first !== undefined && open.has(first.date)) });
  }
  return rows.reverse();
}

/** A day on which actions lock and nothing else happens. */
const isPlain = ({ fee, feeDeducted, cardCharge }: StatementDayJson): boolean =>
  !isSome(fee) && !isSome(feeDeducted) && !isSome(cardCharge);

/** The first of the plain days in a row that end at `index`. */
function runStart(days: readonly StatementDayJson[], index: number): string {
  let start = index;
  while (start > 0 && isPlain(days[start - 1] as StatementDayJson)) start -= 1;
  return days[start]?.date ?? "";
}

function groupOf(days: readonly StatementDayJson[], currency: Currency, isOpen: boolean): LedgerFold {
  return {
    ...sumsOf(days, currency),
    from: days[0]?.date ?? "",
    to: days.at(-1)?.date ?? "",
    days: days.length,
    closing: days.at(-1)?.closing ?? null,
    rows: isOpen ? [...days].reverse() : null,
  };
}

function groupsOf<T>(rows: readonly T[], key: (row: T, index: number) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  rows.forEach((row, index) => {
    const name = key(row, index);
    groups.set(name, [...(groups.get(name) ?? []), row]);
  });
  return [...groups];
}

function sumsOf(days: readonly StatementDayJson[], currency: Currency): LedgerSums {
  const sum = (of: (day: StatementDayJson) => string | null): string | null => {
    let total = 0;
    for (const day of days) {
      const amount = of(day);
      if (amount === null) return null;
      total += minorOf(amount, currency);
    }
    return formatMinor(total, currency);
  };
  return {
    newlyOwed: sum((day) => day.newlyOwed),
    commissions: sum((day) => day.commissions),
    fee: sum((day) => day.fee),
    locking: sum((day) => day.locking),
    card: sum((day) => day.cardCharge),
    deduction: sum((day) => day.deduction),
  };
}

function knownCurrency(text: string): Currency {
  if (!isCardCurrency(text)) throw new RangeError(`${text} is no currency of a card`);
  return text;
}
