import { ChartPicture } from "#app/components/chart/chart-picture.tsx";
import { COST_HEIGHT } from "#app/components/closing/cost-height.ts";
import { costPlot } from "#app/components/closing/cost-plot.tsx";
import { CostTable } from "#app/components/closing/cost-table.tsx";
import { costDrawing, costFinding, costLead, dayText } from "#app/components/closing/cost-words.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { ClosingOutlook } from "#app/domain/report/closing-outlook-json.ts";
import { spaced } from "#app/messages/close-up.ts";

type Props = {
  outlook: ClosingOutlook;
  sendBy: { on: string | null; closeBy: string; answerDays: number } | null;
};

/** The same curve as in the admin, as plain SVG, with its table: nothing here needs a script. */
export function ExitCurve({ outlook, sendBy }: Props) {
  const translator = useTranslator();
  const { t, dated } = translator;
  const drawing = costDrawing(outlook, sendBy?.on ?? null, translator);
  return (
    <>
      <h2>{t("closing.cost.title")}</h2>
      <p className="soft">{costLead(outlook, translator)}</p>
      <div className="chart-box">
        <ChartPicture
          name={t("closing.cost.title")}
          finding={costFinding(outlook, translator)}
          height={COST_HEIGHT}
          draw={(size) => costPlot(drawing, size)}
        />
      </div>
      {sendBy?.on ? (
        <p>
          <strong>
            {spaced(
              t("closing.sendBy.title", {
                closeBy: dayText(sendBy.closeBy, outlook.asOf, translator),
                on: dated(sendBy.on, outlook.asOf),
              }),
            )}
          </strong>
          <span className="soft">{t("exit.answerDays", { days: sendBy.answerDays })}</span>
        </p>
      ) : null}
      <details className="cost-details">
        <summary>{t("closing.cost.table")}</summary>
        <CostTable outlook={outlook} />
      </details>
    </>
  );
}
