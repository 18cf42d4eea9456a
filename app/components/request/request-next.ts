import { isEnded } from "#app/domain/request/states.ts";
import { isClosed } from "#app/domain/request/transitions.ts";
import type { Translator } from "#app/messages/translator.ts";
import type { RequestView } from "#app/services/requests/show-request.server.ts";

type Receipt = Pick<RequestView, "state" | "clock" | "texts" | "earliestClosing" | "refundBy">;

/** In these states it is impact.com's turn. */
const WAITS = new Set<RequestView["state"]>(["ready", "sent", "handed-over", "acknowledged"]);

/** What comes next, line by line, on every page that shows a request. */
export function nextSteps(receipt: Receipt, { t, date }: Pick<Translator, "t" | "date">): string[] {
  const { state, clock, earliestClosing, refundBy } = receipt;
  // Nothing more comes of a request that is over, whatever day the account may close on.
  if (isEnded(state)) return [];
  const closed = isClosed(state);
  return [
    ...(clock.nextOn && !closed ? [t("receipt.nextExpected", { on: date(clock.nextOn) })] : []),
    ...(clock.overdueSince ? [t("receipt.overdueSince", { on: date(clock.overdueSince) })] : []),
    ...(clock.solved ? [t("status.solvedAsk")] : []),
    ...(earliestClosing && !closed ? [t("receipt.nextClosing", { on: date(earliestClosing) })] : []),
    ...(refundBy && state !== "refund-received"
      ? [t(closed ? "receipt.refundDue" : "receipt.nextRefund", { on: date(refundBy) })]
      : []),
    ...(clock.askChargeOn && !clock.askChargeNow
      ? [t("receipt.askChargeOn", { on: date(clock.askChargeOn) })]
      : []),
    ...(clock.chargedAgain && !receipt.texts.charged ? [t("status.chargedAgain")] : []),
    ...(WAITS.has(state) ? [t("receipt.nextAnswer")] : []),
    ...(state === "needs-something" ? [t("status.answerThem")] : []),
  ];
}

/** Texts that are needed now, each with what it is for and its language: impact.com reads English, a bank the merchant's own. */
export function textsToSend({ clock, texts }: Receipt, { t }: Pick<Translator, "t">) {
  const lang = "en";
  return [
    ...(texts.reply ? [{ label: t("status.reply"), text: texts.reply, lang }] : []),
    ...(texts.followUp && clock.waited
      ? [{ label: t("receipt.followUp", { days: clock.waited }), text: texts.followUp, lang }]
      : []),
    ...(texts.refundLate ? [{ label: t("receipt.refundLate"), text: texts.refundLate, lang }] : []),
    ...(texts.dispute ? [{ label: t("status.dispute"), text: texts.dispute, lang }] : []),
    ...(texts.bank ? [{ label: t("status.bank"), ...texts.bank }] : []),
    ...(texts.charged
      ? [
          {
            label: t(clock.chargedAgain ? "status.chargedAgain" : "receipt.askCharge"),
            text: texts.charged,
            lang,
          },
        ]
      : []),
  ];
}
