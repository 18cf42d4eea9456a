import { Card, Link, Text } from "@shopify/polaris";
import { feeFigure } from "#app/components/account/fee-figure.ts";
import { Why } from "#app/components/account/why.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import { WithStrong } from "#app/components/page/with-strong.tsx";
import type { StandingReport } from "#app/domain/index.ts";
import type { HomeFigures } from "#app/services/account/show-home.server.ts";
import { isSome } from "./amounts.ts";
import { Band } from "./band.tsx";
import { bounded, estimate } from "./bounded.ts";
import { Amount, FigureCell } from "./figure-cell.tsx";

export type Balance = { amount: string; asOf: string } | null;

type Props = {
  standing: StandingReport;
  figures: Pick<HomeFigures, "year" | "firstFeeOn" | "lastFee" | "minimum" | "today" | "hasHistory">;
  balance: Balance;
  trial?: boolean;
  band?: boolean;
};

/** What next and when, what comes beside it, and what uninstalling does not change. */
export function HomeFiguresCard({ standing, figures, balance, trial = false, band = true }: Props) {
  return (
    <Card padding="0">
      <div className="money-figures">
        <FeeCell standing={standing} figures={figures} trial={trial} />
        <CommissionsCell standing={standing} trial={trial} />
        <FundingCell today={figures.today} balance={balance} currency={standing.currency} />
      </div>
      {band ? <CostBand standing={standing} figures={figures} /> : null}
    </Card>
  );
}

type FeeProps = Pick<Props, "standing" | "figures"> & { trial: boolean };

function FeeCell({ standing, figures, trial }: FeeProps) {
  const words = useTranslator();
  const { t, money, date, monthName, dated } = words;
  const { fee, currency, asOf } = standing;
  const shown = fee.today ?? fee.next;
  if (!shown)
    return <FigureCell lead unknown label={t("overview.fee.next")} value={t("overview.fee.none")} />;
  const { firstFeeOn, lastFee, minimum } = figures;
  const label = fee.today ? "today" : shown.date <= firstFeeOn ? "first" : "next";
  const path = feeFigure(shown.coveredMonth, asOf);
  return (
    <FigureCell lead label={t(`overview.fee.${label}`)} value={<Amount {...shown} currency={currency} />}>
      <Text as="p">
        <WithStrong
          part={date(shown.date)}
          sentence={(on) => t(trial ? "overview.fee.ifKept" : "overview.fee.charged", { on })}
        />
      </Text>
      <Text as="p" tone="subdued">
        {lastFee && lastFee.month !== shown.coveredMonth && figures.hasHistory
          ? t("overview.fee.month", {
              month: monthName(shown.coveredMonth),
              before: monthName(lastFee.month),
              amount: money(lastFee.fee, currency),
            })
          : t("overview.fee.monthMinimum", {
              month: monthName(shown.coveredMonth),
              amount: money(minimum.fee, currency),
            })}
      </Text>
      {fee.today && fee.next ? (
        <Text as="p">
          {t("overview.fee.after", {
            amount: bounded(fee.next, currency, words),
            on: dated(fee.next.date, asOf),
          })}
        </Text>
      ) : null}
      {fee.earlierOn ? (
        <Text as="p">{t("overview.fee.earlier", { on: dated(fee.earlierOn, asOf) })}</Text>
      ) : null}
      <div className="money-act">
        <Why figure={path} label={t(`overview.fee.${label}`)} shown={bounded(shown, currency, words)} />
      </div>
    </FigureCell>
  );
}

type CommissionsProps = {
  standing: Pick<StandingReport, "commissions" | "currency" | "cardToday">;
  trial: boolean;
};

export function CommissionsCell({ standing, trial }: CommissionsProps) {
  const words = useTranslator();
  const { t, money } = words;
  const { commissions, currency, cardToday } = standing;
  const { last30Days, isLeast } = commissions;
  const line = trial
    ? "trial"
    : last30Days === null
      ? "unknown"
      : isSome(last30Days.amount)
        ? "line"
        : "none";
  return (
    <FigureCell
      label={t("overview.commissions")}
      unknown={last30Days === null}
      value={
        last30Days === null ? (
          t("provenance.unknown")
        ) : isLeast ? (
          <Amount amount={last30Days.amount} bound="atLeast" currency={currency} />
        ) : (
          <bdi>{money(last30Days.amount, currency)}</bdi>
        )
      }
    >
      <Text as="p" tone="subdued">
        {t(`overview.commissions.${line}`)}
      </Text>
      {isSome(cardToday) ? (
        <Text as="p" fontWeight="semibold">
          {t("overview.commissions.cardToday", {
            amount: bounded(estimate(cardToday ?? "0", isLeast), currency, words),
          })}
        </Text>
      ) : null}
      <div className="money-act">
        <Link url="/app/ledger" removeUnderline>
          {t("overview.ledger")}
        </Link>
      </div>
    </FigureCell>
  );
}

type FundingProps = { today: HomeFigures["today"]; balance: Balance; currency: string };

/** The stated balance is the merchant's own figure; what it has become since is an estimate. */
function FundingCell({ today, balance, currency }: FundingProps) {
  const words = useTranslator();
  const { t, money, shortDate } = words;
  if (balance === null)
    return (
      <FigureCell label={t("overview.funding")} unknown value={t("provenance.unknown")}>
        <Text as="p" tone="subdued">
          {t("overview.funding.unknown")}
        </Text>
        <div className="money-act">
          <Link url="/app/ledger" removeUnderline>
            {t("overview.funding.add")}
          </Link>
        </div>
      </FigureCell>
    );
  const known = today?.closing ?? null;
  // Of its own day nobody knows it better than the merchant (D4).
  const rolled = known !== null && today?.date !== balance.asOf;
  return (
    <FigureCell
      label={t("overview.funding")}
      value={
        rolled ? (
          <Amount amount={known} bound="about" currency={currency} />
        ) : (
          <bdi>{money(balance.amount, currency)}</bdi>
        )
      }
    >
      <Text as="p" tone="subdued">
        {t(rolled ? "overview.funding.based" : "overview.funding.entered", {
          amount: money(balance.amount, currency),
          on: shortDate(balance.asOf),
        })}
      </Text>
      <div className="money-act">
        {rolled && today ? (
          <Why
            figure={`statement.${today.date}.closing`}
            label={t("overview.funding")}
            shown={bounded({ amount: known, bound: "about" }, currency, words)}
          />
        ) : (
          <Link url="/app/setup" removeUnderline>
            {t("overview.funding.update")}
          </Link>
        )}
      </div>
    </FigureCell>
  );
}

function CostBand({ standing, figures }: Pick<Props, "standing" | "figures">) {
  const words = useTranslator();
  const { t } = words;
  const { staying, currency } = standing;
  const { minimum } = staying;
  const { year } = figures;
  const month = bounded({ amount: minimum.perMonth, bound: minimum.bound }, currency, words);
  const usual = year?.shown.bound === "about";
  return (
    <Band
      title={t("overview.band.title")}
      line={
        usual
          ? t("overview.band.usual", {
              month,
              year: bounded(year.shown, currency, words),
            })
          : t("overview.band.minimum", {
              month,
              year: bounded({ amount: minimum.perYear, bound: minimum.bound }, currency, words),
            })
      }
      link={{ text: t("overview.band.link"), url: "/app/before-uninstall" }}
    />
  );
}
