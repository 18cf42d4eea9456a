import type { RequestTrigger } from "#app/domain/index.ts";
import type { Translator } from "./translator.ts";

type Step = { trigger: RequestTrigger; to: string; isByHand: boolean };

/** A step of a request's history in words. What the merchant takes to impact.com themselves was made ready, and not sent. */
export const eventText = ({ trigger, to, isByHand }: Step, { t }: Pick<Translator, "t">): string =>
  trigger === "handed-over" && isByHand ? t("request.badge.by-hand") : t(`receipt.event.${trigger}`, { to });
