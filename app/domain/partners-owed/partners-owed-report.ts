import { isoDay } from "../day.ts";
import type { Currency } from "../money/currency.ts";
import { formatMinor } from "../money/decimal.ts";
import { wholeOf } from "../money/exact.ts";
import type { OwedShare, PartnersOwed } from "./partners-owed.ts";

/** Amounts as decimal strings, days as ISO dates; null = no such day. */
export type OwedShareJson = {
  count: number;
  amount: string;
  firstLock: string | null;
  lastLock: string | null;
  undated: number;
};
export type PartnerOwedJson = {
  partner: string;
  total: string;
  pending: OwedShareJson;
  locked: OwedShareJson;
};
export type PartnersOwedReport = {
  partners: PartnerOwedJson[];
  pending: string;
  locked: string;
  total: string;
};

/** The list to say goodbye by: the most owed first, equals by name; the sums are those of the lines. */
export function partnersOwedReport(owed: PartnersOwed, currency: Currency): PartnersOwedReport {
  const money = (minor: number) => formatMinor(minor, currency);
  const day = (value: number | null) => (value === null ? null : isoDay(value));
  const share = ({ firstLock, lastLock, amount, finer: _rounded, ...rest }: OwedShare): OwedShareJson => ({
    ...rest,
    amount: money(amount),
    firstLock: day(firstLock),
    lastLock: day(lastLock),
  });
  const lines = [...owed]
    .map(([partner, owes]) => ({ partner, pending: settled(owes.pending), locked: settled(owes.locked) }))
    .map(({ partner, pending, locked }) => ({
      partner,
      pending,
      locked,
      total: pending.amount + locked.amount,
    }));
  lines.sort((a, b) => b.total - a.total || (a.partner < b.partner ? -1 : 1));
  const sum = (of: (line: (typeof lines)[number]) => number) =>
    money(lines.reduce((all, line) => all + of(line), 0));
  return {
    partners: lines.map(({ partner, pending, locked, total }) => ({
      partner,
      total: money(total),
      pending: share(pending),
      locked: share(locked),
    })),
    pending: sum(({ pending }) => pending.amount),
    locked: sum(({ locked }) => locked.amount),
    total: sum(({ total }) => total),
  };
}

/** The share in minor units: what is finer is rounded once, when all of it is added up. */
function settled({ finer, ...share }: OwedShare): OwedShare {
  return finer === undefined ? share : { ...share, amount: share.amount + wholeOf(finer) };
}
