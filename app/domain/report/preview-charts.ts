import { FIGURE_LISTS, unreadNotes } from "../account/unread-rows.ts";
import { isoDay } from "../day.ts";
import type { Billing } from "../fees/billing.ts";
import type { FeeForecast } from "../fees/fee-forecast.ts";
import { shareOf } from "../money/share.ts";
import { isoMonth, type Month } from "../month.ts";
import type { BuildUpDay } from "../preview/build-up.ts";
import type { Preview } from "../preview/preview.ts";
import { shownSum } from "./bound.ts";
import type { BuildUpDayJson, PreviewReport, YearJson } from "./preview-json.ts";

type Money = (minor: number) => string;

/** The figures behind the preview's charts, each drawn and tabled as it stands here. */
export function chartsJson(
  billing: Billing,
  { year, past, buildUp, editionLines }: Preview,
  money: Money,
): Pick<PreviewReport, "year" | "past" | "buildUp" | "editionLines"> {
  const dayJson = ({ day, base, share }: BuildUpDay): BuildUpDayJson => ({
    date: isoDay(day),
    base: money(base),
    share: money(share),
  });
  return {
    year: year && yearJson(billing, year, money),
    past: {
      fees: past.map(({ month, chargedOn, amount }) => ({
        month: isoMonth(month),
        chargedOn: isoDay(chargedOn),
        fee: money(amount),
      })),
      sum: money(past.reduce((sum, { amount }) => sum + amount, 0)),
    },
    buildUp: buildUp && {
      days: buildUp.days.map(dayJson),
      before: buildUp.before?.map(dayJson) ?? null,
      crossesOn: buildUp.crossesOn === null ? null : isoDay(buildUp.crossesOn),
    },
    editionLines:
      editionLines?.map(({ edition, points }) => ({
        edition,
        points: points.map(({ revenue, fee }) => ({ revenue: money(revenue), fee: money(fee) })),
      })) ?? null,
  };
}

function yearJson(billing: Billing, { months, sum }: NonNullable<Preview["year"]>, money: Money): YearJson {
  const { fee, partnerCost } = sum;
  const fees = months.map((month) => month.fee);
  const orNull = (minor: number | null) => (minor === null ? null : money(minor));
  const isRead = unreadNotes(billing.facts, FIGURE_LISTS).length === 0;
  const shown = shownSum(billing, fees);
  const month = (at: number): Month => fees.at(at)?.month ?? 0;
  return {
    from: isoMonth(month(0)),
    to: isoMonth(month(-1)),
    // What rows that could not be read leave certain is the least of each month.
    fee: isRead
      ? { low: money(fee.low), likely: orNull(fee.likely), high: orNull(fee.high) }
      : { low: shown.amount, likely: null, high: null },
    shown,
    partnerCost: orNull(partnerCost),
  };
}

/** The parts of what this month's fee is a share of: what has locked, what will, and what new actions may add. */
export function baseJson(
  { plan, facts }: Billing,
  { base, known, added }: FeeForecast,
  money: Money,
): Pick<PreviewReport["thisMonth"], "feeBase" | "knownToLock" | "newActions" | "likelyBase" | "share"> {
  if (base === null)
    return { feeBase: null, knownToLock: null, newActions: null, likelyBase: null, share: null };
  const likely = known + added;
  return {
    feeBase: money(base),
    knownToLock: money(known - base),
    newActions: money(added),
    likelyBase: money(likely),
    share: plan.fee.kind === "greater-of" ? money(shareOf(likely, plan.fee.ratePpm, facts.currency)) : null,
  };
}
