import type { Translator } from "#app/messages/translator.ts";
import type { RequestView } from "#app/services/requests/show-request.server.ts";

type Receipt = Pick<RequestView, "status" | "state" | "clock" | "today">;

/** What there is to do, and until when: the first sentence of a request's page. */
export function requestHeadline({ status, clock, today }: Receipt, { t, dated }: Translator): string {
  if (clock.chargedAgain) return t("request.head.chargedAgain");
  if (clock.refundLate && clock.refundBy)
    return t("request.head.refundLate", { on: dated(clock.refundBy, today) });
  if (clock.askChargeNow) return t("request.head.askCharge");
  switch (status) {
    case "sent":
    case "handed-over":
    case "acknowledged":
      if (clock.solved) return t("request.head.solved");
      if (clock.waited) return t("request.head.noAnswer", { days: clock.waited });
      return clock.nextOn
        ? t("request.head.until", { on: dated(clock.nextOn, today) })
        : t("request.head.waits");
    case "closed":
      return clock.refundBy
        ? t("request.head.closedRefund", { on: dated(clock.refundBy, today) })
        : t("request.head.closed");
    default:
      return t(`request.head.${status}`);
  }
}

export type RequestBadge = { text: string; tone?: "info" | "success" | "warning" | "critical" };

/** The state in a word or two. */
export function requestBadges({ status, clock }: Receipt, { t }: Translator): RequestBadge[] {
  const tones: Partial<Record<Receipt["status"], RequestBadge["tone"]>> = {
    sending: "info",
    sent: "info",
    "handed-over": "info",
    acknowledged: "info",
    retrying: "warning",
    unsure: "warning",
    "needs-something": "warning",
    "put-away": "warning",
    undelivered: "critical",
    rejected: "critical",
    closed: "success",
    "closed-told": "success",
    "refund-received": "success",
  };
  const tone = tones[status];
  return [
    { text: t(`request.badge.${status}`), ...(tone && { tone }) },
    ...(clock.chargedAgain ? [{ text: t("request.badge.chargedAgain"), tone: "warning" as const }] : []),
  ];
}
