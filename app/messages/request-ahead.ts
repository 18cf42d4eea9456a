import type { BoundedAmount } from "#app/domain/index.ts";
import type { Translator } from "./translator.ts";

/** What is known of the days after today of a closing request; a day that is not expected is null. */
export type RequestAhead = {
  today: string;
  clock: { nextOn: string | null; refundBy: string | null; askChargeOn: string | null };
  expected: {
    currency: string;
    closing: { to: string; fees: string } | null;
    fee: (BoundedAmount & { date: string; coveredMonth: string }) | null;
  } | null;
  /** Of a closed account. */
  lastFee: (BoundedAmount & { date: string; coveredMonth: string; currency: string }) | null;
  earliestClosing: string | null;
  refundBy: string | null;
};

export type StepAhead = {
  key: "follow-up" | "closing" | "fee" | "refund" | "charge";
  day: string;
  /** The day in words, where it is an end or a beginning. */
  on: string;
  title: string;
  note: string | null;
};

/** The days to expect, the nearest first: on the request's page and in its calendar file. */
export function stepsAhead(ahead: RequestAhead, translator: Translator): StepAhead[] {
  const { t, dated } = translator;
  const { clock, expected, today } = ahead;
  const step = (
    key: StepAhead["key"],
    day: string,
    title: string,
    note: string | null = null,
  ): StepAhead => ({
    key,
    day,
    on: dated(day, today),
    title,
    note,
  });
  return [
    ...(clock.nextOn && expected
      ? [step("follow-up", clock.nextOn, t("request.step.followUp"), t("request.step.followUpNote"))]
      : []),
    ...closingStep(ahead, translator),
    ...feeStep(ahead, translator, step),
    ...(clock.refundBy ? [step("refund", clock.refundBy, t("request.step.refundDue"))] : []),
    ...(clock.askChargeOn
      ? [step("charge", clock.askChargeOn, t("request.step.look"), t("request.step.lookNote"))]
      : []),
  ].sort((one, other) => (one.day < other.day ? -1 : 1));
}

/** Until the cheapest days end where the account can close already; else from the first day it can. */
function closingStep(
  { expected, earliestClosing, today, refundBy }: RequestAhead,
  { t, dated, money }: Translator,
): StepAhead[] {
  if (!earliestClosing || !expected) return [];
  const { closing, currency } = expected;
  if (!closing)
    return [
      {
        key: "closing",
        day: earliestClosing,
        on: dated(earliestClosing, today),
        title: t("closing.sent.earliest"),
        note: null,
      },
    ];
  return [
    {
      key: "closing",
      day: closing.to,
      on:
        earliestClosing <= today
          ? t("request.step.untilDay", { on: dated(closing.to, today) })
          : t("request.step.fromDay", { on: dated(earliestClosing, today) }),
      title: t("request.step.closing", { amount: money(closing.fees, currency) }),
      note: refundBy ? t("request.step.refund", { on: dated(refundBy, today) }) : null,
    },
  ];
}

function feeStep(
  { expected, lastFee, today }: RequestAhead,
  { t, money, monthName }: Translator,
  step: (key: "fee", day: string, title: string, note: string) => StepAhead,
): StepAhead[] {
  const next = expected?.fee ? { ...expected.fee, currency: expected.currency } : null;
  const fee = next ?? (lastFee && lastFee.date > today ? lastFee : null);
  if (!fee) return [];
  const title = t("request.step.fee", {
    bound: fee.bound,
    amount: money(fee.amount, fee.currency),
    month: monthName(fee.coveredMonth),
  });
  return [step("fee", fee.date, title, t(next ? "request.step.feeNote" : "closing.pays.feesWhy"))];
}
