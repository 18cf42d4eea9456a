import { useTranslator } from "#app/components/page/translator.tsx";
import type { StandingReport } from "#app/domain/index.ts";
import {
  actionsLeft,
  contractsLeft,
  contractsRunning,
  invoicesLeft,
} from "#app/domain/report/left-numbers.ts";
import type { Translator } from "#app/messages/translator.ts";
import type { HomeFigures } from "#app/services/account/show-home.server.ts";
import { isSome } from "./amounts.ts";
import { bounded } from "./bounded.ts";
import { type Row, RowsCard } from "./rows-card.tsx";

type Props = { standing: StandingReport; figures: HomeFigures; trial?: boolean };

/** What it comes to to stay and what to go: facts side by side, as many and as large. */
export function StayOrGo({ standing, figures, trial = false }: Props) {
  const words = useTranslator();
  const { t } = words;
  return (
    <div className="money-pair">
      <RowsCard
        title={t("overview.keep")}
        rows={keepRows(standing, figures, words)}
        link={{ text: t("overview.keep.link"), url: "/app/fees" }}
      />
      <RowsCard
        title={t("overview.go")}
        rows={trial ? trialRows(standing, figures, words) : goRows(standing, figures, words)}
        link={{ text: t("overview.go.link"), url: "/app/close" }}
      />
    </div>
  );
}

function keepRows({ currency, asOf }: StandingReport, figures: HomeFigures, words: Translator): Row[] {
  const { t, money, dated } = words;
  const { year, minimum, left, hasHistory } = figures;
  const invoices = left.invoices?.toCome.next ?? null;
  const fees = year?.shown ?? null;
  const hasRange =
    year && year.shown.bound === "about" && year.fee.high !== null && year.fee.high !== year.fee.low;
  return [
    {
      label: t("overview.keep.fees"),
      value: fees ? bounded(fees, currency, words) : t("provenance.unknown"),
      line: hasRange
        ? t("overview.keep.feesRange", {
            low: money(year.fee.low, currency),
            high: money(year.fee.high ?? "0", currency),
          })
        : t("overview.keep.feesMinimum", { months: figures.feeMonths, amount: money(minimum.fee, currency) }),
    },
    {
      label: t(hasHistory ? "whatIf.commissions" : "overview.closed.commissions"),
      value:
        hasHistory && year?.partnerCost
          ? bounded({ amount: year.partnerCost, bound: "about" }, currency, words)
          : t("provenance.unknown"),
      line: t(
        hasHistory
          ? "overview.keep.pace"
          : left.actions === null
            ? "overview.keep.unread"
            : "overview.keep.noPace",
      ),
    },
    invoices
      ? {
          label: t("overview.keep.invoices"),
          value: dated(invoices.on, asOf),
          line: t("overview.keep.invoicesLine", {
            count: invoices.count,
            amount: money(invoices.amount, currency),
          }),
        }
      : {
          label: t("overview.keep.partners"),
          value:
            left.contracts === null
              ? t("provenance.unknown")
              : t("overview.go.contracts", { count: contractsRunning(left.contracts) }),
          line: t("overview.keep.partnersLine"),
        },
  ];
}

function goRows(standing: StandingReport, { closing, left }: HomeFigures, words: Translator): Row[] {
  const { t, money } = words;
  const { asOf, currency } = standing;
  const { earliest, fees, net } = closing;
  return [
    {
      label: t("overview.go.earliest"),
      value:
        earliest === null
          ? t("provenance.unknown")
          : earliest <= asOf
            ? t("overview.go.today")
            : t("overview.go.about", { on: words.dated(earliest, asOf) }),
      line: delayOf(standing, { closing, left }, words),
    },
    {
      label: t("overview.go.fees"),
      value:
        fees === null
          ? t("provenance.unknown")
          : isSome(fees)
            ? bounded({ amount: fees, bound: "about" }, currency, words)
            : t("fees.noFee"),
      line:
        net !== null && isSome(net) && !net.startsWith("-")
          ? t("overview.go.costMore", { amount: money(net, currency) })
          : t("overview.go.feesLine"),
    },
    leftRow(left, words),
  ];
}

/** What delays the closing. That nothing does is said only where everything is known and no contract runs (S0, D5). */
function delayOf(
  { overdue, asOf }: StandingReport,
  { closing: { earliest }, left }: Pick<HomeFigures, "closing" | "left">,
  { t }: Translator,
): string {
  const { contracts, invoices, actions } = left;
  if (overdue.state === "overdue") return t("overview.go.paymentFirst");
  if (actions && actions.pending.count > 0)
    return t("overview.go.actionsLock", { count: actions.pending.count });
  if (earliest !== null && earliest > asOf && invoices && invoices.toCome.count > 0)
    return t("overview.go.invoicesDelay", { count: invoices.toCome.count });
  if (contracts && contracts.active > 0) return t("overview.go.contractsRun", { count: contracts.active });
  const isNothing =
    earliest !== null &&
    contracts !== null &&
    invoices !== null &&
    actions !== null &&
    contractsLeft(contracts) + invoicesLeft(invoices) + actionsLeft(actions) === 0;
  return t(isNothing ? "overview.go.nothing" : "overview.go.estimate");
}

function trialRows(
  { asOf, currency }: StandingReport,
  { trial, left }: HomeFigures,
  words: Translator,
): Row[] {
  const { t, money, dated } = words;
  return [
    {
      label: t("overview.go.trial"),
      value: t("overview.go.trialUntil", { on: dated(trial?.endsOn ?? asOf, asOf) }),
      line: t("overview.go.trialLine"),
    },
    trial?.card === "never"
      ? {
          label: t("overview.go.trialCost"),
          value: money("0", currency),
          line: t("overview.go.trialNothing"),
        }
      : { label: t("overview.go.trialCost"), value: t("provenance.unknown"), line: t("overview.onlyYou") },
    leftRow(left, words),
  ];
}

/** As Close account counts it: what the balance has paid is not left (D1). */
function leftRow({ contracts, invoices, actions }: HomeFigures["left"], { t }: Translator): Row {
  const parts = [
    contracts === null ? null : t("overview.go.contracts", { count: contractsLeft(contracts) }),
    invoices === null ? null : t("overview.go.invoices", { count: invoicesLeft(invoices) }),
  ].filter((part) => part !== null);
  const [first = t("provenance.unknown"), second] = parts;
  return {
    label: t("overview.go.left"),
    value: second === undefined ? first : t("overview.go.both", { contracts: first, invoices: second }),
    line: actions && t("overview.go.actions", { count: actionsLeft(actions) }),
  };
}
