import { isoDay } from "../day.ts";
import type { Currency } from "../money/currency.ts";
import { formatMinor } from "../money/decimal.ts";
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
  const share = ({ firstLock, lastLock, amount, ...rest }: OwedShare): OwedShareJson => ({
    ...rest,
    amount: money(amount),
    firstLock: day(firstLock),
    lastLock: day(lastLock),
  });
  const lines = [...owed].map(([partner, { pending, locked }]) => ({
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
