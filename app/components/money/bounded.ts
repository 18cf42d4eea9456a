import type { BoundedAmount } from "#app/domain/index.ts";
import type { Translator } from "#app/messages/translator.ts";

/** An amount with how surely it is meant, as one piece of text. */
export const bounded = (
  { amount, bound }: BoundedAmount,
  currency: string,
  { t, money }: Pick<Translator, "t" | "money">,
): string => t(`common.${bound}`, { amount: money(amount, currency) });

/** What Settled works out for itself, such as a charge to the card; rows that could not be read may add to it. */
export const estimate = (amount: string, isLeast: boolean): BoundedAmount => ({
  amount,
  bound: isLeast ? "atLeastAbout" : "about",
});
