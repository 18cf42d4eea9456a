import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { DownloadButton } from "#app/components/page/download-button.tsx";
import { Inset } from "#app/components/page/inset.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { HomeFigures } from "#app/services/account/show-home.server.ts";
import { Band } from "./band.tsx";
import { type DatedStep, DatedSteps } from "./dated-steps.tsx";
import { Amount, FigureCell } from "./figure-cell.tsx";

export type Closing = {
  reference: string | null;
  chargedAgain: boolean;
  closedOn: string | null;
  refundBy: string | null;
  lastFeeOn: string | null;
  askOn: string | null;
  until: string | null;
};

type Props = { closing: Closing; today: string; isDoubtful: boolean };

/** After the closing: what may still come, by day, and that Settled itself is not needed any more. A past day comes no more. */
export function StillToComeCard({ closing, today, isDoubtful }: Props) {
  const { t, dated, monthName } = useTranslator();
  const { reference, chargedAgain, closedOn, refundBy } = closing;
  // ISO dates sort as text.
  const ahead = (day: string | null) => (day !== null && day >= today ? day : null);
  const [lastFeeOn, askOn, until] = [ahead(closing.lastFeeOn), ahead(closing.askOn), ahead(closing.until)];
  const steps = (
    [
      closedOn && {
        key: "closed",
        mark: "now",
        day: dated(closedOn, today),
        text: t(isDoubtful ? "request.badge.closed-told" : "overview.closed.closed"),
      },
      refundBy && {
        key: "refund",
        mark: "ahead",
        day: t("overview.request.by", { on: dated(refundBy, today) }),
        text:
          refundBy < today
            ? t("request.head.refundLate", { on: dated(refundBy, today) })
            : t("overview.closed.refund"),
      },
      lastFeeOn &&
        closedOn && {
          key: "fee",
          mark: "charge",
          day: dated(lastFeeOn, today),
          text: t("overview.closed.fee", { month: monthName(closedOn.slice(0, 7)) }),
        },
      askOn && {
        key: "ask",
        mark: "ahead",
        day: dated(askOn, today),
        text: t("overview.closed.ask"),
      },
      until && {
        key: "stop",
        mark: "ahead",
        day: dated(until, today),
        text: t("overview.closed.stop"),
      },
    ] as (DatedStep | null)[]
  )
    .filter((step) => step !== null && step !== undefined)
    .sort((a, b) => order(closing, a.key).localeCompare(order(closing, b.key)));
  if (isDoubtful && steps.length === 0) return null;
  return (
    <Card padding="0">
      {steps.length > 0 ? (
        <div className="money-pad">
          <Text as="h2" variant="headingSm">
            {t("overview.closed.title")}
          </Text>
          <DatedSteps steps={steps} />
          {reference ? (
            <InlineStack gap="200">
              {chargedAgain ? null : (
                <Button url={`/app/close/requests/${reference}`}>{t("overview.closed.again")}</Button>
              )}
              <DownloadButton label={t("pack.get")} href={`/app/close/requests/${reference}/pack`} />
            </InlineStack>
          ) : null}
        </div>
      ) : null}
      {isDoubtful ? null : (
        <Band
          plain
          title={t("overview.band.closed")}
          line={t("overview.band.closedLine")}
          link={{ text: t("overview.band.link"), url: "/app/before-uninstall" }}
        />
      )}
    </Card>
  );
}

/** The steps stand by their day. */
function order({ closedOn, refundBy, lastFeeOn, askOn, until }: Closing, key: string): string {
  const days: Record<string, string | null> = {
    closed: closedOn,
    refund: refundBy,
    fee: lastFeeOn,
    ask: askOn,
    stop: until,
  };
  return days[key] ?? "";
}

type DoubtProps = { isContradicted: boolean; isProved: boolean };

/** That impact.com says otherwise, or that nothing but the merchant's word stands for the closing. */
export function DoubtCard({ isContradicted, isProved }: DoubtProps) {
  const { t } = useTranslator();
  const open = isProved ? "home.toldClosedOpen" : "home.notedClosedOpen";
  return (
    <Card>
      <Text as="p">{t(isContradicted ? open : "home.notedClosed")}</Text>
    </Card>
  );
}

/** What the account has cost in all, by the rules, and what "about" means there. */
export function ChargedInTotalCard({ figures, today }: { figures: HomeFigures; today: string }) {
  const { t, money, day } = useTranslator();
  const { card } = figures.days;
  if (!card) return null;
  const { currency, past } = figures;
  return (
    <BlockStack gap="400">
      <Card padding="0">
        <div className="money-figures">
          <FigureCell
            lead
            label={t("overview.closed.sum")}
            value={<Amount amount={card.sum} bound="about" currency={currency} />}
          >
            <Text as="p" tone="subdued">
              {t("overview.closed.sumLine", { from: day(card.since), to: day(today) })}
            </Text>
            <div className="money-act">
              <Button variant="plain" url="/app/ledger">
                {t("overview.ledger")}
              </Button>
            </div>
          </FigureCell>
          <FigureCell label={t("overview.closed.fees")} value={money(card.fees, currency)}>
            <Text as="p" tone="subdued">
              {t("overview.closed.feesLine", { count: past.fees })}
            </Text>
          </FigureCell>
          <FigureCell label={t("overview.closed.commissions")} value={money(card.commissions, currency)}>
            <Text as="p" tone="subdued">
              {t("overview.closed.commissionsLine")}
            </Text>
          </FigureCell>
        </div>
      </Card>
      <Inset>
        <Text as="p" variant="bodySm" tone="subdued">
          {t("overview.note")}
        </Text>
      </Inset>
    </BlockStack>
  );
}
