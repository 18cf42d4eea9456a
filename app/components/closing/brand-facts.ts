import { isSome } from "#app/components/money/amounts.ts";
import type { ClosingOutlook, SummedStretchJson } from "#app/domain/report/closing-outlook-json.ts";
import type { ClosureReport } from "#app/domain/report/closure-json.ts";
import type { LeftCounts } from "#app/domain/report/left-counts.ts";
import type { Translator } from "#app/messages/translator.ts";
import { dayText, feesIn, stretchText } from "./cost-words.ts";
import type { Fact } from "./facts.tsx";

export type BrandVerdict = {
  today: string;
  earliest: string | null;
  because: ClosureReport["earliestClosing"]["because"];
  refund: ClosureReport["refund"];
  /** Whether figures can be explained: those of another edition are not worked out. */
  explained: boolean;
  outlook: ClosingOutlook | null;
  counts: LeftCounts | null;
};

const MOST_REASONS = 2;

/** The date, and in two sentences what delays it. */
export function leadFact(verdict: BrandVerdict, translator: Translator): Fact & { badge: string | null } {
  const { t, dated } = translator;
  const { earliest, today, explained } = verdict;
  const late = verdict.outlook?.locks?.late ?? [];
  return {
    label: t("closing.lead.from"),
    badge: earliest === today ? t("closing.estimate") : null,
    value:
      earliest === null
        ? { text: t("closing.notKnownYet") }
        : earliest === today
          ? { text: t("closing.lead.today", { on: dated(today, today) }) }
          : { mark: t("closing.aboutDay"), text: dated(earliest, today) },
    notes: leadNotes(verdict, translator),
    foot:
      late.length > 0
        ? { link: t("closing.lead.move"), url: "/app/close/pay-actions" }
        : explained
          ? { figure: "closure.earliestClosing.date" }
          : null,
  };
}

function leadNotes(
  { earliest, because, counts, outlook }: BrandVerdict,
  { t, note, money, monthName }: Translator,
) {
  const pending = counts?.actions?.pending;
  if (earliest === null || !pending?.lastLock || pending.lastLock !== earliest) {
    return because.slice(0, MOST_REASONS).map(note);
  }
  const notes = [t("closing.lead.lastLock", { count: pending.count })];
  const { late = [], lateSum = "0", crowd = null } = outlook?.locks ?? {};
  if (late.length > 0 && crowd)
    notes.push(
      t("closing.lead.late", {
        count: late.length,
        amount: money(lateSum, outlook?.currency ?? ""),
        month: monthName(crowd.until.slice(0, 7)),
      }),
    );
  return notes;
}

/** The cheapest days, the cost as things are, and the likely refund. */
export function brandFacts(verdict: BrandVerdict, translator: Translator): Fact[] {
  const { t } = translator;
  const { outlook } = verdict;
  if (!outlook)
    return [
      {
        label: t("closing.fees.label"),
        value: { text: t("closing.notKnownYet") },
        notes: [t("closing.fees.notPublished"), t("kinds.other.overage")],
        foot: null,
      },
      refundFact(verdict, translator),
    ];
  return [cheapestFact(outlook, translator), costFact(outlook, translator), refundFact(verdict, translator)];
}

function cheapestFact(outlook: ClosingOutlook, translator: Translator): Fact {
  const { t, money } = translator;
  const { scenarios, best, isBetter, asOf, currency } = outlook;
  const chosen = scenarios[isBetter ? best : 0];
  const cheapest = chosen?.cheapest;
  const label = t(isBetter ? "closing.cheapest.within" : "closing.cheapest");
  const foot = { link: t("closing.why"), url: "/app/close/cost" };
  if (!chosen || !cheapest) return { label, value: { text: t("closing.notKnownYet") }, notes: [], foot };
  const amount = money(cheapest.fees, currency);
  const next = chosen.stretches.find(({ from }) => from > cheapest.to);
  return {
    label,
    value: { text: stretchText(cheapest, asOf, translator) },
    notes: isBetter
      ? [
          t("closing.cheapest.if", {
            ...feesIn(cheapest.fees, currency, money),
            count: chosen.approved,
          }),
        ]
      : next
        ? [
            t(!isSome(cheapest.fees) ? "closing.cheapest.free" : "closing.cheapest.then", {
              amount,
              on: dayText(next.from, asOf, translator),
              next: money(next.fees, currency),
            }),
          ]
        : [!isSome(cheapest.fees) ? t("fees.noFee") : t("closing.aboutAmount", { amount })],
    foot,
    best: true,
  };
}

