import { Badge, Button, Card, Icon, InlineStack, Link, Text } from "@shopify/polaris";
import { CheckCircleIcon } from "@shopify/polaris-icons";
import { Legend } from "#app/components/chart/legend.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import { WithStrong } from "#app/components/page/with-strong.tsx";
import type { DaysReport } from "#app/domain/index.ts";
import { Band } from "./band.tsx";
import { ChargesChart } from "./charges-chart.tsx";
import { Amount, FigureCell } from "./figure-cell.tsx";

type Props = { minimum: string };

/** First visit: what the app does, three ways on of which one is out, and impact.com's own example as a picture (S3). */
export function FirstRun({ minimum }: Props) {
  const { t, money } = useTranslator();
  return (
    <>
      <Card padding="0">
        <div className="money-hero">
          <div>
            <Text as="h1" variant="headingXl">
              {t("home.setupTitle")}
            </Text>
            <ul className="money-ticks">
              {(["charges", "closing", "request"] as const).map((each) => (
                <li key={each}>
                  <span>
                    <Icon source={CheckCircleIcon} tone="base" />
                  </span>
                  {t(`overview.first.${each}`)}
                </li>
              ))}
            </ul>
            <InlineStack gap="200">
              <Button variant="primary" url="/app/setup/connect">
                {t("home.setupConnect")}
              </Button>
              <Button url="/app/close">{t("home.setupClose")}</Button>
            </InlineStack>
            <div className="money-act">
              <Button variant="plain" url="/app/setup">
                {t("home.setupWithout")}
              </Button>
            </div>
          </div>
          <Example />
        </div>
        <Band
          title={t("overview.band.first")}
          line={t("overview.band.firstLine", { minimum: money(minimum, "USD") })}
          link={{ text: t("overview.band.link"), url: "/app/before-uninstall" }}
        />
      </Card>
      <Reads />
    </>
  );
}

/** impact.com's worked example: Starter in US dollars, signed up on May 12, looked at on July 2. Nothing in it is the merchant's. */
const EXAMPLE: DaysReport = {
  asOf: "2026-07-02",
  currency: "USD",
  from: "2026-05-28",
  to: "2026-08-05",
  days: [
    { date: "2026-05-30", commissions: "75.00", fee: "0.00", sum: "75.00", card: "75.00", expected: false },
    { date: "2026-07-01", commissions: "0.00", fee: "30.00", sum: "30.00", card: "30.00", expected: false },
    { date: "2026-08-01", commissions: "0.00", fee: "30.00", sum: "30.00", card: "30.00", expected: true },
  ],
  last30Days: null,
  isLeast: false,
  card: null,
  pace: null,
};

function Example() {
  const { t, date } = useTranslator();
  return (
    <div>
      <div className="money-example">
        <InlineStack align="space-between" blockAlign="start" wrap={false}>
          <FigureCell
            label={t("overview.fee.next")}
            value={<Amount amount="30.00" bound="atLeast" currency="USD" />}
          >
            <Text as="p">
              <WithStrong part={date("2026-08-01")} sentence={(on) => t("overview.fee.charged", { on })} />
            </Text>
          </FigureCell>
          <Badge tone="info">{t("example.badge")}</Badge>
        </InlineStack>
        <ChargesChart days={EXAMPLE} finding={t("overview.first.example")} nextBound="atLeast" height={170} />
        <Legend
          items={[
            { kind: "commissions", text: t("overview.closed.commissions") },
            { kind: "fee", text: t("charges.fee") },
            { kind: "feeExpected", text: t("chart.expected") },
            { kind: "card", text: t("charges.legend.card") },
          ]}
        />
      </div>
      <Text as="p" variant="bodySm" tone="subdued">
        {t("overview.first.example")}
      </Text>
    </div>
  );
}

function Reads() {
  const { t } = useTranslator();
  return (
    <Card>
      <Text as="h2" variant="headingSm">
        {t("overview.first.reads")}
      </Text>
      <Text as="p" tone="subdued">
        {t("overview.first.readsLine")}
      </Text>
      <dl className="money-reads">
        {(["actions", "contracts", "company"] as const).map((each) => (
          <div key={each}>
            <dt>{t(`overview.first.${each}`)}</dt>
            <dd>{t(`overview.first.${each}Why`)}</dd>
          </div>
        ))}
      </dl>
      <Link url="/app/setup/connect" removeUnderline>
        {t("overview.first.every")}
      </Link>
    </Card>
  );
}
