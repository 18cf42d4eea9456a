import type { ChartPoint } from "#app/components/chart/chart.tsx";
import { isSome } from "#app/components/money/amounts.ts";
import type {
  ClosingOutlook,
  CostStretchJson,
  ScenarioJson,
} from "#app/domain/report/closing-outlook-json.ts";
import type { Translator } from "#app/messages/translator.ts";
import type { CostDrawing, CostLine } from "./cost-labels.ts";

type Words = Pick<Translator, "t" | "day" | "dated" | "shortDate" | "money" | "axisMoney" | "shortMonth">;

/** "Jul 2 to 31": both ends, and the year where it is not today's. */
export function stretchText({ from, to }: { from: string; to: string }, today: string, words: Words) {
  if (from === to) return dayText(to, today, words);
  if (from === today) return words.t("closing.stretch.today", { to: dayText(to, today, words) });
  // Only messages join days: `formatRange` gives a server and a browser of other versions other texts.
  const inOneMonth = from.slice(0, 7) === to.slice(0, 7) && to.slice(0, 4) === today.slice(0, 4);
  return words.t("closing.stretch", {
    kind: inOneMonth ? "month" : "other",
    from: words.day(from),
    to: dayText(to, today, words),
    toDay: Number(to.slice(8)),
  });
}

/** The same within a sentence, where some languages write "today" with another letter. */
export const stretchWithin = (stretch: { from: string; to: string }, today: string, words: Words): string =>
  stretch.from === today && stretch.from !== stretch.to
    ? words.t("closing.stretch.todayWithin", { to: dayText(stretch.to, today, words) })
    : stretchText(stretch, today, words);

/** A day of the closing, with its year where that is not today's. */
export const dayText = (iso: string, today: string, { day, shortDate }: Words): string =>
  iso.slice(0, 4) === today.slice(0, 4) ? day(iso) : shortDate(iso);

/** Which scenarios are drawn: as things are, with all contracts ended where that costs less, and the cheapest one. */
export function drawnScenarios({ scenarios, best, isBetter }: ClosingOutlook) {
  const asIs = scenarios[0];
  const ended = scenarios.find(({ key }) => key === "contracts-end") ?? null;
  const differs = ended && asIs && ended.stretches.some((each, at) => each.fees !== asIs.stretches[at]?.fees);
  return {
    asIs: asIs ?? null,
    ended: differs ? ended : null,
    best: isBetter ? (scenarios[best] ?? null) : (asIs ?? null),
  };
}

/** Fees as a message takes them: nothing is no fee, never "about 0.00". */
export const feesIn = (fees: string, currency: string, money: Translator["money"]) => ({
  amount: money(fees, currency),
  free: String(!isSome(fees)),
});

/** The sentence the picture states, for everybody who cannot see it. */
export function costFinding(outlook: ClosingOutlook, words: Words): string {
  const { t, money } = words;
  const { asOf, currency } = outlook;
  const { asIs, best } = drawnScenarios(outlook);
  if (!asIs?.earliest || !asIs.atEarliest) return t("closing.cost.notKnown");
  const first = t("closing.cost.asIs", {
    on: dayText(asIs.earliest, asOf, words),
    ...feesIn(asIs.atEarliest.fees, currency, money),
  });
  if (!best?.cheapest) return first;
  const cheapest = t("closing.cost.cheapest", {
    stretch: stretchWithin(best.cheapest, asOf, words),
    ...feesIn(best.cheapest.fees, currency, money),
  });
  return t("closing.cost.spoken", { first, cheapest });
}

/**
 * Under the curve's title: what comes after the cheapest days; where another way is cheaper, what that asks for and what
 * waiting costs, or, under a title that does not say the finding, the finding itself.
 */
export function costLead(outlook: ClosingOutlook, words: Words, isFindingAbove = false): string {
  const { t, money } = words;
  const { asOf, currency, isBetter } = outlook;
  const { asIs, best } = drawnScenarios(outlook);
  if (!asIs?.earliest || !asIs.atEarliest) return t("closing.cost.notKnown");
  if (isBetter && best?.cheapest && !isFindingAbove)
    return t("closing.cost.cheapest", {
      stretch: stretchWithin(best.cheapest, asOf, words),
      ...feesIn(best.cheapest.fees, currency, money),
    });
  if (isBetter && best)
    return t("closing.cost.spoken", {
      first: t("closing.cost.if", { count: best.approved }),
      cheapest: t("closing.cost.asIs", {
        on: dayText(asIs.earliest, asOf, words),
        ...feesIn(asIs.atEarliest.fees, currency, money),
      }),
    });
  const { cheapest } = asIs;
  const next = asIs.stretches.find(({ from }) => cheapest !== null && from > cheapest.to);
  if (!cheapest || !next) return costFinding(outlook, words);
  const later = { on: dayText(next.from, asOf, words), next: money(next.fees, currency) };
  if (isFindingAbove) return t("closing.cheapest.after", later);
  return t(isSome(cheapest.fees) ? "closing.cheapest.then" : "closing.cheapest.free", {
    amount: money(cheapest.fees, currency),
    ...later,
  });
}

