import { type Fact, FactRow } from "#app/components/closing/facts.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { RequestView } from "#app/services/requests/show-request.server.ts";

/** After the closing: since when, with what proof, the last fee that may come, and the two days to watch. */
export function ClosedFacts({ receipt: { events, clock, lastFee, today } }: { receipt: RequestView }) {
  const { t, dated, money, monthName } = useTranslator();
  const closing = events.findLast(({ trigger }) => trigger === "told-closed");
  if (!closing) return null;
  const fact = (label: string, value: string, note: string, mark?: string): Fact => ({
    label,
    value: { text: value, ...(mark && { mark }) },
    notes: [note],
    foot: null,
  });
  return (
    <FactRow
      facts={[
        fact(t("request.fact.closedOn"), dated(closing.on, today), t(`receipt.level.${closing.level}`)),
        ...(lastFee
          ? [
              fact(
                t("request.fact.lastFee"),
                money(lastFee.amount, lastFee.currency),
                t("request.fact.lastFeeNote", {
                  month: monthName(lastFee.coveredMonth),
                  on: dated(lastFee.date, today),
                }),
                t(`closing.bound.${lastFee.bound}`),
              ),
            ]
          : []),
        ...(clock.refundBy
          ? [fact(t("request.fact.refundBy"), dated(clock.refundBy, today), t("request.fact.refundNote"))]
          : []),
        ...(clock.askChargeOn
          ? [fact(t("request.fact.watch"), dated(clock.askChargeOn, today), t("request.step.lookNote"))]
          : []),
      ]}
    />
  );
}
