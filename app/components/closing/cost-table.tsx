import { useTranslator } from "#app/components/page/translator.tsx";
import type { ClosingOutlook } from "#app/domain/report/closing-outlook-json.ts";
import { costPoint, drawnScenarios } from "./cost-words.ts";

type Props = {
  outlook: ClosingOutlook;
  /** The scenario that is shown stands apart where the others are behind a fold. */
  part?: "all" | "shown" | "others";
};

/** The curve's figures, a row for each stretch of days that cost the same; what is not possible yet says so. */
export function CostTable({ outlook, part = "all" }: Props) {
  const translator = useTranslator();
  const { t } = translator;
  const { asIs, ended, best } = drawnScenarios(outlook);
  const all = [...new Set([best, asIs, ended])].filter((each) => each !== null);
  const shown = part === "all" ? all : part === "shown" ? all.slice(0, 1) : all.slice(1);
  return (
    <>
      {shown.map((scenario) => (
        <div className="table-scroll" key={scenario.key}>
          <table className="closing-table cards">
            <caption>{t(`closing.cost.scenario.${scenario.key}`, { count: scenario.approved })}</caption>
            <thead>
              <tr>
                <th scope="col">{t("closing.cost.ifCloses")}</th>
                <th scope="col">{t("closing.cost.fees")}</th>
                <th scope="col">{t("closing.cost.commissions")}</th>
                <th scope="col">{t("closing.cost.fromBalance")}</th>
                <th scope="col" className="row-end">
                  {t("closing.cost.fromCard")}
                </th>
              </tr>
            </thead>
            <tbody>
              {scenario.stretches.map((stretch) => {
                const { title, lines } = costPoint(stretch, outlook, translator);
                const isBest = scenario === best && stretch.from === best.cheapest?.from;
                return (
                  <tr key={stretch.from} className={isBest ? "is-best" : undefined} data-from={stretch.from}>
                    <th scope="row">
                      {title}
                      {isBest ? <span className="cell-note">{t("closing.cost.isCheapest")}</span> : null}
                      {stretch.possible ? null : (
                        <span className="cell-note">{t("closing.cost.notYet")}</span>
                      )}
                    </th>
                    {lines.map(({ label, value }, at) => (
                      <td
                        key={label}
                        className={at === lines.length - 1 ? "row-end" : undefined}
                        data-label={label}
                        data-amount={at === 0 ? stretch.fees : undefined}
                      >
                        {value}
                      </td>
                    ))}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      ))}
    </>
  );
}
