import { feeFigure } from "#app/components/account/fee-figure.ts";
import type { StandingReport } from "#app/domain/report/standing-json.ts";
import type { Translator } from "#app/messages/translator.ts";
import type { Fact } from "./facts.tsx";

type Trial = { endsOn: string | null; today: string; standing: StandingReport | null };

/** A trial can be canceled by the merchant; it needs no request and no answer. */
export function trialLead({ endsOn, today }: Trial, { t, dated }: Translator): Fact {
  return {
    label: t(endsOn ? "closing.trial.by" : "closing.trial.now"),
    value: { text: endsOn ? dated(endsOn, today) : t("closing.trial.nowValue") },
    notes: [t(endsOn ? "closing.trial.entered" : "closing.trial.shown")],
    foot: { link: t("closing.trial.change"), url: "/app/close/trial" },
  };
}

/** What canceling costs and what doing nothing does. */
export function trialFacts({ standing, today }: Trial, { t, money, dated, monthName }: Translator): Fact[] {
  const fee = standing?.fee.next;
  return [
    {
      label: t("closing.trial.cost"),
      value: { text: money("0.00", standing?.currency ?? "USD") },
      notes: [t("closing.trial.costNote")],
      foot: { link: t("closing.why"), url: "/app/close/trial" },
    },
    {
      label: t("closing.trial.nothing"),
      value:
        fee && standing
          ? { mark: t(`closing.bound.${fee.bound}`), text: money(fee.amount, standing.currency) }
          : { text: t("closing.notKnownYet") },
      notes: fee
        ? [t("closing.trial.nothingNote", { on: dated(fee.date, today), month: monthName(fee.coveredMonth) })]
        : [],
      foot: fee
        ? { figure: feeFigure(fee.coveredMonth, standing?.asOf ?? "") }
        : { link: t("home.factsGo"), url: "/app/setup" },
    },
  ];
}
