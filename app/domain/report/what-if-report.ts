import type { Temporal } from "temporal-polyfill";
import type { Account } from "../account/account.ts";
import { formatMinor } from "../money/decimal.ts";
import { minorOf } from "../money/minor-of.ts";
import type { PreviewReport } from "./preview-json.ts";
import { type PreviewOptions, previewReport, type SummarisedAccount } from "./preview-report.ts";
import type { Bound, BoundedAmount } from "./standing-json.ts";

/** What is tried out; nothing of it means "as it is". */
export type Tried = Pick<PreviewOptions, "revenueChange" | "revenueAMonth" | "contractsEnd" | "close">;

type Side = { shown: BoundedAmount };

/** A figure as it is and with what is tried; `difference` only where both are known, with a minus where it is less. */
export type ComparedJson = {
  asItIs: string;
  asItIsBound: Bound;
  changed: string;
  changedBound: Bound;
  difference: string;
};

export type WhatIfReport = {
  asOf: string;
  currency: string;
  tried: {
    revenueChange: number | null;
    revenueAMonth: string | null;
    contractsEnd: string | null;
    close: string | null;
  };
  /** The next fee; null where none is due any more. */
  nextFee: (ComparedJson & { month: string; chargedOn: string }) | null;
  /** The fees and the locking commissions of twelve months. */
  fees: ComparedJson & { from: string; to: string };
  commissions: { asItIs: string | null; changed: string | null; difference: string | null };
  /** The day of the last fee where the account closes: the whole closing month still costs its fee (G27). */
  lastFeeOn: string | null;
};

const MONTHS = 12;

/** The preview as it is beside the preview with what is tried: the two reports of `settled preview`, compared. */
export function whatIfReport(
  account: Account | SummarisedAccount,
  { on, tried }: { on: Temporal.PlainDate; tried: Tried },
): WhatIfReport {
  const asItIs = previewReport(account, { on, months: MONTHS });
  const changed = previewReport(account, { on, months: MONTHS, ...tried });
  const { currency } = account;
  const compared = (before: Side, after: Side): ComparedJson => {
    const [from, to] = [before.shown.amount, after.shown.amount];
    return {
      asItIs: from,
      asItIsBound: before.shown.bound,
      changed: to,
      changedBound: after.shown.bound,
      difference: formatMinor(minorOf(to, currency) - minorOf(from, currency), currency),
    };
  };
  const now = asItIs.year;
  const then = changed.year;
  if (!now || !then) throw new Error("A year has twelve months.");
  const next = nextCharged(asItIs);
  const nextThen = next && monthsOf(changed).find(({ month }) => month === next.month);
  return {
    asOf: asItIs.asOf,
    currency,
    tried: {
      revenueChange: tried.revenueChange ?? null,
      revenueAMonth: tried.revenueAMonth ?? null,
      contractsEnd: tried.contractsEnd?.toString() ?? null,
      close: tried.close?.toString() ?? null,
    },
    nextFee:
      next && nextThen
        ? { ...compared(next, nextThen), month: next.month, chargedOn: next.chargedOn ?? "" }
        : null,
    fees: { ...compared(now, then), from: now.from, to: now.to },
    commissions: {
      asItIs: now.partnerCost,
      changed: then.partnerCost,
      difference:
        now.partnerCost === null || then.partnerCost === null
          ? null
          : formatMinor(minorOf(then.partnerCost, currency) - minorOf(now.partnerCost, currency), currency),
    },
    lastFeeOn: tried.close ? (lastCharged(changed) ?? null) : null,
  };
}

const monthsOf = ({ thisMonth, months }: PreviewReport) => [thisMonth, ...months];
const nextCharged = (report: PreviewReport) => monthsOf(report).find(({ chargedOn }) => chargedOn !== null);
const lastCharged = (report: PreviewReport) =>
  monthsOf(report)
    .flatMap(({ chargedOn }) => chargedOn ?? [])
    .at(-1);