function costFact({ scenarios, isBetter, currency }: ClosingOutlook, translator: Translator): Fact {
  const { t, money } = translator;
  const at = scenarios[0]?.atEarliest ?? null;
  const label = t(isBetter ? "closing.costAsIs" : "closing.costThen");
  if (!at) return { label, value: { text: t("closing.notKnownYet") }, notes: [], foot: null };
  const ended = scenarios.find(({ key }) => key === "contracts-end")?.atEarliest;
  return {
    label,
    value: !isSome(at.fees)
      ? { text: t("fees.noFee") }
      : { mark: t("closing.about"), text: money(at.fees, currency) },
    notes: [
      ...feesNote(at, translator),
      ...(ended && ended.fees !== at.fees
        ? [t("closing.cost.ifEnded", feesIn(ended.fees, currency, money))]
        : at.net === null
          ? [t("closing.cost.noBalance")]
          : at.net !== at.fees && !at.net.startsWith("-")
            ? [t("closing.cost.more", { amount: money(at.net, currency) })]
            : []),
    ],
    foot: { figure: `closure.costToClose.days.${scenarios[0]?.earliest}.net` },
  };
}

/** Which fees it is made of; nothing where there is none. */
function feesNote({ months }: SummedStretchJson, { t, monthName }: Translator): string[] {
  const [only] = months;
  if (!only) return [];
  if (months.length === 1) return [t("closing.cost.oneFee", { month: monthName(only.month) })];
  return [t("closing.cost.manyFees", { count: months.length })];
}

function refundFact(
  { refund, outlook, earliest, explained, today }: BrandVerdict,
  translator: Translator,
): Fact {
  const { t, money, note } = translator;
  const label = t("closing.refund");
  const foot = explained ? { figure: "closure.refund.scenario" } : null;
  // That fees are kept stands in a line of its own beside the amount.
  const warnings = refund.warnings.filter(({ id }) => id !== "core.refund.warning.feesKept").map(note);
  const noFees = refund.literal === "not-stated" ? note(refund.text) : t("closing.refund.noFees");
  if (refund.scenario === "A")
    return {
      label,
      value: { text: t("closing.refund.full") },
      notes: [...warnings, ...(refund.refundBy ? [byText(refund.refundBy, today, translator)] : [])],
      foot,
    };
  const expected = outlook?.scenarios[0]?.atEarliest?.expectedRefund ?? null;
  if (!outlook || earliest === null || expected === null)
    return {
      label,
      value: { text: t("closing.notKnownYet") },
      notes: [noFees, ...warnings],
      foot: outlook && outlook.balance === null ? { link: t("closing.addBalance"), url: "/app/setup" } : foot,
    };
  const balance =
    outlook.balance === null
      ? []
      : [
          t("closing.refund.balance", {
            // "About" is only said of an estimate that is not nothing.
            kind: !isSome(outlook.balance) ? "none" : "some",
            amount: money(outlook.balance, outlook.currency),
          }),
        ];
  if (!isSome(expected))
    return {
      label,
      value: { text: t("closing.refund.none") },
      notes: [...balance, noFees, ...warnings],
      foot,
    };
  return {
    label,
    value: { mark: t("closing.about"), text: money(expected, outlook.currency) },
    notes: [
      ...(refund.refundBy ? [byText(refund.refundBy, today, translator)] : balance),
      noFees,
      ...warnings,
    ],
    foot,
  };
}

const byText = (refundBy: string, today: string, translator: Translator): string =>
  translator.t("closing.refund.by", { on: dayText(refundBy, today, translator) });
