import { useTranslator } from "#app/components/page/translator.tsx";
import type { RequestView } from "#app/services/requests/show-request.server.ts";

/** After the closing: since when, with what proof, and the two days to watch. */
export function ClosedFacts({ receipt: { events, clock, today } }: { receipt: RequestView }) {
  const { t, dated } = useTranslator();
  const closing = events.findLast(({ trigger }) => trigger === "told-closed");
  if (!closing) return null;
  const facts = [
    {
      label: t("request.fact.closedOn"),
      day: closing.on,
      note: t(`receipt.level.${closing.level}`),
    },
    ...(clock.refundBy
      ? [{ label: t("request.fact.refundBy"), day: clock.refundBy, note: t("request.fact.refundNote") }]
      : []),
    ...(clock.askChargeOn
      ? [{ label: t("request.fact.watch"), day: clock.askChargeOn, note: t("request.step.lookNote") }]
      : []),
  ];
  return (
    <div className="facts facts-even">
      {facts.map(({ label, day, note }) => (
        <dl className="fact" key={label}>
          <dt>{label}</dt>
          <dd className="fact-value">{dated(day, today)}</dd>
          <dd className="fact-notes">{note}</dd>
        </dl>
      ))}
    </div>
  );
}
