import { useTranslator } from "#app/components/page/translator.tsx";
import { beforeFigure } from "#app/messages/close-up.ts";
import type { RequestView } from "#app/services/requests/show-request.server.ts";

/** After the closing: since when, with what proof, the last fee that may come, and the two days to watch. */
export function ClosedFacts({ receipt: { events, clock, lastFee, today } }: { receipt: RequestView }) {
  const { t, dated, money, monthName, locale } = useTranslator();
  const closing = events.findLast(({ trigger }) => trigger === "told-closed");
  if (!closing) return null;
  const facts: { label: string; mark?: string; value: string; note: string }[] = [
    {
      label: t("request.fact.closedOn"),
      value: dated(closing.on, today),
      note: t(`receipt.level.${closing.level}`),
    },
    ...(lastFee
      ? [
          {
            label: t("request.fact.lastFee"),
            mark: t(`closing.bound.${lastFee.bound}`),
            value: money(lastFee.amount, lastFee.currency),
            note: t("request.fact.lastFeeNote", {
              month: monthName(lastFee.coveredMonth),
              on: dated(lastFee.date, today),
            }),
          },
        ]
      : []),
    ...(clock.refundBy
      ? [
          {
            label: t("request.fact.refundBy"),
            value: dated(clock.refundBy, today),
            note: t("request.fact.refundNote"),
          },
        ]
      : []),
    ...(clock.askChargeOn
      ? [
          {
            label: t("request.fact.watch"),
            value: dated(clock.askChargeOn, today),
            note: t("request.step.lookNote"),
          },
        ]
      : []),
  ];
  return (
    <div className="facts facts-even">
      {facts.map(({ label, mark, value, note }) => (
        <dl className="fact" key={label}>
          <dt>{label}</dt>
          <dd className="fact-value">
            <span>
              {mark ? (
                <span className="fact-mark">
                  {mark}
                  {beforeFigure(locale)}
                </span>
              ) : null}
              {value}
            </span>
          </dd>
          <dd className="fact-notes">{note}</dd>
        </dl>
      ))}
    </div>
  );
}