export function costDrawing(outlook: ClosingOutlook, sendBy: string | null, words: Words): CostDrawing {
  const { t, day, money, axisMoney, shortMonth } = words;
  const { asOf, currency } = outlook;
  const { asIs, ended, best } = drawnScenarios(outlook);
  const cheapest = best?.cheapest ?? null;
  const ringOf = ({ earliest, atEarliest, key }: ScenarioJson): CostLine["ring"] => {
    if (!earliest || !atEarliest || (cheapest && best?.key === key && cheapest.from === earliest))
      return null;
    const fees = feesIn(atEarliest.fees, currency, money);
    const on = dayText(earliest, asOf, words);
    const long = t(key === "as-is" && ended ? "closing.cost.asIs" : "closing.cost.onDay", { ...fees, on });
    return {
      date: earliest,
      fees: atEarliest.fees,
      texts: [long, t("closing.cost.onDay", { ...fees, on }), fees.amount],
    };
  };
  const lineOf = (scenario: ScenarioJson): CostLine => ({
    key: scenario.key,
    dashed: scenario.key !== "as-is",
    stretches: scenario.stretches,
    ring: ringOf(scenario),
    // As things are costs more at every day where ending the contracts costs less.
    name: ended
      ? scenario.key === "as-is"
        ? { texts: [t("closing.cost.run"), t("closing.cost.runShort")], side: "above" }
        : { texts: [t("closing.cost.ended"), t("closing.cost.endedShort")], side: "below" }
      : null,
    named: ended ? [] : laterSteps(scenario, currency, words),
  });
  return {
    lines: [asIs, ended].flatMap((each) => (each ? [lineOf(each)] : [])),
    best: cheapest && {
      from: cheapest.from,
      to: cheapest.to,
      fees: cheapest.fees,
      texts: [
        t("closing.cost.cheapest", {
          stretch: stretchWithin(cheapest, asOf, words),
          ...feesIn(cheapest.fees, currency, money),
        }),
        t("closing.cost.cheapestShort", { amount: money(cheapest.fees, currency) }),
      ],
    },
    sendBy: sendBy
      ? { date: sendBy, texts: [t("closing.cost.sendBy", { on: dayText(sendBy, asOf, words) })] }
      : null,
    today: { date: asOf, texts: [t("closing.cost.today", { on: day(asOf) }), t("closing.cost.todayShort")] },
    axisText: (value) => axisMoney(value, currency),
    dayText: (iso, narrow) => (narrow ? shortMonth(iso.slice(0, 7)) : day(iso)),
  };
}

/** Where there is one line alone: the first step after the cheapest days, and the last one. */
function laterSteps(
  { stretches, cheapest }: ScenarioJson,
  currency: string,
  { t, money }: Words,
): CostLine["named"] {
  const later = stretches.filter(({ from }) => cheapest !== null && from > cheapest.to);
  return later
    .filter((_, at) => at === 0 || at === later.length - 1)
    .map(({ from, to, fees }) => {
      const amount = money(fees, currency);
      return { from, to, fees, texts: [t("common.about", { amount }), amount] };
    });
}

/** A stretch of days as the chart's pointer and the table's row say it. */
export function costPoint(stretch: CostStretchJson, outlook: ClosingOutlook, words: Words): ChartPoint {
  const { t, money } = words;
  const { asOf, currency } = outlook;
  const amount = (value: string | null) => (value === null ? t("common.unknown") : money(value, currency));
  return {
    key: stretch.from,
    title: stretchText(stretch, asOf, words),
    lines: [
      { label: t("closing.cost.fees"), value: amount(stretch.fees) },
      { label: t("closing.cost.commissions"), value: amount(stretch.partnerCosts) },
      { label: t("closing.cost.fromBalance"), value: amount(stretch.fromBalance) },
      { label: t("closing.cost.fromCard"), value: amount(stretch.net), sum: true },
    ],
  };
}
