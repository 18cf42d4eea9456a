import type { BoundedAmount } from "#app/domain/index.ts";
import type { Translator } from "#app/messages/translator.ts";

/** An amount with how surely it is meant, as one piece of text. */
export const bounded = (
  { amount, bound }: BoundedAmount,
  currency: string,
  { t, money }: Pick<Translator, "t" | "money">,
): string => t(`common.${bound}`, { amount: money(amount, currency) });
