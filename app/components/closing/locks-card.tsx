import { Card, Text } from "@shopify/polaris";
import { Chart, type ChartPoint } from "#app/components/chart/chart.tsx";
import { laterDay } from "#app/components/chart/day-axis.ts";
import { Legend } from "#app/components/chart/legend.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { ClosingOutlook } from "#app/domain/report/closing-outlook-json.ts";
import type { LeftCounts } from "#app/domain/report/left-counts.ts";
import type { Translator } from "#app/messages/translator.ts";
import { dayText } from "./cost-words.ts";
import { FactRow } from "./facts.tsx";
import { type LocksDrawing, locksPlot } from "./locks-plot.tsx";

type Props = { outlook: ClosingOutlook | null; counts: LeftCounts; earliest: string | null; today: string };

const HEIGHT = { wide: 210, middle: 210, narrow: 190 };

/** The finding about the pending actions, when they lock, and the three figures behind it. */
export function LocksCard({ outlook, counts, earliest, today }: Props) {
  const translator = useTranslator();
  const { t, money } = translator;
  const { actions, currency } = counts;
  if (!actions) return null;
  const { pending, unpaid, funded } = actions;
  const locks = outlook?.locks ?? null;
  const late = locks?.late ?? [];
  const words: Words = { today, currency, translator };
  return (
    <Card padding="0">
      {locks && pending.lastLock ? (
        <div className="closing-pad">
          <Text as="h2" variant="headingLg">
            {late.length > 0
              ? t("closing.locks.late", { count: late.length, months: locks.delayMonths })
              : t("closing.locks.all", {
                  count: pending.count,
                  on: dayText(pending.lastLock, today, translator),
                })}
          </Text>
          <Text as="p">{findingOf(locks, pending, words)}</Text>
          <Chart
            name={t("closing.locks.name")}
            finding={findingOf(locks, pending, words)}
            height={HEIGHT}
            draw={(size, hatch) => locksPlot(drawingOf(locks, pending.lastLock ?? today, words), size, hatch)}
            points={pointsOf(locks, words)}
          />
          <LocksLegend locks={locks} />
        </div>
      ) : null}
      <FactRow
        last
        facts={[
          {
            label: t("closing.locks.pending"),
            value: { text: translator.number(pending.count) },
            notes:
              pending.count === 0
                ? [t("closing.detail.noActions")]
                : pending.firstLock && pending.lastLock
                  ? [
                      t("closing.locks.pendingNote", {
                        amount: money(pending.amount, currency),
                        from: dayText(pending.firstLock, today, translator),
                        to: dayText(pending.lastLock, today, translator),
                      }),
                    ]
                  : [],
            foot: null,
          },
          {
            label: t("closing.locks.toPay"),
            value: { text: translator.number(unpaid.count) },
            notes: [
              ...(unpaid.count > 0
                ? [t("closing.locks.toPayNote", { amount: money(unpaid.amount, currency) })]
                : []),
              ...(funded.count > 0
                ? [
                    t("closing.locks.funded", {
                      count: funded.count,
                      amount: money(funded.amount, currency),
                    }),
                  ]
                : []),
            ],
            foot: { link: t("closing.locks.invoices"), url: "/app/close/settle-invoices" },
          },
          {
            label: t("closing.locks.date"),
            value: earliest
              ? { mark: t("closing.aboutDay"), text: dayText(earliest, today, translator) }
              : { text: t("closing.notKnownYet") },
            notes: [],
            foot: outlook ? { figure: "closure.earliestClosing.date" } : null,
          },
        ]}
      />
    </Card>
  );
}

/** What the bars and the rings stand for; each only where it is drawn. */
function LocksLegend({ locks: { weeks, late } }: { locks: Locks }) {
  const { t } = useTranslator();
  return (
    <Legend
      items={[
        ...(weeks.length > 0
          ? [{ kind: "commissionsExpected" as const, text: t("closing.locks.inWeek") }]
          : []),
        ...(late.some(({ locksOn }) => locksOn !== null)
          ? [{ kind: "late" as const, text: t("closing.locks.oneLate") }]
          : []),
      ]}
    />
  );
}

type Locks = NonNullable<ClosingOutlook["locks"]>;
type Pending = NonNullable<LeftCounts["actions"]>["pending"];

type Words = { today: string; currency: string; translator: Translator };

function findingOf(
  { crowd, late, lateSum }: Locks,
  pending: Pending,
  { today, currency, translator }: Words,
): string {
  const { t, money } = translator;
  if (!crowd) return t("closing.locks.none");
  const on = dayText(crowd.until, today, translator);
  if (late.length === 0 || !pending.lastLock) return t("closing.locks.crowdOnly", { count: crowd.count, on });
  return t("closing.locks.crowd", {
    crowd: crowd.count,
    count: late.length,
    on,
    amount: money(lateSum, currency),
    last: dayText(pending.lastLock, today, translator),
  });
}

function drawingOf(locks: Locks, until: string, { today, currency, translator }: Words): LocksDrawing {
  const { t, money, day, shortMonth } = translator;
  const { crowd, late } = locks;
  return {
    locks,
    today,
    until: laterDay(until, 10),
    todayText: (narrow) =>
      narrow ? t("closing.cost.todayShort") : t("closing.cost.today", { on: day(today) }),
    crowd: crowd
      ? [t("closing.locks.lockBy", { count: crowd.count, on: dayText(crowd.until, today, translator) })]
      : [],
    later: late.length > 0 ? [t("closing.locks.later", { count: late.length })] : [],
    late: late
      .filter(({ locksOn }) => locksOn !== null)
      .map(({ payout, locksOn }) => [money(payout, currency), day(locksOn ?? until)]),
    dayText: (iso, narrow) => (narrow ? shortMonth(iso.slice(0, 7)) : day(iso)),
  };
}

function pointsOf({ weeks, late }: Locks, { today, currency, translator }: Words): ChartPoint[] {
  const { t, money, day } = translator;
  return [
    ...weeks.map(({ from, count }) => ({
      key: from,
      title: t("closing.locks.week", { on: day(from) }),
      lines: [{ label: t("closing.locks.actions"), value: String(count) }],
    })),
    ...late
      .flatMap((each) => (each.locksOn ? [{ ...each, locksOn: each.locksOn }] : []))
      .map(({ action, locksOn, payout, partner }) => ({
        key: action,
        title: dayText(locksOn, today, translator),
        lines: [{ label: partner, value: money(payout, currency) }],
      }))
      .reverse(),
  ];
}
