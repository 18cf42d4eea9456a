import { Form, useSearchParams } from "@remix-run/react";
import { Card, Icon, Link, Text } from "@shopify/polaris";
import { CalendarIcon } from "@shopify/polaris-icons";
import { Chart } from "#app/components/chart/chart.tsx";
import { Legend } from "#app/components/chart/legend.tsx";
import { DownloadButton } from "#app/components/page/download-button.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import { CalendarLink } from "#app/components/task/calendar-link.tsx";
import type { ClosingOutlook } from "#app/domain/report/closing-outlook-json.ts";
import { COST_HEIGHT } from "./cost-height.ts";
import type { CostDrawing } from "./cost-labels.ts";
import { costPlot } from "./cost-plot.tsx";
import { CostTable } from "./cost-table.tsx";
import {
  costDrawing,
  costFinding,
  costLead,
  costPoint,
  dayText,
  drawnScenarios,
  feesIn,
  stretchWithin,
} from "./cost-words.ts";
import { ScenarioLinks } from "./scenario-links.tsx";

export type SendByView = { on: string | null; closeBy: string; answerDays: number } | null;

type Props = {
  outlook: ClosingOutlook;
  /** Null where a request is sent already, or no day is known. */
  sendBy: SendByView;
  /** On its own page: the table stands open, and nothing leads to where one is. */
  open?: boolean;
};

/** What closing costs by the day, the day to send the request by, and the same figures as a table and a file. */
export function CostCard({ outlook, sendBy, open = false }: Props) {
  const translator = useTranslator();
  const { t, money } = translator;
  const { asIs, best } = drawnScenarios(outlook);
  if (!asIs) return null;
  const drawing = costDrawing(outlook, sendBy?.on ?? null, translator);
  return (
    <Card>
      <Text as="h2" variant={open ? "headingLg" : "headingMd"}>
        {open && best?.cheapest
          ? t("closing.cost.finding", {
              better: String(outlook.isBetter),
              ...feesIn(best.cheapest.fees, outlook.currency, money),
              stretch: stretchWithin(best.cheapest, outlook.asOf, translator),
            })
          : t("closing.cost.title")}
      </Text>
      <Text as="p" tone={open ? undefined : "subdued"}>
        {costLead(outlook, translator, open)}
      </Text>
      {open ? <ScenarioLinks outlook={outlook} /> : null}
      <Chart
        name={t("closing.cost.title")}
        finding={costFinding(outlook, translator)}
        height={COST_HEIGHT}
        draw={(size) => costPlot(drawing, size)}
        points={asIs.stretches.map((each) => costPoint(each, outlook, translator))}
      />
      {open ? <CostLegend drawing={drawing} /> : null}
      {sendBy ? <SendByNote sendBy={sendBy} today={outlook.asOf} full={open} /> : null}
      {sendBy && open ? <AnswerDays days={sendBy.answerDays} /> : null}
      <div className="closing-foot">
        {open ? <CostTable outlook={outlook} part="shown" /> : null}
        <details className="table-fold">
          <summary>{t(open ? "closing.cost.others" : "closing.cost.table")}</summary>
          <CostTable outlook={outlook} part={open ? "others" : "all"} />
        </details>
        <DownloadButton label={t("closing.csv")} href="/app/close/cost.csv" plain />
        {open ? (
          <CalendarLink />
        ) : (
          <Link url="/app/close/cost" removeUnderline>
            {t("closing.pays.title")}
          </Link>
        )}
      </div>
    </Card>
  );
}

/** A date with its cause; the assumption behind it where there is room for words. */
function SendByNote({
  sendBy,
  today,
  full,
}: {
  sendBy: NonNullable<SendByView>;
  today: string;
  full: boolean;
}) {
  const translator = useTranslator();
  const { t, dated } = translator;
  const { on, closeBy, answerDays } = sendBy;
  return (
    <div className="send-by">
      <Icon source={CalendarIcon} />
      <div>
        <p role="status">
          <b>
            {on
              ? t("closing.sendBy.title", {
                  closeBy: dayText(closeBy, today, translator),
                  on: dated(on, today),
                })
              : t("closing.sendBy.late", { closeBy: dayText(closeBy, today, translator) })}
          </b>
        </p>
        {full ? <p className="send-by-why">{t("exit.answerDays", { days: answerDays })}</p> : null}
      </div>
    </div>
  );
}

/** The assumption can be changed, in the address, so that it survives a reload. */
function AnswerDays({ days }: { days: number }) {
  const { t } = useTranslator();
  const [params] = useSearchParams();
  return (
    <Form method="get" replace preventScrollReset className="answer-days">
      {["back", "if"].map((name) =>
        params.get(name) ? (
          <input key={name} type="hidden" name={name} value={params.get(name) ?? ""} />
        ) : null,
      )}
      <label>
        {t("closing.sendBy.days")}{" "}
        <input
          name="days"
          type="number"
          min="0"
          max="30"
          defaultValue={days}
          onChange={({ currentTarget }) => currentTarget.form?.requestSubmit()}
        />
      </label>
    </Form>
  );
}

/** What the marks of the curve mean; each only where it is drawn. */
function CostLegend({ drawing: { lines, best } }: { drawing: CostDrawing }) {
  const { t } = useTranslator();
  const days = lines.flatMap(({ stretches }) => stretches);
  return (
    <Legend
      items={[
        ...(days.some(({ possible }) => possible)
          ? [{ kind: "possible" as const, text: t("closing.cost.possible") }]
          : []),
        ...(days.some(({ possible }) => !possible)
          ? [{ kind: "notYet" as const, text: t("closing.cost.notYet") }]
          : []),
        ...(lines.some(({ ring }) => ring !== null)
          ? [{ kind: "earliest" as const, text: t("closing.sent.earliest") }]
          : []),
        ...(best ? [{ kind: "best" as const, text: t("closing.cost.isCheapest") }] : []),
      ]}
    />
  );
}
