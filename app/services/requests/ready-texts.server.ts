import type { RequestClock } from "#app/domain/index.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import type { ClosingRequestRow } from "#app/ports/index.ts";

type Input = { request: ClosingRequestRow; clock: RequestClock; ticketNumber: string | null };

/** Texts for impact.com that the merchant may need now, in English and ready to send; null while not needed. */
export function readyTexts({ request, clock, ticketNumber }: Input) {
  const { t, date } = translatorFor("en");
  const facts = {
    reference: request.reference,
    ticket: ticketNumber ?? "none",
    on: date(request.createdAt.toZonedDateTimeISO("UTC").toPlainDate().toString()),
  };
  return {
    followUp: clock.followUp === null ? null : t("ticket.followUp", { ...facts, days: clock.followUp }),
    withdraw: request.state === "ready" || request.state === "draft" ? null : t("ticket.withdraw", facts),
    refundLate: clock.refundLate
      ? t("ticket.refundLate", { ...facts, by: date(clock.refundBy ?? "") })
      : null,
    charged: clock.askChargeNow || clock.chargedAgain ? t("ticket.charged", facts) : null,
  };
}
