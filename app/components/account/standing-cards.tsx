import { BlockStack, Button, Text } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { StandingFee, StandingReport } from "#app/domain/index.ts";
import { Figure } from "./figure.tsx";

type Props = { standing: StandingReport; assumptions: string[] };

/** The fee of today where there is one, and the next with its day; never a sum that the next sale overtakes (D2). */
export function NextFeeCard({ standing, assumptions, linked = true }: Props & { linked?: boolean }) {
  const { t, money, date, month } = useTranslator();
  const { fee, currency } = standing;
  const shown = fee.today ?? fee.next;
  const wording = (each: StandingFee) => t(`common.${each.bound}`, { amount: money(each.amount, currency) });
  const covered = shown && month(shown.coveredMonth);
  return (
    <BlockStack gap="300" inlineAlign="start">
      <Figure
        label={t(fee.today ? "home.feeToday" : "home.nextFee")}
        value={shown ? wording(shown) : t("fees.noFee")}
        provenance={{ kind: "estimate", assumptions }}
        figure={fee.next ? figureOf(standing, fee.next) : null}
        detail={
          shown && covered
            ? t(fee.today ? "home.feeTodayLine" : "home.feeLine", { on: date(shown.date), month: covered })
            : null
        }
      />
      {fee.today && fee.next ? (
        <Text as="p">
          {t("home.feeAfter", {
            bound: fee.next.bound,
            amount: money(fee.next.amount, currency),
            on: date(fee.next.date),
          })}
        </Text>
      ) : null}
      {linked && fee.earlierOn && fee.next ? (
        <Text as="p">
          {t("fees.firstFeeEarlier", { expected: date(fee.next.date), earliest: date(fee.earlierOn) })}
        </Text>
      ) : null}
      {linked ? <Button url="/app/fees">{t("home.feesLink")}</Button> : null}
    </BlockStack>
  );
}

/** The path of a fee in the preview: this month's, or that of a month to come. */
const figureOf = ({ asOf }: StandingReport, { coveredMonth }: StandingFee): string =>
  asOf.startsWith(coveredMonth) ? "preview.thisMonth.fee.low" : `preview.months.${coveredMonth}.fee.low`;

/** What the card pays as actions are tracked: today, in the days behind, and as far as history says until the next fee. */
export function CommissionsCard({ standing, assumptions }: Props) {
  const { t, money, date } = useTranslator();
  const { commissions, cardToday, currency, fee } = standing;
  const { last30Days, untilNextFee, today } = commissions;
  return (
    <BlockStack gap="300" inlineAlign="start">
      <Figure
        label={t("home.commissions")}
        value={
          last30Days ? t("common.about", { amount: money(last30Days.amount, currency) }) : t("common.unknown")
        }
        provenance={last30Days ? { kind: "estimate", assumptions } : { kind: "unknown" }}
        figure={null}
        detail={t(last30Days ? "home.commissionsLine" : "home.commissionsUnknown")}
      />
      {today !== null && isSome(today) ? (
        <Text as="p">{t("home.commissionsToday", { amount: money(today, currency) })}</Text>
      ) : null}
      {cardToday !== null && isSome(cardToday) ? (
        <Text as="p" fontWeight="semibold">
          {t("home.cardToday", { amount: money(cardToday, currency) })}
        </Text>
      ) : null}
      {untilNextFee && fee.next ? (
        <Text as="p">
          {t("home.commissionsExpected", {
            amount: money(untilNextFee.amount, currency),
            on: date(fee.next.date),
          })}
        </Text>
      ) : null}
    </BlockStack>
  );
}

/** A decimal string that is not nothing, in whatever currency. */
const isSome = (amount: string): boolean => /[1-9]/.test(amount);
