import { Card } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { TimelineStep } from "#app/domain/report/timeline.ts";
import type { Translator } from "#app/messages/translator.ts";
import { bounded } from "./bounded.ts";
import { type DatedStep, DatedSteps } from "./dated-steps.tsx";

type Props = { steps: readonly TimelineStep[]; currency: string; today: string };

/** The days of the account from its sign-up to the refund, as a list that needs no picture. */
export function TimelineCard({ steps, currency, today }: Props) {
  const words = useTranslator();
  const { t } = words;
  return (
    <Card>
      <details className="money-more">
        <summary>{t("timeline.title")}</summary>
        <DatedSteps
          steps={steps.map((step) => ({
            key: `${step.kind}-${step.date}`,
            mark: markOf(step, today),
            day: words.dated(step.date, today),
            text: textOf(step, currency, words),
          }))}
        />
      </details>
    </Card>
  );
}

function markOf({ kind, date }: TimelineStep, today: string): DatedStep["mark"] {
  if (kind === "today") return "now";
  if (kind === "charge" || kind === "next-fee") return "charge";
  // ISO dates sort as text.
  return date < today ? "done" : "ahead";
}

function textOf(step: TimelineStep, currency: string, words: Translator): string {
  const { t, money, monthName } = words;
  switch (step.kind) {
    case "charge":
      return t("timeline.charge", { amount: money(step.amount, currency) });
    case "next-fee":
      return t("timeline.next-fee", {
        amount: bounded(step.fee, currency, words),
        month: monthName(step.fee.coveredMonth),
      });
    default:
      return t(`timeline.${step.kind}`);
  }
}
